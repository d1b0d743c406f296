// Examples of what raised suspicion, in other words: written by one, approved by another, without a trace of the incident.
import type { Id } from '@lykta/incident'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type Example = { readonly id: Id; readonly sv: string; readonly en: string }

export type StoredExample = Example & {
  readonly author: string
  readonly createdAt: Instant
  readonly approvedBy: string | null
  readonly withdrawn: boolean
}

export async function appendExample(transaction: WriteTransaction, { id, sv, en }: Example): Promise<void> {
  await insertRows(transaction, 'example', [{ network_id: transaction.network, example_id: id, text_sv: sv, text_en: en, author: transaction.member, created_at: new Date().toISOString() }])
}

/** The database refuses an author who approves her own. */
export async function decideExample(transaction: WriteTransaction, id: Id, kind: 'approved' | 'withdrawn'): Promise<void> {
  await insertRows(transaction, 'example_decision', [{ network_id: transaction.network, example_id: id, kind, author: transaction.member, created_at: new Date().toISOString() }])
}

/** In the order in which they were written; `position`: as they stood there, else as they stand. */
export async function readExamples({ db, network }: ReadTransaction, position?: number): Promise<readonly StoredExample[]> {
  const [examples, decisions] = await Promise.all([
    db.selectFrom('example').selectAll().where('network_id', '=', network).where('from_position', 'is not', null).orderBy('from_position').orderBy('example_id').execute(),
    db.selectFrom('example_decision').selectAll().where('network_id', '=', network).where('from_position', 'is not', null).execute(),
  ])
  const stood = (row: { readonly from_position: number | null }): boolean => position === undefined || row.from_position! <= position
  const decided = decisions.filter(stood)
  return examples.filter(stood).map((row) => {
    const find = (kind: 'approved' | 'withdrawn') => decided.find((one) => one.example_id === row.example_id && one.kind === kind)
    return {
      id: row.example_id, sv: row.text_sv, en: row.text_en, author: row.author, createdAt: row.created_at,
      approvedBy: find('approved')?.author ?? null, withdrawn: find('withdrawn') !== undefined,
    }
  })
}

/** Those that may be printed. */
export async function readPrintedExamples(transaction: ReadTransaction, position?: number): Promise<readonly Example[]> {
  return (await readExamples(transaction, position)).filter(({ approvedBy, withdrawn }) => approvedBy !== null && !withdrawn).map(({ id, sv, en }) => ({ id, sv, en }))
}
