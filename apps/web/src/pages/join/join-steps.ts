// Which steps an invitation takes: writers and readers make keys, others only sign in.
import type { Caller, Role } from '../../../../server/src/api/member-types.ts'
import type { JoinStep } from './messages/sv.ts'

/** In their order; the last page, which only says that it is done, is none of them. A passkey comes after the keys, so that it can open them. */
export function joinSteps(role: Role): readonly JoinStep[] {
  return hasKeys(role) ? ['about', 'you', 'passphrase', 'ask-back', 'sheet', 'sign-in', 'words'] : ['about', 'you', 'sign-in']
}

export const hasKeys = (role: Role): boolean => role === 'reporter' || role === 'core-member' || role === 'coordinator'

/** Where someone who is signed in goes on, on this browser or another: what is stored says what is done. */
export function resumedStep({ role, totp, passkeys, keys }: Caller): JoinStep {
  if (hasKeys(role) && keys === 'none') return 'passphrase'
  if (!totp && passkeys === 0) return 'sign-in'
  return hasKeys(role) && keys === 'waiting' ? 'words' : 'done'
}
