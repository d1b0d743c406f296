// Series that others have published, and a network's own earlier totals: revisions of plain data, whose shape the server knows.
import type { Id } from '@lykta/incident'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type StoredSeries = {
  readonly id: Id
  readonly revision: number
  readonly content: unknown
  readonly author: string
  readonly createdAt: Instant
}

export type NewSeries = Pick<StoredSeries, 'id' | 'revision' | 'content'> & {
  /** Shown no more. */
  readonly withdrawn: boolean
}

/** `revision`: one more than the one that stands; another one that came between is refused with `register.changed-meanwhile`. */
export async function appendSeries(transaction: WriteTransaction, series: readonly NewSeries[]): Promise<void> {
  const row = { network_id: transaction.network, author: transaction.member, created_at: new Date().toISOString() }
  await insertRows(transaction, 'official_series', series.map(({ id, revision, content, withdrawn }) =>
    ({ ...row, series_id: id, revision, content: JSON.stringify(content), withdrawn })))
}

/** What stands, in the order in which each was first entered, without what is shown no more. */
export async function readSeries({ db, network }: ReadTransaction): Promise<readonly StoredSeries[]> {
  const rows = await db.selectFrom('official_series').selectAll().where('network_id', '=', network).where('from_position', 'is not', null).orderBy('from_position').orderBy('series_id').execute()
  const first = [...new Set(rows.map(({ series_id: id }) => id))]
  const standing = new Map(rows.filter(({ until_position: until, withdrawn }) => until === null && !withdrawn).map((row) => [row.series_id, row]))
  return first.flatMap((id) => {
    const row = standing.get(id)
    return row ? [{ id, revision: row.revision, content: JSON.parse(row.content) as unknown, author: row.author, createdAt: row.created_at }] : []
  })
}
