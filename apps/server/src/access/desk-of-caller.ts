// The same network with the caller in its context, so that row-level security and the audit see her.
import type { Id } from '@lykta/incident'
import type { Role } from '../api/member-types.ts'
import type { Desk } from '../work/desk.ts'
import type { CallerOf } from './caller.ts'

export type CallerContext = Desk['context'] & { readonly role: Role; readonly organisation: Id | null }

/** Whoever is not known, or waits until her words have been heard, reads what an operator reads: nothing of the register. */
export function deskOfCaller(desk: Desk, { id, role, organisation, waits }: CallerOf): Desk {
  const context: CallerContext = { ...desk.context, member: id, role: role === null || waits ? 'operator' : role, organisation: waits ? null : organisation }
  return { ...desk, context }
}
