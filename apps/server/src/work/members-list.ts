// Members, devices and invitations as the coordinator sees them: who waits for her, who is listed, who is gone.
import type { Id } from '@lykta/incident'
import { type Device, inNetwork, type Invitation, type Member, type PublicKeys, readDevices, readInvitations, readMembers, readPublicKeys } from '@lykta/register'
import { findHolder, type Membership } from '@lykta/seal'
import type { DeviceEntry, InvitationEntry, MemberEntry, MembersAnswer } from '../api/member-types.ts'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'
import type { Login, SignIn } from '../auth/sign-in.ts'

/** Names and addresses stand with the logins, apart from the register. */
export async function listMembers(desk: Desk, { readLogins }: Pick<SignIn, 'readLogins'>): Promise<MembersAnswer> {
  const { members, devices, invitations, keys, membership } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    members: await readMembers(transaction), devices: await readDevices(transaction), invitations: await readInvitations(transaction),
    keys: await readPublicKeys(transaction), membership: await findMembership(desk.register, transaction),
  }))
  const people = await readLogins(members.flatMap(({ login }) => (login === null ? [] : [login])))
  const keysOf = new Map(keys.map((one) => [one.member, one]))
  return {
    members: members.map((member) => memberEntry(member, keysOf.get(member.id), membership, member.login === null ? undefined : people.get(member.login))),
    devices: devices.map((device) => deviceEntry(device, membership)),
    invitations: invitations.map(invitationEntry),
  }
}

function memberEntry({ id, role, organisation, active, createdAt }: Member, keys: PublicKeys | undefined, membership: Membership | undefined, person: Login | undefined): MemberEntry {
  const { recipient = null, verifyKey } = keys ?? {}
  const state = !active ? 'removed' : verifyKey === undefined ? 'no-keys' : isListed(membership, id, { recipient, verifyKey }) ? 'listed' : 'waiting'
  return {
    id, role, organisation, active, joinedAt: createdAt, name: person?.name ?? '', email: person?.email ?? '', lastSeenAt: person?.lastSeenAt ?? null,
    keys: verifyKey === undefined ? null : { recipient, verifyKey }, state,
  }
}

/** With the very keys that she made: after new ones she waits again. */
export function isListed(membership: Membership | undefined, id: Id, { recipient, verifyKey }: Pick<PublicKeys, 'recipient' | 'verifyKey'>): boolean {
  const holder = membership && findHolder(membership, id)
  return holder?.verifyKey === verifyKey && holder.recipient === recipient
}

function deviceEntry({ id, organisation, name, verifyKey, proof, invitation, active, createdAt }: Device, membership: Membership | undefined): DeviceEntry {
  const state = !active ? 'removed' : isListed(membership, id, { recipient: null, verifyKey }) ? 'listed' : 'waiting'
  return { id, organisation, name, verifyKey, proof, invitation, state, enrolledAt: createdAt, lastSeenAt: null }
}

export function invitationEntry({ id, kind, role, organisation, createdAt, expiresAt, state }: Invitation): InvitationEntry {
  return { id, kind, role, organisation, createdAt, expiresAt, state }
}
