// A year's dates in one go: four for each circle, proposed on Thursdays, all in sight before they are entered.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { Circle, NewMeetingsRequest } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { meetingsQuery } from '../../api/meeting-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { linesOf } from './lines-of.ts'
import { useMeetingWords } from './meeting-words.ts'

/** The core group in February, May, September and November, the large network the month after. */
const months: Readonly<Record<Circle, readonly number[]>> = { core: [2, 5, 9, 11], network: [3, 6, 10, 12] }

export function PlanYear(): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const client = useQueryClient()
  const { today } = useNetwork()
  const planned = useQuery(meetingsQuery).data?.meetings ?? []
  const [year, setYear] = useState(String(Number(today.slice(0, 4)) + (today.slice(5) > '09-30' ? 1 : 0)))
  const [dates, setDates] = useState<Readonly<Record<string, string>>>({})
  const [hours, setHours] = useState({ begins: '13:00', ends: '15:00' })
  const [agenda, setAgenda] = useState(words.plan.agendaStart)
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLElement>(null)
  const { busy, failure, said, act } = useAct()
  const known = /^20\d\d$/.test(year)
  const places = (['core', 'network'] as const).flatMap((circle) => months[circle].map((month, index) => {
    const day = known ? secondThursday(Number(year), month) : ''
    // A month that has its meeting gets no second one: whoever presses once more has nothing left to enter.
    const taken = planned.some((one) => one.circle === circle && one.state !== 'cancelled' && one.date.slice(0, 7) === day.slice(0, 7))
    return { circle, key: `${year} ${circle} ${month}`, index, proposed: taken ? '' : day }
  }))
  const dateOf = ({ key, proposed }: (typeof places)[number]): string => dates[key] ?? proposed
  const inOrder = hours.begins < hours.ends
  const hasNone = places.every((place) => dateOf(place) === '')
  const save = (): Promise<void> => act(async () => {
    const chosen = places.filter((place) => dateOf(place) !== '')
    setChecked(true)
    if (chosen.length === 0 || !inOrder || !known) return focusWrong(form.current)
    const body: NewMeetingsRequest = { meetings: chosen.map((place) => ({ id: crypto.randomUUID(), circle: place.circle, date: dateOf(place), ...hours, agenda: linesOf(agenda) })) }
    await ask('meetings', { method: 'POST', body })
    await client.invalidateQueries({ queryKey: meetingsQuery.queryKey })
    setDates({})
    setChecked(false)
    return words.plan.saved(renderCount(chosen.length, language))
  })
  return (
    <section ref={form} className="meeting-form" aria-labelledby="plan-year">
      <h2 id="plan-year">{words.plan.title}</h2>
      <p>{words.plan.text}</p>
      <div className="meeting-fields">
        <TextField label={words.plan.year} value={year} onChange={setYear} inputMode="numeric" maxLength={4} error={checked && !known ? words.plan.noYear : undefined} />
        <TimeField label={words.plan.begins} value={hours.begins} onChange={(begins) => setHours({ ...hours, begins })} />
        <TimeField label={words.plan.ends} value={hours.ends} onChange={(ends) => setHours({ ...hours, ends })} error={inOrder ? undefined : words.plan.order} />
      </div>
      <div className="meeting-fields">
        {places.map((place) => (
          <TextField key={place.key} type="date" label={words.plan.date(words.circle[place.circle], place.index + 1)} value={dateOf(place)} onChange={(date) => setDates({ ...dates, [place.key]: date })} error={checked && known && hasNone && place === places[0] ? words.plan.nothing : undefined} />
        ))}
      </div>
      <TextField label={words.plan.agenda} hint={words.plan.agendaHint} value={agenda} onChange={setAgenda} lines={5} maxLength={2000} spellCheck />
      <Button kind="primary" isDisabled={busy} onPress={() => void save()}>{words.plan.save}</Button>
      <ActOutcome acting={{ said, failure }} />
    </section>
  )
}

type TimeFieldProps = { readonly label: string; readonly value: string; readonly onChange: (time: string) => void; readonly error?: string | undefined }

/** The browser's own, which writes HH:MM whatever it shows. */
export function TimeField({ label, value, onChange, error }: TimeFieldProps): ReactNode {
  const field = useId()
  return (
    <div className="field">
      <label className="label" htmlFor={field}>{label}</label>
      <input
        id={field} className="input" type="time" value={value} onChange={(event) => event.target.value !== '' && onChange(event.target.value)} aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { 'data-invalid': true, 'aria-describedby': `${field}-error` })}
      />
      {error !== undefined && <span id={`${field}-error`} className="field-error">{error}</span>}
    </div>
  )
}

function secondThursday(year: number, month: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const day = 1 + ((4 - first + 7) % 7) + 7
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
