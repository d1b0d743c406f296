// A member's two keys: a hybrid age identity to read with and an Ed25519 key to sign with, made on her own device.
import type { Id } from '@lykta/incident'
import { makeIdentity, recipientOf } from '../identity.ts'
import type { RandomBytes } from '../passphrase.ts'
import { makeSigningKey, verifyKeyOf } from '../signing.ts'

/** Secret; leaves memory only inside an age file. */
export type MemberKeys = {
  readonly network: Id
  readonly member: Id
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly identity: string
  /** 64 hexadecimal digits. */
  readonly signingKey: string
}

/** What the membership log lists, and what the eight words are made of. */
export type PublicKeys = {
  readonly recipient: string
  readonly verifyKey: string
}

export async function makeMemberKeys(network: Id, member: Id, randomBytes: RandomBytes): Promise<MemberKeys> {
  const { identity } = await makeIdentity()
  return { network, member, identity, signingKey: makeSigningKey(randomBytes) }
}

export async function publicKeysOf({ identity, signingKey }: Pick<MemberKeys, 'identity' | 'signingKey'>): Promise<PublicKeys> {
  return { recipient: await recipientOf(identity), verifyKey: verifyKeyOf(signingKey) }
}
