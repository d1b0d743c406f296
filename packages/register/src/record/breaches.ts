// The log of personal data breaches, as revisions: coded content, and one sealed text of what happened.
import { type BreachContent, canonicalText, type Id } from '@lykta/incident'
import { sha256 } from '../hash.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type NewBreach = {
  readonly id: Id
  /** 1 for a new one, else one more than the one that stands. */
  readonly revision: number
  readonly content: BreachContent
}

export type NewBreachText = {
  readonly id: Id
  readonly body: Uint8Array
  readonly key: Uint8Array
  readonly epoch: number
  readonly position: number | null
  /** SHA-256 of the breach's text before, in hexadecimal. */
  readonly previous: string | null
  readonly createdAt: Instant
}

export type StoredBreach = NewBreach & {
  /** In the log, from 1, in the order in which they were noted. */
  readonly number: number
  readonly text: { readonly id: Id; readonly hash: string } | null
  readonly author: string
  readonly createdAt: Instant
  /** When the first revision was noted. */
  readonly notedAt: Instant
}

export type StoredBreachText = Omit<NewBreachText, 'key' | 'epoch'> & {
  readonly breach: Id
  readonly revision: number
  readonly author: string
  /** With which it was first sealed; what its envelope must say. */
  readonly epoch: number
  readonly key: { readonly epoch: number; readonly key: Uint8Array } | null
}

/** `text`: a new one, the one that stands (by its id and hash), or none. */
export async function appendBreach(transaction: WriteTransaction, { id, revision, content }: NewBreach, text: NewBreachText | StoredBreach['text']): Promise<void> {
  const { network, member } = transaction
  if (text && 'body' in text) {
    await insertRows(transaction, 'breach_text', [{
      network_id: network, text_id: text.id, breach_id: id, revision, previous: text.previous === null ? null : Buffer.from(text.previous, 'hex'), epoch: text.epoch, log_position: text.position,
      author: member, created_at: text.createdAt, body: Buffer.from(text.body),
    }])
    await insertRows(transaction, 'breach_key', [{ network_id: network, text_id: text.id, epoch: text.epoch, key: Buffer.from(text.key) }])
  }
  const hash = text && ('body' in text ? sha256(text.body) : Buffer.from(text.hash, 'hex'))
  await insertRows(transaction, 'breach', [{
    network_id: network, breach_id: id, revision, content: canonicalText(content), text_id: text && text.id, text_hash: hash, author: member, created_at: new Date().toISOString(),
  }])
}

/** As they stand, the first noted first. */
export async function readBreaches({ db, network }: ReadTransaction): Promise<readonly StoredBreach[]> {
  const rows = await db.selectFrom('breach').selectAll().where('network_id', '=', network).where('from_position', 'is not', null)
    .orderBy('revision').orderBy('from_position').orderBy('created_at').orderBy('breach_id').execute()
  const first = rows.filter(({ revision }) => revision === 1)
  const standing = new Map(rows.filter(({ until_position: until }) => until === null).map((row) => [row.breach_id, row]))
  return first.map(({ breach_id: id, created_at: notedAt }, index): StoredBreach => {
    const row = standing.get(id)!
    return {
      id, revision: row.revision, content: JSON.parse(row.content) as BreachContent, number: index + 1, text: row.text_id === null ? null : { id: row.text_id, hash: row.text_hash!.toString('hex') },
      author: row.author, createdAt: new Date(row.created_at).toISOString(), notedAt: new Date(notedAt).toISOString(),
    }
  })
}

export async function findBreachText({ db, network }: ReadTransaction, text: Id): Promise<StoredBreachText | undefined> {
  const row = await db.selectFrom('breach_text as t')
    .leftJoin('breach_key as k', (join) => join.onRef('k.network_id', '=', 't.network_id').onRef('k.text_id', '=', 't.text_id'))
    .selectAll('t').select(['k.epoch as key_epoch', 'k.key']).where('t.network_id', '=', network).where('t.text_id', '=', text).executeTakeFirst()
  return row && {
    id: row.text_id, breach: row.breach_id, revision: row.revision, body: row.body, position: row.log_position, previous: row.previous?.toString('hex') ?? null,
    createdAt: new Date(row.created_at).toISOString(), author: row.author, epoch: row.epoch, key: row.key && row.key_epoch !== null ? { epoch: row.key_epoch, key: row.key } : null,
  }
}
