// Members as revisions: who signs in, in which role, for which organisation. Names stand with the login, not here.
import type { Id } from '@lykta/incident'
import type { Register } from '../register.ts'
import type { MemberRole } from '../role.ts'
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { nextRevision } from './next-revision.ts'

export type Member = {
  readonly id: Id
  readonly role: MemberRole
  readonly organisation: Id | null
  /** Id of her login in the sign-in tables; null once she has none. */
  readonly login: string | null
  /** False when she has been removed. */
  readonly active: boolean
  /** When she became one. */
  readonly createdAt: Instant
}

/** A new member, or what is now true of one. */
export async function appendMember(transaction: WriteTransaction, member: Member): Promise<void> {
  await insertRows(transaction, 'member', [{
    network_id: transaction.network,
    member_id: member.id,
    revision: await nextRevision(transaction, 'member', { member_id: member.id }),
    role: member.role,
    organisation_id: member.organisation,
    login: member.login,
    active: member.active,
    created_at: member.createdAt,
  }])
}

/** As they stand, removed ones too, in the order in which they joined. */
export async function readMembers(transaction: ReadTransaction): Promise<readonly Member[]> {
  return (await standing(transaction).orderBy('created_at').orderBy('member_id').execute()).map(memberOf)
}

export async function findMember(transaction: ReadTransaction, id: Id): Promise<Member | undefined> {
  const row = await standing(transaction).where('member_id', '=', id).executeTakeFirst()
  return row && memberOf(row)
}

function standing({ db, network }: ReadTransaction) {
  return db.selectFrom('member').selectAll().where('network_id', '=', network).where('from_position', 'is not', null).where('until_position', 'is', null)
}

function memberOf(row: Stored<'member'>): Member {
  return { id: row.member_id, role: row.role, organisation: row.organisation_id, login: row.login, active: row.active, createdAt: row.created_at }
}

export type Membership = Pick<Member, 'role' | 'organisation' | 'active'> & { readonly network: Id; readonly member: Id }

/** In all networks of the installation, of one login; asked before there is a network in context. */
export async function findMemberships({ app }: Register, login: string): Promise<readonly Membership[]> {
  const { rows } = await app.query<Membership>(
    'select network_id as network, member_id as member, role, organisation_id as organisation, active from lykta.find_memberships($1)', [login])
  return rows
}
