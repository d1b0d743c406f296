// Cases: identities, and events that are only ever added. The events' meaning is the incident room's (foldCase).
import { canonicalText, type CaseAct, type CaseEvent, type Id } from '@lykta/incident'
import { sha256 } from '../hash.ts'
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import type { SealedText } from './append-revisions.ts'
import { insertRows } from './insert-rows.ts'

export type StoredCase = {
  readonly id: Id
  readonly ref: string
  /** In their order; the first one opened it. */
  readonly events: readonly CaseEvent[]
}

export type NewCaseEvent = {
  readonly id: Id
  readonly act: CaseAct
  /** Of a note, and of nothing else; `sealedId` is the event's id. */
  readonly note?: Omit<SealedText, 'sealedId'> | undefined
  readonly at: Instant
}

export async function appendCase({ client, network, member }: WriteTransaction, { id, ref, at }: { readonly id: Id; readonly ref: string; readonly at: Instant }): Promise<void> {
  await insertRows({ client }, 'case_file', [{ network_id: network, case_id: id, ref, author: member, created_at: at }])
}

/** Until the transaction ends nobody else moves them between cases: to which case each belongs is read after it, and stands. */
export async function holdIncidents({ run, network }: WriteTransaction, incidents: readonly Id[]): Promise<void> {
  // In one order, so that two who want the same ones wait and do not stand in each other's way.
  for (const incident of [...incidents].sort()) await run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`lykta.case ${network} ${incident}`])
}

/**
 * After all that the case has; two writes in the same moment, or an incident that has come into another case meanwhile, are refused with
 * `register.changed-meanwhile`.
 */
export async function appendCaseEvents(transaction: WriteTransaction, of: Id, events: readonly NewCaseEvent[]): Promise<void> {
  const { network, member, run } = transaction
  const [last] = await run('select coalesce(max(seq), 0) as seq from lykta.case_event where network_id = $1 and case_id = $2', [network, of])
  const moves = new Map((await run('select incident_id, max(incident_seq) as seq from lykta.case_event where network_id = $1 and incident_id = any($2) group by 1',
    [network, events.flatMap(({ act }) => ('incident' in act ? [act.incident] : []))])).map((row) => [row['incident_id'] as Id, Number(row['seq'])]))
  const rows = events.map(({ id, act: { kind, ...rest }, note, at }, index) => {
    const { incident, ...content } = { incident: null, ...rest }
    let move: number | null = null
    if (incident !== null && (kind === 'join' || kind === 'leave')) moves.set(incident, (move = (moves.get(incident) ?? 0) + 1))
    return {
      network_id: network, case_id: of, seq: Number(last!['seq']) + index + 1, event_id: id, kind, content: canonicalText(content), incident_id: incident, incident_seq: move,
      sealed_hash: note === undefined ? null : sha256(note.body), author: member, created_at: at,
    }
  })
  await insertRows(transaction, 'case_event', rows)
  const notes = events.flatMap(({ id, note }) => (note === undefined ? [] : [{ id, ...note }]))
  await insertRows(transaction, 'case_note', notes.map(({ id, epoch, position, body }) =>
    ({ network_id: network, note_id: id, case_id: of, epoch, log_position: position ?? null, body: Buffer.from(body) })))
  await insertRows(transaction, 'case_note_key', notes.map(({ id, epoch, key }) => ({ network_id: network, note_id: id, case_id: of, epoch, key: Buffer.from(key) })))
}

/** Those that the caller may see, in the order in which they were opened; `cases`: no others. */
export async function readCases({ db, network }: ReadTransaction, cases?: readonly Id[]): Promise<readonly StoredCase[]> {
  const files = db.selectFrom('case_file').select(['case_id', 'ref', 'from_position']).where('network_id', '=', network).where('from_position', 'is not', null)
  const events = db.selectFrom('case_event').selectAll().where('network_id', '=', network).where('from_position', 'is not', null)
  const [fileRows, eventRows] = await Promise.all([
    (cases ? files.where((eb) => eb('case_id', '=', eb.fn.any(eb.val([...cases])))) : files).orderBy('from_position').orderBy('case_id').execute(),
    (cases ? events.where((eb) => eb('case_id', '=', eb.fn.any(eb.val([...cases])))) : events).orderBy('case_id').orderBy('seq').execute(),
  ])
  const byCase = Map.groupBy(eventRows, ({ case_id: id }) => id)
  return fileRows.map(({ case_id: id, ref }) => ({ id, ref, events: (byCase.get(id) ?? []).map(eventOf) }))
}

/** Ids of the cases that are not closed. */
export async function readOpenCaseIds({ run, network }: ReadTransaction): Promise<readonly Id[]> {
  const rows = await run(`select case_id from lykta.case_file f where network_id = $1 and from_position is not null and coalesce((
      select kind from lykta.case_event e where e.network_id = f.network_id and e.case_id = f.case_id and kind in ('close', 'reopen') order by seq desc limit 1), 'open') <> 'close'`, [network])
  return rows.map((row) => row['case_id'] as Id)
}

/** The closed ones, last closed first. */
export async function readClosedCaseIds({ run, network }: ReadTransaction, most: number): Promise<readonly Id[]> {
  const rows = await run(`select case_id from (
      select distinct on (case_id) case_id, kind, created_at from lykta.case_event where network_id = $1 and from_position is not null and kind in ('close', 'reopen') order by case_id, seq desc) last
    where kind = 'close' order by created_at desc, case_id limit $2`, [network, most])
  return rows.map((row) => row['case_id'] as Id)
}

export async function readAllCaseIds({ db, network }: ReadTransaction): Promise<readonly Id[]> {
  return (await db.selectFrom('case_file').select('case_id').where('network_id', '=', network).where('from_position', 'is not', null).execute()).map(({ case_id: id }) => id)
}

export async function findCaseId({ db, network }: ReadTransaction, ref: string): Promise<Id | undefined> {
  const row = await db.selectFrom('case_file').select('case_id').where('network_id', '=', network).where('ref', '=', ref).where('from_position', 'is not', null).executeTakeFirst()
  return row?.case_id
}

/** To which case each of the incidents belongs now, of those that the caller may see. */
export async function readCasesOfIncidents({ run, network }: ReadTransaction, incidents: readonly Id[]): Promise<ReadonlyMap<Id, { readonly id: Id; readonly ref: string }>> {
  const rows = await run(`select last.incident_id, f.case_id, f.ref from (
      select distinct on (incident_id) incident_id, case_id, kind from lykta.case_event
      where network_id = $1 and incident_id = any($2) and incident_seq is not null and from_position is not null order by incident_id, incident_seq desc) last
    join lykta.case_file f on f.network_id = $1 and f.case_id = last.case_id where last.kind = 'join'`, [network, [...incidents]])
  return new Map(rows.map((row) => [row['incident_id'] as Id, { id: row['case_id'] as Id, ref: row['ref'] as string }]))
}

function eventOf({ event_id: id, seq, kind, content, incident_id: incident, author, created_at: at }: Stored<'case_event'>): CaseEvent {
  const act = { kind, ...(JSON.parse(content) as object), ...(incident === null ? {} : { incident }) } as CaseAct
  return { id, seq, author, at, act }
}
