// The sample's meetings after those of its data: four a year in each circle up to the day on which it is made, and those that come next.
import type { CivilDate } from '@lykta/incident'
import type { Circle } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'

export type Written = { readonly organisation?: string; readonly text?: string; readonly line?: number; readonly due?: string; /** Days from today. */ readonly dueIn?: number; readonly settled?: string; readonly state?: 'open' | 'done' }
export type SampleMeeting = {
  readonly circle: Circle; readonly date: CivilDate; readonly begins: string; readonly ends: string; readonly state: 'planned' | 'held'; readonly agenda: readonly string[]
  /** Organisations by their codes. */
  readonly attendance: readonly string[] | null
  readonly situations: readonly Written[]; readonly decisions: readonly Written[]; readonly actions: readonly Written[]
}
type Said = Partial<Pick<SampleMeeting, 'situations' | 'decisions' | 'actions'>>

/** How a circle goes on meeting; `last`: what was said at the one before today, `coming`: before the next. */
export type Later = Pick<SampleMeeting, 'begins' | 'ends' | 'agenda' | 'attendance'> & { readonly months: readonly number[]; readonly from: CivilDate; readonly last: Said; readonly coming: Said }

const planned = 2
const said = { situations: [], decisions: [], actions: [] }

/** On second Thursdays, as the page proposes them. Whatever today is, one has been and two are to come. */
export function laterMeetings(circle: Circle, { months, from, last, coming, attendance, ...hours }: Later, today: CivilDate): readonly SampleMeeting[] {
  const years = Array.from({ length: Number(today.slice(0, 4)) - Number(from.slice(0, 4)) + 2 }, (_, at) => Number(from.slice(0, 4)) + at)
  const dates = years.flatMap((year) => months.map((month) => secondThursday(year, month))).filter((date) => date >= from)
  const held = dates.filter((date) => date < today)
  const next = dates.filter((date) => date >= today).slice(0, planned)
  return [
    ...held.map((date): SampleMeeting => ({ circle, date, ...hours, state: 'held', attendance, ...said, ...(date === held.at(-1) ? last : {}) })),
    ...next.map((date): SampleMeeting => ({ circle, date, ...hours, state: 'planned', attendance: null, ...said, ...(date === next[0] ? coming : {}) })),
  ]
}

function secondThursday(year: number, month: number): CivilDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: ((4 - first.dayOfWeek + 7) % 7) + 7 }).toString()
}
