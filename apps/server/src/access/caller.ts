// Who asks, as far as the server knows: made anew for every request.
import type { Id } from '@lykta/incident'
import type { Role, SessionAnswer } from '../api/member-types.ts'
import { type Right, rightsOf, rightsOfLocal, rightsOfUnheardReporter, rightsOfWaiting } from './rights.ts'

export type CallerOf = {
  readonly state: SessionAnswer['state']
  /** Member's or device's id, 'operator' when local: the author of what is written. 'nobody' before sign-in. */
  readonly id: string
  /** Null for whom the server does not know. */
  readonly role: Role | null
  readonly organisation: Id | null
  readonly rights: readonly Right[]
  /** Invited to read, and no coordinator has heard her words yet (confirmed.ts): of the register she sees what an operator sees. */
  readonly waits: boolean
  /** The sign-in's own id of whoever signed in; null for a device, and locally. */
  readonly login: string | null
  /** Id of her session, so that she can end all others. */
  readonly session: string | null
}

/** Served on this machine alone, and no member yet: whoever sits here. */
export const local: CallerOf = { state: 'local', id: 'operator', role: 'coordinator', organisation: null, rights: rightsOfLocal, waits: false, login: null, session: null }

export const stranger: CallerOf = { state: 'signed-out', id: 'nobody', role: null, organisation: null, rights: [], waits: false, login: null, session: null }

/** The password was right, the second factor is missing; the login is known when she has none yet. */
export function halfCaller(login: string | null, session: string | null): CallerOf {
  return { ...stranger, state: 'half', login, session }
}

export function memberCaller(member: { readonly id: Id; readonly role: Role; readonly organisation: Id | null }, confirmed: boolean, login: string, session: string): CallerOf {
  const reports = member.role === 'reporter'
  const rights = confirmed ? rightsOf[member.role] : reports ? rightsOfUnheardReporter : rightsOfWaiting
  return { state: 'signed-in', ...member, rights, waits: !confirmed && !reports, login, session }
}

export function deviceCaller({ id, organisation }: { readonly id: Id; readonly organisation: Id }): CallerOf {
  return { state: 'device', id, role: 'device', organisation, rights: rightsOf.device, waits: false, login: null, session: null }
}
