// The steps of founding around the one that is open: where one is, how long it takes, and a warning before it is left.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { keys } from '../../keys/keys.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { useFoundingWords } from './found-words.ts'
import { minutesLeft } from './founding-steps.ts'
import { AskBackStep } from './steps/ask-back-step.tsx'
import { DoneStep } from './steps/done-step.tsx'
import { NetworkStep } from './steps/network-step.tsx'
import { OldKeysStep } from './steps/old-keys-step.tsx'
import { OrganisationsStep } from './steps/organisations-step.tsx'
import { PassphraseStep } from './steps/passphrase-step.tsx'
import { RulesStep } from './steps/rules-step.tsx'
import { SheetsStep } from './steps/sheets-step.tsx'
import { SignInStep } from './steps/sign-in-step.tsx'
import { StoreStep } from './steps/store-step.tsx'
import { TestStep } from './steps/test-step.tsx'
import { YouStep } from './steps/you-step.tsx'
import { stepsOf, type TakeOver, useFounding } from './use-founding.ts'

export function FoundingWizard({ takeOver, today }: { readonly takeOver: TakeOver | null; readonly today: string }): ReactNode {
  const words = useFoundingWords()
  const client = useQueryClient()
  const founding = useFounding(today, takeOver)
  const [shownAgain, setShownAgain] = useState(false)
  const [stored, setStored] = useState<SessionAnswer | null>(null)
  const { step, made, done } = founding
  const steps = stepsOf(founding)
  const index = steps.findIndex(({ id }) => id === step)
  useWarnBeforeLeaving(founding.isChanged && stored === null)
  useEffect(() => {
    document.title = `${words.title} – Lykta`
  }, [words.title])
  // Keys of a network that was never stored open nothing.
  useEffect(() => () => keys.abandonFounding(), [])

  const onStored = (session: SessionAnswer): void => {
    setStored(session)
    founding.next()
    // Whatever was shown was of the sample, or of nobody.
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'founding' })
  }
  return (
    <div className="founding">
      {index >= 0 && (
        <nav className="founding-steps" aria-label={words.steps}>
          <p className="founding-here">
            <strong>{words.title}</strong>
            <span>{words.stepOf(index + 1, steps.length)} · {words.minutesLeft(minutesLeft(step))}</span>
          </p>
          <progress max={steps.length} value={index} aria-label={words.stepOf(index + 1, steps.length)} />
          <ol>
            {steps.map(({ id, minutes }) => (
              <li key={id} {...(id === step ? { 'aria-current': 'step' as const } : {})} data-done={done.has(id)}>
                <span>{words.step[id]}</span>
                <small>{done.has(id) && id !== step ? words.stepDone : words.minutes(minutes)}</small>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="founding-step">{renderStep()}</div>
    </div>
  )

  function renderStep(): ReactNode {
    if (step === 'network') return <NetworkStep founding={founding} today={today} />
    if (step === 'organisations') return <OrganisationsStep founding={founding} today={today} />
    if (step === 'rules') return <RulesStep founding={founding} today={today} />
    if (step === 'you') return <YouStep founding={founding} today={today} />
    if (step === 'passphrase') return <PassphraseStep founding={founding} shownAgain={shownAgain} />
    if (step === 'sign-in') return <SignInStep password={founding.password} onNext={finish} />
    if (step === 'old-keys') return <OldKeysStep onNext={() => founding.goTo('done')} />
    if (step === 'done') return <DoneStep name={founding.draft.network.name} tested={founding.tested} hasOldKeys={takeOver !== null} onOldKeys={() => founding.goTo('old-keys')} />
    if (!made) return <PassphraseStep founding={founding} shownAgain={shownAgain} />
    if (step === 'ask-back') return <AskBackStep founding={founding} passphrase={made.keys.passphrase} onShowAgain={showAgain} />
    if (step === 'sheets') return <SheetsStep founding={founding} made={made} today={today} />
    if (step === 'test') return <TestStep founding={founding} made={made} />
    return <StoreStep founding={founding} made={made} onStored={onStored} />
  }

  function showAgain(afterMistakes: boolean): void {
    setShownAgain(afterMistakes)
    founding.setWritten(false)
    founding.back()
  }
  function finish(): void {
    founding.finish()
    founding.goTo(takeOver ? 'old-keys' : 'done')
  }
}
