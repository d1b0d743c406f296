// The ledger of editions: what was published, by this program or by others. Appended to and never changed; the server knows its shape.
import type { Id } from '@lykta/incident'
import { sha256 } from '../hash.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type NewLedgerEntry = {
  readonly id: Id
  readonly kind: 'edition' | 'outside'
  readonly audience: 'core' | 'network' | 'public'
  /** Plain data; of an edition its protected tables, which their readers may see, and nothing else. */
  readonly content: unknown
  /** Of an edition, for the coordinator alone: holds raw counts. */
  readonly protocol?: unknown
  /** Its readers see it from then on; else at once. */
  readonly releaseAt?: Instant | null
}

export type StoredLedgerEntry = Omit<NewLedgerEntry, 'protocol' | 'releaseAt'> & {
  readonly releaseAt: Instant | null
  /** SHA-256 of the content's text as it is stored, in hexadecimal. */
  readonly digest: string
  readonly author: string
  readonly createdAt: Instant
  /** The register's clock when it was entered. */
  readonly position: number
}

/** `after`: how many entries the ledger has; another write that came between is refused with `register.changed-meanwhile`. */
export async function appendLedgerEntry(transaction: WriteTransaction, after: number, { id, kind, audience, content, protocol, releaseAt = null }: NewLedgerEntry): Promise<void> {
  const row = { network_id: transaction.network, entry_id: id, author: transaction.member, created_at: new Date().toISOString() }
  await insertRows(transaction, 'ledger_entry', [{ ...row, seq: after + 1, kind, audience, content: JSON.stringify(content), release_at: releaseAt }])
  if (protocol !== undefined) await insertRows(transaction, 'edition_protocol', [{ ...row, protocol: JSON.stringify(protocol) }])
}

/** Those that the caller may see, oldest first. */
export async function readLedger({ db, network }: ReadTransaction): Promise<readonly StoredLedgerEntry[]> {
  const rows = await db.selectFrom('ledger_entry').selectAll().where('network_id', '=', network)
    .where('from_position', 'is not', null).orderBy('seq').execute()
  return rows.map((row) => ({
    id: row.entry_id,
    kind: row.kind,
    audience: row.audience,
    content: JSON.parse(row.content) as unknown,
    digest: sha256(row.content).toString('hex'),
    author: row.author,
    createdAt: row.created_at,
    position: row.from_position!,
    releaseAt: row.release_at,
  }))
}

/** Undefined for an entry that has none, and for whoever may not see it. */
export async function findEditionProtocol({ db, network }: ReadTransaction, id: Id): Promise<unknown> {
  const row = await db.selectFrom('edition_protocol').select('protocol').where('network_id', '=', network).where('entry_id', '=', id).executeTakeFirst()
  return row && (JSON.parse(row.protocol) as unknown)
}
