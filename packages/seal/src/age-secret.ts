// The 32 secret bytes of a hybrid age identity, there and back: what a passkey gives and what recovery sheets share.
import { bech32 } from '@scure/base'

const prefix = 'AGE-SECRET-KEY-PQ-'

/** The identity whose secret these 32 bytes are. They must be uniformly random, or derived from what is. */
export function identityFromSecret(secret: Uint8Array): string {
  if (secret.length !== 32) throw new Error('identityFromSecret: a secret has 32 bytes')
  return bech32.encodeFromBytes(prefix, secret).toUpperCase()
}

/** Throws when the text is no hybrid identity. */
export function secretOfIdentity(identity: string): Uint8Array {
  const { prefix: found, bytes } = bech32.decodeToBytes(identity)
  if (found.toUpperCase() !== prefix || bytes.length !== 32) throw new Error('secretOfIdentity: no hybrid identity')
  return bytes
}
