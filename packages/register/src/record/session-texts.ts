// Notes of cases and what was said to meetings, as a session of reading hands them out: all that the caller may read, by id, and how many they are.
import type { Id } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'
import type { StoredNote } from './case-notes.ts'
import { meetingTextOf, type StoredMeetingText } from './meeting-items.ts'

export type SessionNote = StoredNote & { /** The case's. */ readonly ref: string; readonly replaces: Id | null }
export type SessionMeetingText = StoredMeetingText & { readonly heldOn: string }

/** Written up to the position and not erased since, behind `after`. */
export async function readAllNotes({ db, network }: ReadTransaction, position: number, after: Id | null, limit: number): Promise<readonly SessionNote[]> {
  let asked = db.selectFrom('case_note as n')
    .innerJoin('case_event as e', (join) => join.onRef('e.network_id', '=', 'n.network_id').onRef('e.event_id', '=', 'n.note_id'))
    .innerJoin('case_file as c', (join) => join.onRef('c.network_id', '=', 'n.network_id').onRef('c.case_id', '=', 'n.case_id'))
    .innerJoin('case_note_key as k', (join) => join.onRef('k.network_id', '=', 'n.network_id').onRef('k.note_id', '=', 'n.note_id'))
    .select(['n.note_id', 'n.case_id', 'c.ref', 'n.epoch', 'n.log_position', 'n.body', 'e.author', 'e.created_at', 'e.content', 'k.epoch as key_epoch', 'k.key'])
    .where('n.network_id', '=', network).where('e.from_position', '<=', position)
  if (after !== null) asked = asked.where('n.note_id', '>', after)
  return (await asked.orderBy('n.note_id').limit(limit).execute()).map((row) => ({
    id: row.note_id, case: row.case_id, ref: row.ref, author: row.author, createdAt: new Date(row.created_at).toISOString(), epoch: row.epoch, position: row.log_position, body: row.body,
    key: { epoch: row.key_epoch, key: row.key }, replaces: (JSON.parse(row.content) as { readonly replaces?: Id | null }).replaces ?? null,
  }))
}

/** Of items as they stood at the position, none that was withdrawn or erased; behind `after`. */
export async function readAllMeetingTexts({ db, network }: ReadTransaction, position: number, after: Id | null, limit: number): Promise<readonly SessionMeetingText[]> {
  let asked = db.selectFrom('meeting_text')
    .innerJoin('meeting_key as k', (join) => join.onRef('k.network_id', '=', 'meeting_text.network_id').onRef('k.text_id', '=', 'meeting_text.text_id'))
    .innerJoin('meeting_item as i', (join) => join.onRef('i.network_id', '=', 'meeting_text.network_id').onRef('i.text_id', '=', 'meeting_text.text_id'))
    .innerJoin('meeting_revision as m', (join) => join.onRef('m.network_id', '=', 'meeting_text.network_id').onRef('m.meeting_id', '=', 'meeting_text.meeting_id'))
    .selectAll('meeting_text').select(['k.epoch as key_epoch', 'k.key', 'm.held_on'])
    .where('meeting_text.network_id', '=', network).where('i.state', '<>', 'withdrawn').where('m.until_position', 'is', null).where('m.from_position', 'is not', null)
    .where('i.from_position', '<=', position).where((eb) => eb.or([eb('i.until_position', 'is', null), eb('i.until_position', '>', position)]))
  if (after !== null) asked = asked.where('meeting_text.text_id', '>', after)
  return (await asked.orderBy('meeting_text.text_id').limit(limit).execute()).map((row) => ({ ...meetingTextOf(row), heldOn: row.held_on }))
}

export type ExtentOfTexts = { readonly texts: number; /** By the organisation that they may tell of: one note may tell of several. */ readonly of: Readonly<Record<Id, number>> }

export async function countAllNotes({ run, network }: ReadTransaction): Promise<ExtentOfTexts> {
  const [all] = await run('select count(*) as texts from lykta.case_note n join lykta.case_note_key k using (network_id, note_id) where n.network_id = $1', [network])
  const rows = await run(`select i.organisation_id as organisation, count(distinct n.note_id) as texts from lykta.case_note n
    join lykta.case_note_key k using (network_id, note_id)
    join lykta.case_event e on e.network_id = n.network_id and e.case_id = n.case_id and e.kind = 'join'
    join lykta.incident i on i.network_id = e.network_id and i.incident_id = e.incident_id
    where n.network_id = $1 and i.organisation_id is not null group by 1`, [network])
  return { texts: Number(all!['texts']), of: Object.fromEntries(rows.map((row) => [String(row['organisation']), Number(row['texts'])])) }
}

/** Decisions and actions are nobody's in particular. */
export async function countAllMeetingTexts({ run, network }: ReadTransaction): Promise<ExtentOfTexts> {
  const rows = await run(`select t.organisation_id as organisation, count(distinct t.text_id) as texts from lykta.meeting_text t
    join lykta.meeting_key k using (network_id, text_id)
    join lykta.meeting_item i on i.network_id = t.network_id and i.text_id = t.text_id and i.from_position is not null and i.until_position is null and i.state <> 'withdrawn'
    where t.network_id = $1 group by 1`, [network])
  return {
    texts: rows.reduce((sum, row) => sum + Number(row['texts']), 0),
    of: Object.fromEntries(rows.filter((row) => row['organisation'] !== null).map((row) => [String(row['organisation']), Number(row['texts'])])),
  }
}
