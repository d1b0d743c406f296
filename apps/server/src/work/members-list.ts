// Members, devices and invitations as the coordinator sees them: who waits for her, who is listed, who is gone.
import type { Id } from '@lykta/incident'
import { type Device, inNetwork, type Invitation, type Member, type PublicKeys, readDevices, readInvitations, readMembers, readPublicKeys, type ReadTransaction } from '@lykta/register'
import { findHolder, type Membership } from '@lykta/seal'
import type { DeviceEntry, InvitationEntry, MemberEntry, MembersAnswer } from '../api/member-types.ts'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'
import type { Login, SignIn } from '../auth/sign-in.ts'

/** Names and addresses stand with the logins, apart from the register. */
export async function listMembers(desk: Desk, { readLogins }: Pick<SignIn, 'readLogins'>): Promise<MembersAnswer> {
  const { members, devices, invitations, keys, membership, seen } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    members: await readMembers(transaction), devices: await readDevices(transaction), invitations: await readInvitations(transaction),
    keys: await readPublicKeys(transaction), membership: await findMembership(desk.register, transaction), seen: await readLastActs(transaction),
  }))
  const people = await readLogins(members.flatMap(({ login }) => (login === null ? [] : [login])))
  const keysOf = new Map(keys.map((one) => [one.member, one]))
  return {
    members: members.map((member) => memberEntry(member, keysOf.get(member.id), membership, member.login === null ? undefined : people.get(member.login))),
    devices: devices.map((device) => deviceEntry(device, membership, seen.get(device.id) ?? null)),
    invitations: invitations.map(invitationEntry),
  }
}

/** When each device last wrote something; it has no session that would tell. */
async function readLastActs(transaction: ReadTransaction): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.run(
    `select a.actor, to_char(max(a.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from lykta.audit a
     where a.network_id = $1 and a.actor in (select d.device_id::text from lykta.device d where d.network_id = $1) group by a.actor`, [transaction.network])
  return new Map(rows.map((row) => [String(row['actor']), String(row['at'])]))
}

function memberEntry({ id, role, organisation, active, createdAt }: Member, keys: PublicKeys | undefined, membership: Membership | undefined, person: Login | undefined): MemberEntry {
  const { recipient = null, verifyKey } = keys ?? {}
  const standing = standingOf(membership, id, keys)
  const state = !active ? 'removed' : standing === 'none' ? 'no-keys' : standing
  return {
    id, role, organisation, active, joinedAt: createdAt, name: person?.name ?? '', email: person?.email ?? '', lastSeenAt: person?.lastSeenAt ?? null,
    keys: verifyKey === undefined || standing === 'none' ? null : { recipient, verifyKey }, state,
  }
}

/** 'none' also of keys that she gave up, which the log lists never again: she makes new ones. */
export function standingOf(membership: Membership | undefined, id: Id, keys: Pick<PublicKeys, 'recipient' | 'verifyKey'> | undefined): 'none' | 'waiting' | 'listed' {
  if (!keys) return 'none'
  if (isListed(membership, id, keys)) return 'listed'
  return membership?.holders.some(({ verifyKey, until }) => until !== null && verifyKey === keys.verifyKey) ? 'none' : 'waiting'
}

/** With the very keys that she made: after new ones she waits again. */
function isListed(membership: Membership | undefined, id: Id, { recipient, verifyKey }: Pick<PublicKeys, 'recipient' | 'verifyKey'>): boolean {
  const holder = membership && findHolder(membership, id)
  return holder?.verifyKey === verifyKey && holder.recipient === recipient
}

function deviceEntry({ id, organisation, name, verifyKey, proof, invitation, active, createdAt }: Device, membership: Membership | undefined, lastSeenAt: string | null): DeviceEntry {
  const state = !active ? 'removed' : isListed(membership, id, { recipient: null, verifyKey }) ? 'listed' : 'waiting'
  return { id, organisation, name, verifyKey, proof, invitation, state, enrolledAt: createdAt, lastSeenAt }
}

export function invitationEntry({ id, kind, role, organisation, createdAt, expiresAt, state }: Invitation): InvitationEntry {
  return { id, kind, role, organisation, createdAt, expiresAt, state }
}
