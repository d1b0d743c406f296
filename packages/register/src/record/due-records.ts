// What falls due by a day, found by the database: the rule is the incident room's (fallsDue), and a test holds this against it.
import type { CivilDate, Clock, Hold, Id } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'
import { dueText } from './due-text.ts'

/** In the order of `dueText`'s months. */
const recordClasses = ['narrative', 'note', 'situation', 'person', 'coded'] as const
export type RecordClass = (typeof recordClasses)[number]

export type DueRecord = {
  readonly class: RecordClass
  /** The incident, case or meeting. */
  readonly id: Id
  /** By what people call it: an incident's or a case's reference, a meeting's day. */
  readonly name: string
  readonly on: CivilDate
  /** The last day of the hold that stops it; null when nothing does. */
  readonly heldUntil: CivilDate | null
  /** Answers whose sealed reason stands: that goes first. */
  readonly waitsForReason: boolean
}

export type DueQuestion = {
  readonly today: CivilDate
  /** Not before today. */
  readonly by: CivilDate
  readonly timeZone: string
  readonly clocks: readonly Pick<Clock, 'id' | 'months'>[]
  readonly holds: readonly Hold[]
  /** How many are listed. */
  readonly most?: number | undefined
  /** No other incidents, cases and meetings. */
  readonly only?: readonly Id[] | undefined
}

export type DueRecords = {
  /** Due today, the earliest first. */
  readonly first: readonly DueRecord[]
  /** All of them; `waiting`: not held. */
  readonly now: readonly { readonly class: RecordClass; readonly count: number; readonly held: number; readonly waiting: number }[]
  /** What falls due after today, by month (2026-11), the earliest first. */
  readonly coming: readonly { readonly class: RecordClass; readonly month: string; readonly count: number }[]
}

export async function readDueRecords({ client, network }: ReadTransaction, { today, by, timeZone, clocks, holds, most, only }: DueQuestion): Promise<DueRecords> {
  const months = recordClasses.map((of) => clocks.find(({ id }) => id === of)!.months)
  const standing = holds.filter(({ until }) => until >= today)
  // Nothing may grow with the square of the register: a table that has filled since PostgreSQL last looked it believes empty, and would go through it
  // once for each row of another. Helpers of its own cost more than they bring.
  if (only === undefined) await client.query('set local enable_nestloop = off; set local max_parallel_workers_per_gather = 0')
  // Three texts instead of rows: there may be as many as records.
  const { rows: [row] } = await client.query<{ readonly [Part in keyof DueRecords]: DueRecords[Part] | null }>(`${dueText}
    select (select json_agg(json_build_object('class', class, 'id', id, 'on', on_day, 'heldUntil', held_until, 'waitsForReason', waits, 'name', case class
            when 'note' then (select ref from lykta.case_file where network_id = $1 and case_id = id)
            when 'situation' then (select held_on::text from lykta.meeting_revision where network_id = $1 and meeting_id = id order by revision desc limit 1)
            else (select ref from lykta.incident where network_id = $1 and incident_id = id) end) order by on_day, class collate "C", id)
        from (select * from due where on_day <= $2 order by on_day, class collate "C", id limit $12) f) as first,
      (select json_agg(n) from (
        select class, count(*), count(held_until) as held, count(*) filter (where held_until is null and waits) as waiting from due where on_day <= $2 group by 1) n) as now,
      (select json_agg(s) from (
        select class, to_char(on_day, 'YYYY-MM') as month, count(*) from due where on_day > $2 group by 1, 2 order by 2, 1) s) as coming`,
  [network, today, by, timeZone, ...months, standing.map(({ subject }) => subject), standing.map(({ until }) => until), most ?? null, only ?? null])
  if (only === undefined) await client.query('set local enable_nestloop to default; set local max_parallel_workers_per_gather to default')
  return { first: row!.first ?? [], now: row!.now ?? [], coming: row!.coming ?? [] }
}
