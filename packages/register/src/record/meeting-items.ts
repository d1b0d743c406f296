// What meetings are about: situations before them, decisions, and actions that come back until they are settled; what is written is sealed.
import type { CivilDate, Id } from '@lykta/incident'
import type { SealContext } from '@lykta/seal'
import { sha256 } from '../hash.ts'
import type { Circle, MeetingItemRow, MeetingTextRow } from '../meeting-tables.ts'
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type MeetingItem = {
  readonly id: Id
  /** 1 for a new one, else one more than the one that stands. */
  readonly revision: number
  readonly meeting: Id
  readonly circle: Circle
  readonly kind: MeetingItemRow['kind']
  /** Whose situation; whose action, null when the meeting named nobody. */
  readonly organisation: Id | null
  readonly state: MeetingItemRow['state']
  readonly due: CivilDate | null
  readonly settled: CivilDate | null
  /** Of the agenda, from 0. */
  readonly line: number | null
}

export type NewMeetingText = {
  readonly id: Id
  readonly body: Uint8Array
  readonly key: Uint8Array
  readonly epoch: number
  readonly position: number | null
  /** SHA-256 of the item's text before, in hexadecimal. */
  readonly previous: string | null
  readonly createdAt: Instant
}

export type StoredMeetingItem = MeetingItem & {
  readonly text: { readonly id: Id; readonly hash: string } | null
  readonly author: string
  readonly createdAt: Instant
}

export type StoredMeetingText = Omit<NewMeetingText, 'key' | 'epoch'> & {
  readonly item: Pick<MeetingItem, 'id' | 'revision' | 'meeting' | 'circle' | 'kind' | 'organisation'>
  readonly author: string
  /** With which it was first sealed; what its envelope must say. */
  readonly epoch: SealContext['epoch']
  /** Null once the text has been erased. */
  readonly key: { readonly epoch: number; readonly key: Uint8Array } | null
}

/** `text`: a new one, the one that stands (by its id and hash), or none. */
export async function appendMeetingItem(transaction: WriteTransaction, item: MeetingItem, text: NewMeetingText | StoredMeetingItem['text']): Promise<void> {
  const { network, member } = transaction
  const { id, revision, meeting, circle, kind, organisation, state, due, settled, line } = item
  if (text && 'body' in text) {
    await insertRows(transaction, 'meeting_text', [{
      network_id: network, text_id: text.id, meeting_id: meeting, circle, kind, item_id: id, revision, organisation_id: kind === 'situation' ? organisation : null,
      previous: text.previous === null ? null : Buffer.from(text.previous, 'hex'), epoch: text.epoch, log_position: text.position, author: member, created_at: text.createdAt, body: Buffer.from(text.body),
    }])
    await insertRows(transaction, 'meeting_key', [{ network_id: network, text_id: text.id, circle, author: member, epoch: text.epoch, key: Buffer.from(text.key) }])
  }
  const hash = text && ('body' in text ? sha256(text.body) : Buffer.from(text.hash, 'hex'))
  await insertRows(transaction, 'meeting_item', [{
    network_id: network, item_id: id, revision, meeting_id: meeting, circle, kind, organisation_id: organisation, state, due_on: due, settled_on: settled, line,
    text_id: text && text.id, text_hash: hash, author: member, created_at: new Date().toISOString(),
  }])
}

/** As they stand: those of the circle that the caller may see, in the order in which they were first noted. */
export async function readMeetingItems({ db, network }: ReadTransaction, circle: Circle): Promise<readonly StoredMeetingItem[]> {
  const rows = await db.selectFrom('meeting_item').selectAll().where('network_id', '=', network).where('circle', '=', circle)
    .where('from_position', 'is not', null).orderBy('from_position').orderBy('created_at').orderBy('item_id').execute()
  const first = [...new Set(rows.map(({ item_id: id }) => id))]
  const standing = new Map(rows.filter(({ until_position: until }) => until === null).map((row) => [row.item_id, row]))
  return first.flatMap((id) => (standing.has(id) ? [itemOf(standing.get(id)!)] : []))
}

/** The texts of a meeting's items as they stand, and of those that were carried to it; `items`: which. */
export async function readMeetingTexts({ db, network }: ReadTransaction, items: readonly StoredMeetingItem[]): Promise<readonly StoredMeetingText[]> {
  const ids = items.flatMap(({ text }) => (text ? [text.id] : []))
  const rows = await db.selectFrom('meeting_text').leftJoin('meeting_key as k', (join) => join.onRef('k.network_id', '=', 'meeting_text.network_id').onRef('k.text_id', '=', 'meeting_text.text_id'))
    .selectAll('meeting_text').select(['k.epoch as key_epoch', 'k.key'])
    .where('meeting_text.network_id', '=', network).where((eb) => eb('meeting_text.text_id', '=', eb.fn.any(eb.val(ids)))).execute()
  return rows.map(meetingTextOf)
}

function itemOf(row: Stored<'meeting_item'>): StoredMeetingItem {
  return {
    id: row.item_id, revision: row.revision, meeting: row.meeting_id, circle: row.circle, kind: row.kind, organisation: row.organisation_id, state: row.state,
    due: row.due_on, settled: row.settled_on, line: row.line, text: row.text_id === null ? null : { id: row.text_id, hash: row.text_hash!.toString('hex') },
    author: row.author, createdAt: row.created_at,
  }
}

export function meetingTextOf(row: MeetingTextRow & { readonly key_epoch: number | null; readonly key: Buffer | null }): StoredMeetingText {
  return {
    id: row.text_id, body: row.body, position: row.log_position, previous: row.previous?.toString('hex') ?? null, createdAt: new Date(row.created_at).toISOString(), author: row.author, epoch: row.epoch,
    item: { id: row.item_id, revision: row.revision, meeting: row.meeting_id, circle: row.circle, kind: row.kind, organisation: row.organisation_id },
    key: row.key && row.key_epoch !== null ? { epoch: row.key_epoch, key: row.key } : null,
  }
}
