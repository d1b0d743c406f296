// A real recovery: two of the three sheets, told to everybody, seven days of waiting, and then new keys for a coordinator.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { keys } from '../../keys/keys.ts'
import { watchPage } from '../../keys/lock-clock.ts'
import type { RecoveryLook, SheetsFor } from '../../keys/recovering.ts'
import '../found/found.css'
import '../join/join.css'
import { DoneStep } from './done-step.tsx'
import { KeysStep } from './keys-step.tsx'
import type { RecoveryStep } from './messages/sv.ts'
import type { Plan } from './plan.ts'
import { useRecoveryWords } from './recovery-words.ts'
import './recovery.css'
import { SheetsStep } from './sheets-step.tsx'
import { WaitStep } from './wait-step.tsx'
import { YouStep } from './you-step.tsx'

export function RecoveryPage(): ReactNode {
  const session = useQuery(sessionQuery)
  const words = useRecoveryWords()
  return (
    <Loaded query={session}>
      {(answer) => (answer.network.sample ? (
        <div className="join">
          <PageHeading title={words.title} />
          <p>{words.sample}</p>
          <p><a href="/">{words.toStart}</a></p>
        </div>
      ) : <Recovery session={answer} />)}
    </Loaded>
  )
}

const order: readonly RecoveryStep[] = ['sheets', 'wait', 'you', 'passphrase', 'ask-back', 'done']

/** Whoever is signed in when the sheets are put together stays so to the end: what is stored makes a new session of it. */
function Recovery({ session }: { readonly session: SessionAnswer }): ReactNode {
  const words = useRecoveryWords()
  const client = useQueryClient()
  const [before] = useState(session)
  const [step, setStep] = useState<RecoveryStep>('sheets')
  const [note, setNote] = useState<'closed' | 'finished' | null>(null)
  const [sheets, setSheets] = useState<SheetsFor>()
  const [look, setLook] = useState<RecoveryLook>()
  const [plan, setPlan] = useState<Plan>()
  const [closed, setClosed] = useState(0)
  useForgetting(step, () => {
    setNote('closed')
    setStep('sheets')
  })
  const begin = (why: typeof note): void => {
    keys.forgetSheets()
    setNote(why)
    setStep('sheets')
  }
  return (
    <StepFrame step={step} title={step === 'wait' && look?.wait ? words.waitTitle : words.step[step]}>
      {step === 'sheets' && (
        <SheetsStep
          network={before.network.id} note={note}
          onFit={(found, seen) => {
            setNote(null)
            setSheets(found)
            setLook(seen)
            setStep(seen.usable ? 'you' : 'wait')
          }}
        />
      )}
      {step === 'wait' && look && sheets && <WaitStep sheets={sheets} look={look} onAnnounced={(wait) => setLook({ ...look, wait })} onFinish={() => begin('finished')} />}
      {step === 'you' && look && (
        <YouStep
          session={before} look={look} plan={plan}
          onNext={(next) => {
            setPlan(next)
            setStep('passphrase')
          }}
        />
      )}
      {(step === 'passphrase' || step === 'ask-back') && plan && sheets && (
        <KeysStep
          plan={plan} sheets={sheets} step={step} onStep={setStep}
          onDone={(after, left) => {
            client.setQueryData<SessionAnswer>(sessionQuery.queryKey, after)
            setClosed(left)
            setStep('done')
          }}
        />
      )}
      {step === 'done' && <DoneStep network={before.network.name} closed={closed} isNew={plan?.signIn.way !== 'kept'} />}
    </StepFrame>
  )
}

/** Two sheets in a page that nobody looks at are a danger: they go like keys do. Once new keys stand on the screen they are nowhere else, and stay. */
function useForgetting(step: RecoveryStep, onForgotten: () => void): void {
  const stands = useRef(step)
  useEffect(() => {
    stands.current = step
    if (step !== 'wait' && step !== 'you') return undefined
    return watchPage(() => {
      keys.forgetSheets()
      onForgotten()
    })
    // oxlint-disable-next-line react/exhaustive-deps -- What is done then does not change.
  }, [step])
  useEffect(() => () => {
    if (stands.current !== 'done') keys.forgetSheets()
  }, [])
}

/** Focus goes to the heading of each new step, and the page to its top. */
function StepFrame({ step, title, children }: { readonly step: RecoveryStep; readonly title: string; readonly children: ReactNode }): ReactNode {
  const words = useRecoveryWords()
  const frame = useRef<HTMLDivElement>(null)
  const shown = useRef(title)
  useEffect(() => {
    if (shown.current !== title) {
      frame.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
      scrollTo({ top: 0 })
    }
    shown.current = title
  }, [title])
  return (
    <div className="join recovery" ref={frame}>
      <PageHeading title={title} tab={words.title} before={<p className="join-step">{words.stepOf(order.indexOf(step) + 1, order.length)}</p>} />
      {children}
    </div>
  )
}
