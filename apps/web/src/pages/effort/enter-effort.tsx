// The form for trainings held or outreach passes made in one month: a coordinator's for any organisation, a core member's for her own.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import type { EffortRequest } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { effortsQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { OneOf } from '../../components/one-of.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderMonth } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useMembersOn } from '../meetings/use-members-on.ts'
import { useEffortWords } from './effort-words.ts'

/** As the server takes them. */
const timesOf = { least: 1, most: 1000 }
const peopleOf = { least: 0, most: 100_000 }

export function EnterEffort(): ReactNode {
  const words = useEffortWords()
  const language = useLanguage()
  const client = useQueryClient()
  const { today, network } = useNetwork()
  const session = useQuery(sessionQuery)
  const members = useMembersOn(today)
  const isCoordinator = session.data?.rights.includes('meeting.manage') === true
  const [kind, setKind] = useState<'training' | 'outreach'>('training')
  const [{ month, chosen, times, people }, setEffort] = useState({ month: today.slice(0, 7), chosen: '', times: '1', people: '' })
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLElement>(null)
  const { busy, failure, said, act } = useAct()
  const put = (change: Partial<{ month: string; chosen: string; times: string; people: string }>): void => setEffort({ month, chosen, times, people, ...change })
  const organisation = isCoordinator ? chosen : (session.data?.caller?.organisation ?? '')
  const isCount = (text: string, { least, most }: { readonly least: number; readonly most: number }): boolean => /^\d{1,6}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
  const wrongNumber = ({ least, most }: { readonly least: number; readonly most: number }): string => words.wrong(renderCount(least, language), renderCount(most, language))
  const wrong = { organisation: organisation === '', times: !isCount(times, timesOf), people: kind === 'training' && people.trim() !== '' && !isCount(people, peopleOf) }
  const save = (): Promise<void> => act(async () => {
    setChecked(true)
    if (wrong.organisation || wrong.times || wrong.people) return focusWrong(form.current)
    const body: EffortRequest = { revision: 1, organisation, kind, month, times: Number(times), people: kind === 'training' && people.trim() !== '' ? Number(people) : null, withdrawn: false }
    await ask(`efforts/${crypto.randomUUID()}`, { method: 'PUT', body })
    await client.invalidateQueries({ queryKey: effortsQuery.queryKey })
    put({ times: '1', people: '' })
    setChecked(false)
    return words.saved
  })
  return (
    <section ref={form} className="meeting-form" aria-labelledby="enter-effort">
      <h2 id="enter-effort">{words.enter}</h2>
      <OneOf label={words.what} selected={kind} onSelect={setKind} options={(['training', 'outreach'] as const).map((id) => ({ id, text: words.kind[id] }))} />
      <div className="meeting-fields">
        {isCoordinator && <SelectField label={words.organisation} none="–" selected={chosen} onSelect={(one) => put({ chosen: one })} error={checked && wrong.organisation ? words.noOrganisation : undefined} options={members.map(({ id, name }) => ({ id, text: name }))} />}
        <SelectField label={words.month} selected={month} onSelect={(one) => put({ month: one })} options={monthsBack(today, network.collectionStart).map((id) => ({ id, text: renderMonth(`${id}-01`, language) }))} />
        <TextField label={words.times} value={times} onChange={(one) => put({ times: one })} inputMode="numeric" maxLength={4} error={checked && wrong.times ? wrongNumber(timesOf) : undefined} />
        {kind === 'training' && <TextField label={words.people} hint={words.peopleHint} value={people} onChange={(one) => put({ people: one })} inputMode="numeric" maxLength={6} error={checked && wrong.people ? wrongNumber(peopleOf) : undefined} />}
      </div>
      <Button kind="primary" isDisabled={busy} onPress={() => void save()}>{words.save}</Button>
      <ActOutcome acting={{ said, failure }} />
    </section>
  )
}

/** Newest first, back to the first month of collection: earlier years' effort stands beside their figures too. */
function monthsBack(today: string, start: string): readonly string[] {
  const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const [last, first] = [numberOf(today), numberOf(start)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, back) => `${Math.floor((last - back) / 12)}-${String(((last - back) % 12) + 1).padStart(2, '0')}`)
}
