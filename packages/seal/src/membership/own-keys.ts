// Whether the log lists the keys that a member really has: the first thing she looks at after verifying it.
import type { PublicKeys } from '../members/member-keys.ts'
import { findHolder, type Membership } from './membership.ts'

/** `membership.own-keys-other`: somebody was admitted under her name with other keys, and reads what was meant for her. */
export type OwnKeysFinding = 'membership.own-keys-missing' | 'membership.own-keys-other'

export function checkOwnKeys(membership: Membership, id: string, { recipient, verifyKey }: PublicKeys): readonly OwnKeysFinding[] {
  const listed = findHolder(membership, id)
  if (!listed) return ['membership.own-keys-missing']
  const isSame = listed.verifyKey === verifyKey && (listed.recipient === null || listed.recipient === recipient)
  return isSame ? [] : ['membership.own-keys-other']
}
