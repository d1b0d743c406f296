// One revision by its number, as it was written: what a repeated request is compared with.
import type { Id } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'
import { fetchPrepared } from './prepared.ts'

export type StoredRevision = {
  readonly ref: string
  readonly number: number
  readonly formVersion: string
  /** RFC 8785 text. */
  readonly answers: string
  readonly withdrawn: boolean
  readonly author: string
  readonly sealedId: Id | null
  /** SHA-256 of the body file, in hexadecimal. */
  readonly sealedHash: string | null
  /** UTC with milliseconds. */
  readonly createdAt: string
  /** The position from which it stood. */
  readonly from: number
}

/** Undefined when there is none; without a number, the one that stands. */
export async function findRevision(transaction: ReadTransaction, incident: Id, number?: number): Promise<StoredRevision | undefined> {
  const { db, network } = transaction
  let query = db.selectFrom('revision')
    .innerJoin('incident', (join) => join
      .onRef('incident.network_id', '=', 'revision.network_id').onRef('incident.incident_id', '=', 'revision.incident_id'))
    .selectAll('revision').select('incident.ref')
    .where('revision.network_id', '=', network).where('revision.incident_id', '=', incident).where('from_position', 'is not', null)
  query = number === undefined ? query.where('until_position', 'is', null) : query.where('number', '=', number)
  const [row] = await fetchPrepared(transaction, query.compile())
  return row && {
    ref: row.ref,
    number: row.number,
    formVersion: row.form_version,
    answers: row.answers,
    withdrawn: row.withdrawn,
    author: row.author,
    sealedId: row.sealed_id,
    sealedHash: row.sealed_hash?.toString('hex') ?? null,
    createdAt: new Date(row.created_at).toISOString(),
    from: row.from_position!,
  }
}
