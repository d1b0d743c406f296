// What the coordinator has linked as the same event or the same persons, and what she has said is not the same.
import type { Degree, Id, SameLink } from '@lykta/incident'
import type { Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { standingAt } from './as-of.ts'
import { insertRows } from './insert-rows.ts'
import { getNetwork } from './networks.ts'

/** An incident, or a group of its persons. */
export type SameThing = { readonly incident: Id; readonly entry: number | null }

/** What stands of one thing; `cluster` null once it is linked to nothing any more. */
export type StoredSame = SameThing & {
  readonly revision: number
  readonly cluster: Id | null
  readonly degree: Degree | null
  readonly groups: number | null
}

export type SameRefusal = {
  readonly first: SameThing
  readonly second: SameThing
  readonly revision: number
  readonly withdrawn: boolean
}

/** `revision`: one more than the one that stands; another that came between is refused with `register.changed-meanwhile`. */
export async function appendSame(transaction: WriteTransaction, links: readonly StoredSame[]): Promise<void> {
  const row = { network_id: transaction.network, author: transaction.member, created_at: new Date().toISOString() }
  await insertRows(transaction, 'same_link', links.map(({ incident, entry, revision, cluster, degree, groups }) =>
    ({ ...row, incident_id: incident, entry: entry ?? -1, revision, cluster_id: cluster, degree, groups })))
}

/** As of the position, or as it stands; what is linked to nothing any more is among them. */
export async function readSame(transaction: ReadTransaction, position?: number): Promise<readonly StoredSame[]> {
  const { db, network } = transaction
  const at = position ?? (await getNetwork(transaction)).position
  const rows = await db.selectFrom('same_link').selectAll().where('network_id', '=', network).where(standingAt(at, 'same_link'))
    .orderBy('incident_id').orderBy('entry').execute()
  return rows.map(storedSame)
}

function storedSame(row: Stored<'same_link'>): StoredSame {
  return { incident: row.incident_id, entry: row.entry < 0 ? null : row.entry, revision: row.revision, cluster: row.cluster_id, degree: row.degree, groups: row.groups }
}

/** Those of them that link: what `joinReports` takes. */
export function linksOf(stored: readonly StoredSame[]): readonly SameLink[] {
  return stored.flatMap(({ incident, entry, cluster, degree, groups }) => (cluster === null || degree === null ? [] : [{ incident, entry, cluster, degree, groups }]))
}

/** In any order: the pair has one name. */
export async function appendRefusals(transaction: WriteTransaction, refusals: readonly SameRefusal[]): Promise<void> {
  const row = { network_id: transaction.network, author: transaction.member, created_at: new Date().toISOString() }
  await insertRows(transaction, 'same_refusal', refusals.map(({ first, second, revision, withdrawn }) => {
    const [one, other] = inOrder(first, second)
    return { ...row, first_id: one.incident, first_entry: one.entry ?? -1, second_id: other.incident, second_entry: other.entry ?? -1, revision, withdrawn }
  }))
}

/** As they stand, withdrawn ones too. */
export async function readRefusals({ db, network }: ReadTransaction): Promise<readonly SameRefusal[]> {
  const rows = await db.selectFrom('same_refusal').selectAll().where('network_id', '=', network)
    .where('from_position', 'is not', null).where('until_position', 'is', null).execute()
  const thing = (incident: Id, entry: number): SameThing => ({ incident, entry: entry < 0 ? null : entry })
  return rows.map((row) => ({
    first: thing(row.first_id, row.first_entry), second: thing(row.second_id, row.second_entry), revision: row.revision, withdrawn: row.withdrawn,
  }))
}

/** The name of a pair, whichever is named first. */
export function pairName(first: SameThing, second: SameThing): string {
  return inOrder(first, second).map(({ incident, entry }) => `${incident}/${entry ?? -1}`).join(' ')
}

function inOrder(first: SameThing, second: SameThing): readonly [SameThing, SameThing] {
  const isFirst = first.incident < second.incident || (first.incident === second.incident && (first.entry ?? -1) <= (second.entry ?? -1))
  return isFirst ? [first, second] : [second, first]
}
