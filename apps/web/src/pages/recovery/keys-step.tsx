// New keys: the passphrase shown once and asked back, and only then everything stored, in one request.
import { type ReactNode, useEffect, useState } from 'react'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Busy } from '../../components/busy.tsx'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useAct } from '../../components/use-act.ts'
import type { MadeKeys } from '../../keys/key-work.ts'
import { keys } from '../../keys/keys.ts'
import type { SheetsFor } from '../../keys/recovering.ts'
import { AskBack } from '../join/ask-back-form.tsx'
import { ShownPassphrase } from '../join/shown-passphrase.tsx'
import type { RecoveryStep } from './messages/sv.ts'
import type { Plan } from './plan.ts'
import { useRecoveryWords } from './recovery-words.ts'

export type KeysStepProps = {
  readonly plan: Plan
  readonly sheets: SheetsFor
  readonly step: 'passphrase' | 'ask-back'
  readonly onStep: (step: RecoveryStep) => void
  readonly onDone: (session: SessionAnswer, closed: number) => void
}

export function KeysStep({ plan, sheets, step, onStep, onDone }: KeysStepProps): ReactNode {
  const words = useRecoveryWords()
  const storing = useAct()
  const [made, setMade] = useState<MadeKeys>()
  const [failure, setFailure] = useState<unknown>()
  const [shownAgain, setShownAgain] = useState(false)
  useEffect(() => {
    let isHere = true
    keys.makeRecoveredKeys(plan.owner).then((fresh) => isHere && setMade(fresh), (error: unknown) => isHere && setFailure(error))
    return () => {
      isHere = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- Once for each plan: another one comes with another step between.
  }, [])
  if (failure !== undefined) return <FailureNote error={failure} />
  if (!made) return <Busy text={words.making} />
  if (step === 'passphrase') {
    return (
      <>
        <p className="step-note">{words.passphraseLead}</p>
        <ShownPassphrase passphrase={made.passphrase} shownAgain={shownAgain} onNext={() => onStep('ask-back')} />
      </>
    )
  }
  const complete = (): void =>
    void storing.act(async () => {
      const { session, closed } = await keys.completeRecovery(sheets, { made, organisation: plan.organisation, gone: plan.gone, signIn: plan.signIn }, plan.owner)
      onDone(session, closed.length)
      return undefined
    })
  return (
    <>
      <AskBack
        passphrase={made.passphrase} busy={storing.busy} onRight={complete}
        onShowAgain={(afterMistakes) => {
          setShownAgain(afterMistakes)
          onStep('passphrase')
        }}
      />
      <p role="status" className={storing.busy ? 'hint' : 'unseen'}>{storing.busy ? words.completing : ''}</p>
      <ActOutcome acting={storing} />
      {storing.failure !== undefined && (
        <p className="join-ways">
          <Button kind="quiet" onPress={() => onStep('you')}>{words.changeYou}</Button>
        </p>
      )}
    </>
  )
}
