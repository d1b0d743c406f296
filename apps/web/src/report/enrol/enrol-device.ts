// Makes this browser a device of the network: a key that signs, a proof for the coordinator, and the log from its pinned line.
import type { EnrolDevice, InvitationToken, OpenInvitationAnswer } from '../../../../server/src/api/member-types.ts'
import { ask, FailureError } from '../../api/ask.ts'
import type { DeviceInvitation } from '../invitation.ts'
import { readMembership } from '../kept/read-membership.ts'
import { type Device, forgetOwn, keepOwn } from '../kept/store.ts'
import { work } from '../sealing.ts'

export type Opened = { readonly answer: OpenInvitationAnswer } | { readonly failed: 'used' | 'offline' | 'other' }

/** What the code is for; it is not used up by this. */
export async function openInvitation({ id, token }: DeviceInvitation): Promise<Opened> {
  const sent: InvitationToken = { id, token }
  try {
    const answer = await ask<OpenInvitationAnswer>('invitations/open', { method: 'POST', body: sent })
    return answer.kind === 'device' && answer.organisation ? { answer } : { failed: 'used' }
  } catch (error) {
    return { failed: reasonOf(error) }
  }
}

/** 'log-wrong': the server shows another log than the code names; nothing is kept then but what the server knows already. */
export type Enrolled = { readonly device: Device } | { readonly failed: 'used' | 'offline' | 'other' | 'log-wrong' }

export async function enrolDevice(invitation: DeviceInvitation, { network, organisation }: OpenInvitationAnswer, name: string): Promise<Enrolled> {
  if (!organisation) return { failed: 'used' }
  try {
    const { verifyKey, key } = await work('makeDeviceKey')
    const id = crypto.randomUUID()
    const proof = await work('prove', invitation.secret, { device: id, organisation: organisation.id, verifyKey })
    const device: Device = { id, network: network.id, organisation: organisation.id, name, genesis: invitation.genesis, verifyKey, key }
    // Before it is sent: a page that is closed meanwhile has its key afterwards.
    await forgetOwn()
    await keepOwn('device', device)
    const sent: EnrolDevice = { id: invitation.id, token: invitation.token, device: id, name, verifyKey, proof }
    await ask('devices', { method: 'POST', body: sent })
    const log = await readMembership(device)
    return 'findings' in log ? { failed: 'log-wrong' } : { device }
  } catch (error) {
    return { failed: reasonOf(error) }
  }
}

function reasonOf(error: unknown): 'used' | 'offline' | 'other' {
  if (!(error instanceof FailureError)) return 'other'
  return error.failure.status === 0 ? 'offline' : error.failure.status === 404 ? 'used' : 'other'
}
