// Invitations: made for seven days, used once, withdrawn; and what they let in.
import { createHash } from 'node:crypto'
import { type Id, problem, ProblemError } from '@lykta/incident'
import {
  appendDevice, appendInvitation, appendMember, endInvitation, findInvitation, findMember, getNetwork, inNetwork, readDevices, readInvitations, readOrganisations, write,
  type WriteTransaction,
} from '@lykta/register'
import type { EnrolDevice, InvitationToken, NewInvitation, Role } from '../api/member-types.ts'
import { bytesOf } from './base64url.ts'
import type { Desk } from './desk.ts'
import { takesPart } from './organisations.ts'

const days = 7

/** By the server's clock: the sender's may be wrong. */
export async function invite(desk: Desk, { id, kind, role, organisation, tokenHash }: NewInvitation): Promise<void> {
  const createdAt = Date.now()
  await write(desk.register, desk.context, { action: `invitation.make:${role}`, object: `invitation:${id}` }, async (transaction) => {
    const { position } = await getNetwork(transaction)
    const organisations = await readOrganisations(transaction, position)
    if (organisation !== null && !organisations.some((one) => one.organisation.id === organisation && takesPart(one.organisation, desk.today()))) throw new ProblemError([problem('invitation.organisation')])
    const expiresAt = new Date(createdAt + days * 24 * 3_600_000).toISOString()
    await appendInvitation(transaction, { id, kind, role, organisation, tokenHash, createdAt: new Date(createdAt).toISOString(), expiresAt })
  })
}

/** False for one that is not open. */
export async function withdrawInvitation(desk: Desk, id: Id): Promise<boolean> {
  const open = (await inNetwork(desk.register, desk.context, readInvitations)).find((one) => one.id === id)
  if (open?.state !== 'open') return false
  await write(desk.register, desk.context, { action: 'invitation.withdraw', object: `invitation:${id}` }, (transaction) => endInvitation(transaction, id, 'withdrawn'))
  return true
}

export type OpenInvitation = { readonly id: Id; readonly kind: 'member' | 'device'; readonly role: Role; readonly organisation: Id | null }

/** Undefined alike for one that is unknown, used, past or withdrawn, or another network's. */
export async function findOpenInvitation(desk: Desk, { id, token }: InvitationToken): Promise<OpenInvitation | undefined> {
  const found = await findInvitation(desk.register, id, hashOf(token))
  if (found?.network !== desk.network.id || found.state !== 'open') return undefined
  return { id, kind: found.kind, role: found.role, organisation: found.organisation }
}

export type Joining = { readonly member: Id; readonly login: string }

/** The member that an invitation lets in. Undefined when somebody else has used it meanwhile. */
export async function joinNetwork(desk: Desk, { id, role, organisation }: OpenInvitation, { member, login }: Joining): Promise<true | undefined> {
  if (role === 'device') throw new Error('joinNetwork: a device is no member')
  return useInvitation(desk, id, member, { action: `member.join:${role}`, object: `invitation:${id}` }, async (transaction) => {
    if (await isTaken(transaction, member)) throw new ProblemError([problem('incident.id-taken')])
    await appendMember(transaction, { id: member, role, organisation, login, active: true, createdAt: new Date().toISOString() })
  })
}

/** Likewise. `tokenHash`: of what the device shows from now on. */
export async function enrolDevice(desk: Desk, { id, organisation }: OpenInvitation, sent: EnrolDevice, tokenHash: string): Promise<true | undefined> {
  if (organisation === null) throw new Error('enrolDevice: a device writes for an organisation')
  return useInvitation(desk, id, sent.device, { action: 'device.enrol', object: `invitation:${id}` }, async (transaction) => {
    if (await isTaken(transaction, sent.device)) throw new ProblemError([problem('incident.id-taken')])
    const { device, name, verifyKey, proof } = sent
    await appendDevice(transaction, { id: device, organisation, name, tokenHash, verifyKey, proof, invitation: id, active: true, createdAt: new Date().toISOString() })
  })
}

/** Whoever comes in acts by the invitation that a coordinator gave. */
async function useInvitation(desk: Desk, id: Id, actor: Id, act: Parameters<typeof write>[2], work: (transaction: WriteTransaction) => Promise<void>): Promise<true | undefined> {
  try {
    await write(desk.register, { network: desk.network.id, member: actor, role: 'coordinator' }, act, async (transaction) => {
      await endInvitation(transaction, id, 'used')
      await work(transaction)
    })
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.problems.some(({ code }) => code === 'register.changed-meanwhile')) return undefined
    throw error
  }
}

/** An id names one member or device, for ever. */
async function isTaken(transaction: WriteTransaction, id: Id): Promise<boolean> {
  return (await findMember(transaction, id)) !== undefined || (await readDevices(transaction)).some((device) => device.id === id)
}

/** SHA-256 of the token's bytes, in hexadecimal. */
export function hashOf(token: string): string {
  return createHash('sha256').update(bytesOf(token)).digest('hex')
}
