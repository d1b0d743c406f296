// Joining by invitation: what it is for and who sees what, a sign-in, keys made here, and eight words read to the coordinator.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { OpenInvitationAnswer } from '../../../../server/src/api/member-types.ts'
import { ask, FailureError } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Busy } from '../../components/busy.tsx'
import { FailurePanel } from '../../components/failure-panel.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { keys } from '../../keys/keys.ts'
import { AboutStep } from './about-step.tsx'
import { DoneStep } from './done-step.tsx'
import { joinSteps, resumedStep } from './join-steps.ts'
import { useJoinWords } from './join-words.ts'
import './join.css'
import { KeysSteps } from './keys-steps.tsx'
import type { JoinStep } from './messages/sv.ts'
import { type Invitation, readInvitation } from './read-invitation.ts'
import { SignInStep } from './sign-in-step.tsx'
import { WordsStep } from './words-step.tsx'
import { YouStep } from './you-step.tsx'

export function JoinPage(): ReactNode {
  const session = useQuery(sessionQuery)
  // Stays in the address until it has been used: a page that is fetched anew still has it.
  const [invitation] = useState(() => readInvitation(location.hash))
  const [hadHash] = useState(() => location.hash !== '')
  if (session.error) return <FailurePanel wholePage error={session.error} onAgain={() => void session.refetch()} />
  if (!session.data) return <Busy />
  const { state, caller } = session.data
  if (state === 'signed-in' && caller) return <Signed />
  if (state === 'device') return <Refused text="signedIn" />
  if (!invitation) return <Refused title={hadHash ? 'badTitle' : 'title'} text={hadHash ? 'bad' : 'nothing'} signIn={!hadHash} />
  return <Invited invitation={invitation} />
}

/** Before there is a sign-in. */
function Invited({ invitation }: { readonly invitation: Invitation }): ReactNode {
  const words = useJoinWords()
  const [step, setStep] = useState<'about' | 'you'>('about')
  const { id, token } = invitation
  const opened = useQuery({
    queryKey: ['invitation', id],
    queryFn: ({ signal }) => ask<OpenInvitationAnswer>('invitations/open', { method: 'POST', body: { id, token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (opened.error instanceof FailureError && opened.error.failure.status === 404) return <Refused title="endedTitle" text="ended" signIn />
  if (opened.error) return <FailurePanel wholePage error={opened.error} onAgain={() => void opened.refetch()} />
  if (!opened.data) return <Busy />
  if (opened.data.kind === 'device') return <Refused text="device" />
  return (
    <StepFrame step={step} all={joinSteps(opened.data.role)} title={step === 'about' ? words.invited(opened.data.network.name) : words.step.you}>
      {step === 'about' ? (
        <AboutStep opened={opened.data} onNext={() => setStep('you')} />
      ) : (
        <YouStep invitation={invitation} opened={opened.data} onBack={() => setStep('about')} />
      )}
    </StepFrame>
  )
}

/** Signed in, a moment ago or another day: goes on where what is stored says. */
function Signed(): ReactNode {
  const words = useJoinWords()
  const session = useQuery(sessionQuery).data!
  const caller = session.caller!
  const [step, setStep] = useState<JoinStep>(() => resumedStep(caller))
  useEffect(() => keys.setOwner({ network: session.network.id, member: caller.id }), [session.network.id, caller.id])
  const all = joinSteps(caller.role)
  if (step === 'done') return <DoneStep caller={caller} network={session.network.name} />
  return (
    <StepFrame step={step} all={all} title={words.step[step]}>
      {step === 'sign-in' && <SignInStep caller={caller} onNext={() => setStep(resumedStep({ ...caller, totp: true }))} />}
      {(step === 'passphrase' || step === 'ask-back' || step === 'sheet') && <KeysSteps owner={{ network: session.network.id, member: caller.id }} step={step} onStep={setStep} />}
      {step === 'words' && <WordsStep onListed={() => setStep('done')} />}
    </StepFrame>
  )
}

type StepFrameProps = { readonly step: JoinStep; readonly all: readonly JoinStep[]; readonly title: string; readonly children: ReactNode }

/** Focus goes to the heading of each new step, and the page to its top. */
function StepFrame({ step, all, title, children }: StepFrameProps): ReactNode {
  const words = useJoinWords()
  const frame = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) {
      frame.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
      scrollTo({ top: 0 })
    }
    shown.current = step
  }, [step])
  return (
    <div className="join" ref={frame}>
      <PageHeading title={title} tab={words.title} before={<p className="join-step">{words.stepOf(all.indexOf(step) + 1, all.length)}</p>} />
      {children}
    </div>
  )
}

type RefusedProps = { readonly title?: 'title' | 'badTitle' | 'endedTitle'; readonly text: 'bad' | 'ended' | 'device' | 'signedIn' | 'nothing'; readonly signIn?: boolean }

function Refused({ title = 'title', text, signIn = false }: RefusedProps): ReactNode {
  const words = useJoinWords()
  return (
    <div className="join">
      <PageHeading title={words[title]} tab={words.title} />
      <p>{words[text]}</p>
      {signIn && <p><Link to="/">{words.toSignIn}</Link></p>}
    </div>
  )
}
