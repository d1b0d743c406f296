// What of the record still has sealed text, or answers as fine as they were written, with the days that its clocks count from.
import { type CivilDate, foldCase, type Id, type KeptRecords } from '@lykta/incident'
import type { Instant } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { readCases } from './cases.ts'

export type KeptTexts = {
  readonly records: Pick<KeptRecords, 'incidents' | 'cases' | 'meetings'>
  /** Which of the records still have a text to erase. */
  readonly withText: ReadonlySet<Id>
  /** By what people call it: an incident's or a case's reference, a meeting's day. */
  readonly names: ReadonlyMap<Id, string>
}

/** `dayOf`: on which day of the network's that was. `fineBefore`: also incidents wholly before that day whose answers could be made coarser. */
export async function readKeptTexts(transaction: ReadTransaction, dayOf: (at: Instant) => CivilDate, fineBefore?: CivilDate): Promise<KeptTexts> {
  const { client, network } = transaction
  // The newest text that is left; one of the first revision is as old as the report, whenever it was brought in.
  const { rows: incidents } = await client.query<{ readonly id: Id; readonly ref: string; readonly occurred: string; readonly reported: string | null; readonly written: Instant }>(
    `select i.incident_id as id, i.ref, f.occurred_to as occurred,
       case when t.revision = 1 then f.reported_on end as reported, r.created_at as written
     from (select distinct on (b.incident_id) b.network_id, b.incident_id, b.revision from lykta.sealed_body b
       join lykta.sealed_key k on k.network_id = b.network_id and k.sealed_id = b.sealed_id
       where b.network_id = $1 order by b.incident_id, b.revision desc) t
     join lykta.incident i on i.network_id = t.network_id and i.incident_id = t.incident_id
     join lykta.revision r on r.network_id = t.network_id and r.incident_id = t.incident_id and r.number = t.revision
     join lykta.incident_fact f on f.network_id = t.network_id and f.incident_id = t.incident_id and f.revision = t.revision`, [network])
  const { rows: meetings } = await client.query<{ readonly id: Id; readonly date: string }>(
    `select distinct on (m.meeting_id) m.meeting_id as id, m.held_on as date from lykta.meeting_revision m
     where m.network_id = $1 and exists (select from lykta.meeting_text t join lykta.meeting_key k on k.network_id = t.network_id and k.text_id = t.text_id
       where t.network_id = m.network_id and t.meeting_id = m.meeting_id)
     order by m.meeting_id, m.revision desc`, [network])
  const { rows: noted } = await client.query<{ readonly id: Id }>('select distinct case_id as id from lykta.case_note_key where network_id = $1', [network])
  const cases = (await readCases(transaction)).map(({ id, ref, events }) => ({ id, ref, state: foldCase(events) }))
  const joined = await readJoined(transaction)
  const casesOf = (id: Id): readonly Id[] => [...(joined.get(id) ?? [])]
  const fine = new Map((fineBefore === undefined ? [] : await readFine(transaction, fineBefore)).map((one) => [one.id, one]))
  const withReason = new Set(incidents.map(({ id }) => id))
  const others = [...fine.values()].filter(({ id }) => !withReason.has(id))
  const levels = (id: Id): { readonly fine?: { readonly person: boolean; readonly coded: boolean } } => {
    if (fineBefore === undefined) return {}
    const { person = false, coded = false } = fine.get(id) ?? {}
    return { fine: { person, coded } }
  }
  return {
    records: {
      incidents: [
        ...incidents.map((row) => ({ id: row.id, occurredTo: row.occurred, writtenOn: row.reported ?? dayOf(row.written), cases: casesOf(row.id), ...levels(row.id) })),
        ...others.map((row) => ({ id: row.id, occurredTo: row.occurred, writtenOn: row.reported, cases: casesOf(row.id), ...levels(row.id) })),
      ],
      cases: cases.map(({ id, state }) => ({ id, closedOn: state.closed && dayOf(state.closed.at), writtenOn: dayOf(state.lastAt) })),
      meetings: meetings.map(({ id, date }) => ({ id, heldOn: date })),
    },
    withText: new Set([...incidents, ...meetings, ...noted].map(({ id }) => id)),
    names: new Map([...[...incidents, ...others].map(({ id, ref }) => [id, ref] as const), ...cases.map(({ id, ref }) => [id, ref] as const), ...meetings.map(({ id, date }) => [id, date] as const)]),
  }
}

type Fine = { readonly id: Id; readonly ref: string; readonly occurred: CivilDate; readonly reported: CivilDate; readonly person: boolean; readonly coded: boolean }

/** In any revision: something left of what the first level takes, and something that the second has not been through. Each table is read once: by incident it costs three times as much. */
async function readFine({ client, network }: ReadTransaction, before: CivilDate): Promise<readonly Fine[]> {
  const { rows } = await client.query<Omit<Fine, 'person' | 'coded'>>(
    `select i.incident_id as id, i.ref, f.occurred_to as occurred, f.reported_on as reported
     from lykta.incident_fact f join lykta.incident i on i.network_id = f.network_id and i.incident_id = f.incident_id
     where f.network_id = $1 and f.from_position is not null and f.until_position is null and f.occurred_to < $2`, [network, before])
  const { rows: written } = await client.query<{ readonly id: Id; readonly revisions: number; readonly person: boolean }>(
    `select incident_id as id, count(*)::int as revisions,
       bool_or(strpos(answers, '"contactDate":"') > 0 or strpos(answers, '"supportOrganisation":"') > 0 or strpos(answers, '"on":"') > 0) as person
     from lykta.revision where network_id = $1 group by 1`, [network])
  const { rows: been } = await client.query<{ readonly id: Id; readonly revisions: number }>(
    `select incident_id as id, count(*)::int as revisions from lykta.coarsening where network_id = $1 and level = 'coded' group by 1`, [network])
  const [all, coarse] = [new Map(written.map((one) => [one.id, one])), new Map(been.map(({ id, revisions }) => [id, revisions]))]
  return rows.flatMap((row): readonly Fine[] => {
    const { person = false, revisions = 0 } = all.get(row.id) ?? {}
    const coded = revisions > (coarse.get(row.id) ?? 0)
    return person || coded ? [{ ...row, person, coded }] : []
  })
}

/** By incident, every case that it belongs or has belonged to. */
async function readJoined({ client, network }: ReadTransaction): Promise<ReadonlyMap<Id, ReadonlySet<Id>>> {
  const { rows } = await client.query<{ readonly id: Id; readonly of: Id }>(`select incident_id as id, case_id as of from lykta.case_event where network_id = $1 and kind = 'join'`, [network])
  const joined = new Map<Id, Set<Id>>()
  for (const { id, of } of rows) joined.set(id, (joined.get(id) ?? new Set()).add(of))
  return joined
}
