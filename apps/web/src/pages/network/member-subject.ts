// A member as the log lists her: only roles that hold keys, and only with the keys that the role needs.
import type { KeyRole, MemberSubject } from '@lykta/seal'
import type { MemberEntry, Role } from '../../../../server/src/api/member-types.ts'

const keyRoles: readonly Role[] = ['reporter', 'core-member', 'coordinator']

export const isKeyRole = (role: Role): role is KeyRole => keyRoles.includes(role)

/** Undefined for readers and operators, and for whoever has made no keys to read with. */
export function subjectOf({ id, role, organisation, keys }: MemberEntry): MemberSubject | undefined {
  if (!isKeyRole(role) || organisation === null || !keys || (role !== 'reporter' && keys.recipient === null)) return undefined
  return { member: id, role, organisation, recipient: keys.recipient, verifyKey: keys.verifyKey }
}
