// A decision on how long a kind is kept, as it is written down: months, ground, where it stands, its day.
import { type ClockGround, clockGrounds, longestClock } from '@lykta/incident'
import { type ReactNode, type RefObject, useState } from 'react'
import type { ClockEntry, ClockRequest } from '../../../../server/src/api/retention-types.ts'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { OneOf } from '../../components/one-of.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useRetentionWords } from './retention-words.ts'

type Decided = NonNullable<ClockRequest['decided']>

export function ClockForm({ form, clock: { id, months, decided }, today, busy, onSave, onCancel }: {
  readonly form: RefObject<HTMLDivElement | null>; readonly clock: ClockEntry; readonly today: string; readonly busy: boolean; readonly onSave: (decided: Decided) => void; readonly onCancel: () => void
}): ReactNode {
  const words = useRetentionWords()
  const [count, setCount] = useState(String(months))
  const [ground, setGround] = useState<ClockGround>(decided?.ground ?? 'arrangement')
  const [reference, setReference] = useState(decided?.reference ?? '')
  const [day, setDay] = useState(decided?.decidedOn ?? '')
  const [tried, setTried] = useState(false)
  const number = /^[1-9]\d{0,3}$/.test(count.trim()) && Number(count) <= longestClock ? Number(count) : undefined
  const isWhole = number !== undefined && reference.trim() !== '' && day !== '' && day <= today
  const save = (): void => {
    setTried(true)
    if (isWhole) onSave({ months: number, ground, reference: reference.trim(), decidedOn: day })
    else focusWrong(form.current)
  }
  const missing = (is: boolean): { readonly error?: string } => (tried && is ? { error: words.missing } : {})
  return (
    <div ref={form} className="retention-form" role="group" aria-label={words.decide(words.what[id])}>
      <TextField label={words.monthsField} hint={words.monthsHint} value={count} onChange={setCount} inputMode="numeric" maxLength={4} {...(tried && number === undefined ? { error: words.badMonths } : {})} />
      <OneOf label={words.groundField} selected={ground} onSelect={setGround} options={clockGrounds.map((one) => ({ id: one, text: words.grounds[one] }))} />
      <TextField label={words.referenceField} hint={words.referenceHint} value={reference} onChange={setReference} maxLength={80} {...missing(reference.trim() === '')} />
      <TextField label={words.dayField} type="date" value={day} onChange={setDay} {...missing(day === '' || day > today)} />
      <p className="retention-ways">
        <Button kind="primary" isDisabled={busy} onPress={save}>{words.save}</Button>
        <Button kind="quiet" onPress={onCancel}>{words.cancel}</Button>
      </p>
    </div>
  )
}
