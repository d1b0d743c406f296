// The views of the inbox that a member keeps: which incidents she likes to list, in codes. No part of the record.
import type { Id } from '@lykta/incident'
import type { Register } from '../register.ts'
import { aside, type Context, type ReadTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type SavedView = { readonly id: Id; readonly content: unknown }

/** The caller's own, oldest first. */
export async function readViews({ db, network }: ReadTransaction, member: string): Promise<readonly SavedView[]> {
  const rows = await db.selectFrom('saved_view').selectAll().where('network_id', '=', network).where('member_id', '=', member)
    .orderBy('created_at').orderBy('view_id').execute()
  return rows.map(({ view_id: id, content }) => ({ id, content: JSON.parse(content) as unknown }))
}

/** Refuses (`isTaken`) an id that stands for another. */
export async function saveView(register: Register, context: Context, { id, content }: SavedView): Promise<void> {
  await aside(register, context, (transaction) => insertRows(transaction, 'saved_view', [{
    network_id: context.network, member_id: context.member, view_id: id, content: JSON.stringify(content), created_at: new Date().toISOString(),
  }]))
}

/** Whether there was one. */
export async function removeView(register: Register, context: Context, view: Id): Promise<boolean> {
  const [removed] = await aside(register, context, ({ db }) =>
    db.deleteFrom('saved_view').where('network_id', '=', context.network).where('member_id', '=', context.member).where('view_id', '=', view).execute())
  return (removed?.numDeletedRows ?? 0n) > 0n
}
