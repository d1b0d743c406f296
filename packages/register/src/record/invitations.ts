// Invitations: for one member or device, once, until they expire. The token in their address is stored as its hash.
import type { Id } from '@lykta/incident'
import type { Register } from '../register.ts'
import type { Role } from '../role.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { bytesOfHash } from './token-hash.ts'

export type Invitation = {
  readonly id: Id
  readonly kind: 'member' | 'device'
  readonly role: Role
  readonly organisation: Id | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly state: InvitationState
}

export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired'

/** `tokenHash`: SHA-256 in hexadecimal. */
export async function appendInvitation(transaction: WriteTransaction, invitation: Omit<Invitation, 'state'> & { readonly tokenHash: string }): Promise<void> {
  await insertRows(transaction, 'invitation', [{
    network_id: transaction.network,
    invitation_id: invitation.id,
    kind: invitation.kind,
    role: invitation.role,
    organisation_id: invitation.organisation,
    token_hash: bytesOfHash(invitation.tokenHash),
    created_at: invitation.createdAt,
    expires_at: invitation.expiresAt,
  }])
}

/** Once: a second end, of whatever kind, is refused with `register.changed-meanwhile`. */
export async function endInvitation(transaction: WriteTransaction, id: Id, how: 'used' | 'withdrawn'): Promise<void> {
  await insertRows(transaction, 'invitation_end', [{ network_id: transaction.network, invitation_id: id, how, created_at: new Date().toISOString() }])
}

/** Ids of those that these members have made and nobody has ended, past ones too. */
export async function readUnendedOf({ run, network }: ReadTransaction, makers: readonly Id[]): Promise<readonly Id[]> {
  const rows = await run(
    `select i.invitation_id as id from lykta.invitation i join lykta.audit a on a.network_id = i.network_id and a.position = i.from_position
     where i.network_id = $1 and a.actor = any($2)
       and not exists (select from lykta.invitation_end e where e.network_id = i.network_id and e.invitation_id = i.invitation_id)`, [network, makers])
  return rows.map(({ id }) => String(id))
}

/** Newest first, ended ones too. */
export async function readInvitations({ db, network }: ReadTransaction, now = new Date()): Promise<readonly Invitation[]> {
  const rows = await db.selectFrom('invitation as i')
    .leftJoin('invitation_end as e', (join) => join.onRef('e.network_id', '=', 'i.network_id').onRef('e.invitation_id', '=', 'i.invitation_id'))
    .selectAll('i').select('e.how').where('i.network_id', '=', network).where('i.from_position', 'is not', null)
    .orderBy('i.created_at', 'desc').orderBy('i.invitation_id').execute()
  return rows.map((row) => ({
    id: row.invitation_id,
    kind: row.kind,
    role: row.role,
    organisation: row.organisation_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state: stateOf(row.how, row.expires_at, now),
  }))
}

function stateOf(how: 'used' | 'withdrawn' | null, expiresAt: Instant, now: Date): InvitationState {
  return how ?? (Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'open')
}

export type FoundInvitation = Pick<Invitation, 'kind' | 'role' | 'organisation' | 'expiresAt' | 'state'> & { readonly network: Id }

/** By its id and its token's hash, in any network; asked before there is one in context. */
export async function findInvitation({ app }: Register, id: Id, tokenHash: string, now = new Date()): Promise<FoundInvitation | undefined> {
  // Instants as text, since a session outside a transaction of ours may be in another time zone.
  const { rows: [row] } = await app.query<Omit<FoundInvitation, 'state'> & { readonly how: 'used' | 'withdrawn' | null }>(
    `select network_id as network, kind, role, organisation_id as organisation, how,
       to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "expiresAt" from lykta.find_invitation($1, $2)`,
    [id, bytesOfHash(tokenHash)])
  if (!row) return undefined
  const { how, ...found } = row
  return { ...found, state: stateOf(how, row.expiresAt, now) }
}
