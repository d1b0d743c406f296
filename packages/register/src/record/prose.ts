// The reports' prose: revisions of one text in each language, with what its figures printed when it was saved.
import type { Language } from '@lykta/incident'
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type StoredProse = {
  readonly language: Language
  readonly revision: number
  readonly text: string
  /** JSON, whose shape the server knows. */
  readonly figures: unknown
  readonly author: string
  readonly createdAt: Instant
}

/** `after`: the revision that it was written from, 0 for the program's own; another one that came between is refused with `register.changed-meanwhile`. */
export async function appendProse(transaction: WriteTransaction, after: number, { language, text, figures }: Pick<StoredProse, 'language' | 'text' | 'figures'>): Promise<void> {
  await insertRows(transaction, 'prose', [{
    network_id: transaction.network, language, revision: after + 1, text, figures: JSON.stringify(figures), author: transaction.member, created_at: new Date().toISOString(),
  }])
}

/** What stands in each language; none where the program's own is used. */
export async function readProse({ db, network }: ReadTransaction): Promise<readonly StoredProse[]> {
  const rows = await db.selectFrom('prose').selectAll().where('network_id', '=', network)
    .where('from_position', 'is not', null).where('until_position', 'is', null).orderBy('language').execute()
  return rows.map(proseOf)
}

/** One that stands or has stood. */
export async function findProse({ db, network }: ReadTransaction, language: Language, revision: number): Promise<StoredProse | undefined> {
  const row = await db.selectFrom('prose').selectAll().where('network_id', '=', network).where('language', '=', language)
    .where('revision', '=', revision).where('from_position', 'is not', null).executeTakeFirst()
  return row && proseOf(row)
}

/** Newest first, without their texts. */
export async function listProse({ db, network }: ReadTransaction, language: Language, most: number): Promise<readonly Pick<StoredProse, 'revision' | 'author' | 'createdAt'>[]> {
  const rows = await db.selectFrom('prose').select(['revision', 'author', 'created_at']).where('network_id', '=', network).where('language', '=', language)
    .where('from_position', 'is not', null).orderBy('revision', 'desc').limit(most).execute()
  return rows.map(({ revision, author, created_at: createdAt }) => ({ revision, author, createdAt }))
}

function proseOf({ language, revision, text, figures, author, created_at: createdAt }: Stored<'prose'>): StoredProse {
  return { language, revision, text, figures: JSON.parse(figures) as unknown, author, createdAt }
}
