// A member who has made her keys: eight words, read by her and compared here, before she is admitted.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { MemberEntry, MembersAnswer } from '../../../../server/src/api/member-types.ts'
import { Button } from '../../components/button.tsx'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { SpokenWords } from '../../components/spoken-words.tsx'
import { subjectOf } from './member-subject.ts'
import { useNetworkWords } from './network-words.ts'
import { Proposal } from './proposal.tsx'
import type { Writing } from './use-writing.ts'

type WaitingMemberProps = { readonly member: MemberEntry; readonly answer: MembersAnswer; readonly writing: Writing }

export function WaitingMember({ member, answer, writing }: WaitingMemberProps): ReactNode {
  const words = useNetworkWords()
  const { log } = useKeys()
  const [step, setStep] = useState<'closed' | 'comparing' | 'differs' | 'proposing'>('closed')
  const subject = subjectOf(member)
  const { name, role } = member
  if (!subject) return null
  const coordinators = log?.holders.filter((holder) => holder.role === 'coordinator') ?? []
  const needsTwo = role === 'coordinator' && coordinators.length >= 2
  const admit = (): Promise<void> =>
    writing.write(async () => {
      await keys.admit(subject)
      return role === 'reporter' ? words.admittedWriter(name) : words.admitted(name)
    })
  if (subject.recipient === null) {
    return (
      <div className="waits">
        <p>{words.noWords(name)}</p>
        <Button kind="primary" isDisabled={writing.busy} onPress={() => void admit()}>{words.addWriter(name)}</Button>
      </div>
    )
  }
  return (
    <div className="waits">
      <p>{words.keysMade(name)}</p>
      {step === 'closed' && <Button kind="primary" onPress={() => setStep('comparing')}>{words.compare}</Button>}
      {step === 'comparing' && (
        <Comparing
          key={subject.verifyKey} name={name} recipient={subject.recipient} verifyKey={subject.verifyKey} busy={writing.busy}
          onSame={() => (needsTwo ? setStep('proposing') : void admit())}
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
      {step === 'proposing' && <Proposal change={{ type: 'add', subject }} answer={answer} onEnd={() => setStep('closed')} />}
    </div>
  )
}

type ComparingProps = {
  readonly name: string
  readonly recipient: string
  readonly verifyKey: string
  readonly busy: boolean
  readonly onSame: () => void
  readonly onDiffers: () => void
  readonly onLater: () => void
}

function Comparing({ name, recipient, verifyKey, busy, onSame, onDiffers, onLater }: ComparingProps): ReactNode {
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
