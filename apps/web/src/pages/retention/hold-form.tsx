// Asking for a legal hold: on what, why, and until when.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { HoldKind, HoldReason, HoldsAnswer, NewHoldRequest } from '../../../../server/src/api/retention-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { OneOf } from '../../components/one-of.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { holdsQuery, retentionQuery } from './retention-queries.ts'
import { useRetentionWords } from './retention-words.ts'

const kinds: readonly HoldKind[] = ['incident', 'case', 'meeting']
const reasons: readonly HoldReason[] = ['investigation', 'supervision', 'dispute']

export function HoldForm({ answer: { meetings, alone } }: { readonly answer: HoldsAnswer }): ReactNode {
  const words = useRetentionWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const acting = useAct()
  const [isOpen, setIsOpen] = useState(false)
  const { form, opener } = useFormFocus(isOpen ? 'form' : undefined)
  const [kind, setKind] = useState<HoldKind>('incident')
  const [of, setOf] = useState('')
  const [reason, setReason] = useState<HoldReason>('investigation')
  const [until, setUntil] = useState('')
  const [both, setBoth] = useState(false)
  const [tried, setTried] = useState(false)
  const save = (): void => {
    setTried(true)
    if (of.trim() === '' || until === '' || (alone && !both)) return focusWrong(form.current)
    void acting.act(async () => {
      const body: NewHoldRequest = { id: crypto.randomUUID(), act: 'place', kind, of: of.trim(), reason, until, ...(alone ? { both } : {}) }
      queries.setQueryData(holdsQuery.queryKey, await ask<HoldsAnswer>('holds', { method: 'POST', body }))
      void queries.invalidateQueries({ queryKey: retentionQuery.queryKey })
      setIsOpen(false)
      setOf('')
      setTried(false)
      return alone ? words.askedAlone : words.asked
    })
  }
  const choose = (next: HoldKind): void => {
    setKind(next)
    setOf('')
  }
  const missing = (value: string): { readonly error?: string } => (tried && value.trim() === '' ? { error: words.missing } : {})
  return (
    <>
      {!isOpen && <p className="retention-ways"><Button kind="secondary" ref={opener('form')} onPress={() => setIsOpen(true)}>{words.place}</Button></p>}
      {isOpen && (
        <div ref={form} className="retention-form" role="group" aria-label={words.place}>
          <OneOf label={words.kindField} selected={kind} onSelect={choose} options={kinds.map((id) => ({ id, text: words.kinds[id] }))} />
          {kind === 'meeting'
            ? <SelectField label={words.meetingField} none={words.chooseMeeting} selected={of} onSelect={setOf} options={meetings.map(({ id, date }) => ({ id, text: renderDay(date, language) }))} {...missing(of)} />
            : <TextField label={words.refField} value={of} onChange={setOf} maxLength={40} {...missing(of)} />}
          <OneOf label={words.reasonField} selected={reason} onSelect={setReason} options={reasons.map((id) => ({ id, text: words.reasons[id] }))} />
          <TextField label={words.untilField} type="date" value={until} onChange={setUntil} {...missing(until)} />
          {alone && <TickBox isTicked={both} onTick={setBoth} error={tried && !both ? words.needBoth : undefined}>{words.both}</TickBox>}
          <p className="retention-ways">
            <Button kind="primary" isDisabled={acting.busy} onPress={save}>{words.ask}</Button>
            <Button kind="quiet" onPress={() => setIsOpen(false)}>{words.cancel}</Button>
          </p>
        </div>
      )}
      <ActOutcome acting={acting} />
    </>
  )
}
