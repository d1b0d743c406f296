// A member who has made her keys: eight words, read by her and compared here, before she is admitted.
import type { MemberSubject } from '@lykta/seal'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { MemberEntry, MembersAnswer } from '../../../../server/src/api/member-types.ts'
import { Button } from '../../components/button.tsx'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { SpokenWords } from '../../components/spoken-words.tsx'
import { useNetwork } from '../../network.ts'
import { subjectOf } from './member-subject.ts'
import { useNetworkWords } from './network-words.ts'
import { Proposal } from './proposal.tsx'
import type { Writing } from './use-writing.ts'

type ReadableSubject = MemberSubject & { readonly recipient: string }
type WaitingMemberProps = { readonly member: MemberEntry; readonly answer: MembersAnswer; readonly writing: Writing }

export function WaitingMember({ member, answer, writing }: WaitingMemberProps): ReactNode {
  const words = useNetworkWords()
  const { log } = useKeys()
  const { organisations } = useNetwork()
  const [step, setStep] = useState<'closed' | 'comparing' | 'differs' | 'proposing'>('closed')
  // The keys whose words are on the screen, and no others, are admitted: what the server says meanwhile changes nothing.
  const [compared, setCompared] = useState<ReadableSubject>()
  const subject = subjectOf(member)
  const { name, role } = member
  if (!subject) return null
  const coordinators = log?.holders.filter((holder) => holder.role === 'coordinator') ?? []
  const needsTwo = role === 'coordinator' && coordinators.length >= 2
  const admit = (heard: ReadableSubject): Promise<void> =>
    writing.write(async () => {
      await keys.admit(heard)
      return role === 'reporter' ? words.admittedWriter(name) : words.admitted(name)
    })
  // Half a pair has no words: whoever is admitted unheard could be anybody whom the server names.
  const { recipient } = subject
  if (recipient === null) {
    return (
      <div className="waits">
        <p>{words.noWords(name)}</p>
      </div>
    )
  }
  return (
    <div className="waits">
      <p>{words.keysMade(name)}</p>
      {step === 'closed' && <Button kind="primary" onPress={() => { setCompared({ ...subject, recipient }); setStep('comparing') }}>{words.compare}</Button>}
      {step === 'comparing' && compared && (
        <Comparing
          name={name} recipient={compared.recipient} verifyKey={compared.verifyKey} busy={writing.busy}
          becomes={`${words.role[compared.role]}, ${organisations.find(({ id }) => id === compared.organisation)?.name ?? words.noOrganisation}`}
          onSame={() => (needsTwo ? setStep('proposing') : void admit(compared))}
          onDiffers={() => setStep('differs')} onLater={() => setStep('closed')}
        />
      )}
      {step === 'differs' && (
        <div className="failure" role="alert">
          <h3>{words.differTitle}</h3>
          <p>{words.differ(name)}</p>
          <Button kind="secondary" onPress={() => setStep('closed')}>{words.later}</Button>
        </div>
      )}
      {step === 'proposing' && compared && <Proposal change={{ type: 'add', subject: compared }} answer={answer} onEnd={() => setStep('closed')} />}
    </div>
  )
}

type ComparingProps = {
  readonly name: string
  /** Role and organisation, as they are signed with the keys: what she was invited to be, the server tells. */
  readonly becomes: string
  readonly recipient: string
  readonly verifyKey: string
  readonly busy: boolean
  readonly onSame: () => void
  readonly onDiffers: () => void
  readonly onLater: () => void
}

function Comparing({ name, becomes, recipient, verifyKey, busy, onSame, onDiffers, onLater }: ComparingProps): ReactNode {
  const words = useNetworkWords()
  const heading = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const [eight, setEight] = useState<readonly string[]>()
  useEffect(() => {
    title.current?.focus()
  }, [])
  useEffect(() => {
    let current = true
    void keys.wordsOf({ recipient, verifyKey }).then((found) => current && setEight(found))
    return () => {
      current = false
    }
  }, [recipient, verifyKey])
  return (
    <section className="comparing" aria-labelledby={heading}>
      <h3 id={heading} ref={title} tabIndex={-1}>{words.compareTitle(name)}</h3>
      <p><strong>{becomes}</strong></p>
      <p>{words.compareText}</p>
      {eight && <SpokenWords words={eight} label={words.wordsLabel} />}
      <p className="hint">{words.compareVoice}</p>
      <p className="network-ways">
        <Button kind="primary" isDisabled={busy || !eight} onPress={onSame}>{words.same(name)}</Button>
        <Button kind="danger" isDisabled={busy} onPress={onDiffers}>{words.notSame}</Button>
        <Button kind="quiet" isDisabled={busy} onPress={onLater}>{words.later}</Button>
      </p>
    </section>
  )
}
