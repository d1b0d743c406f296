// The lines of the membership log, kept as their signers wrote them; packages/seal says what they mean.
import { problem, ProblemError } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { fetchPrepared } from './prepared.ts'

/** Refuses with `register.changed-meanwhile` when the log is not `after` lines long. */
export async function appendLogLines(transaction: WriteTransaction, after: number, lines: readonly string[]): Promise<void> {
  const { db, network } = transaction
  const { length } = await db.selectFrom('membership_line').select((eb) => eb.fn.countAll<number>().as('length')).where('network_id', '=', network).executeTakeFirstOrThrow()
  if (length !== after) throw new ProblemError([problem('register.changed-meanwhile')])
  await insertRows(transaction, 'membership_line', lines.map((line, index) => ({ network_id: network, seq: after + index + 1, line })))
}

/** Those behind the first `after`, oldest first. */
export async function readLogLines(transaction: ReadTransaction, after: number): Promise<readonly string[]> {
  const query = transaction.db.selectFrom('membership_line').select('line').where('network_id', '=', transaction.network).where('seq', '>', after)
    .where('from_position', 'is not', null).orderBy('seq')
  const rows = await fetchPrepared(transaction, query.compile())
  return rows.map(({ line }) => line)
}
