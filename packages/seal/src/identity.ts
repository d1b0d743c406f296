// Hybrid age identities (ML-KEM-768 with X25519) and the one-line identity file in which they are encrypted.
import { Decrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'

export type IdentityPair = {
  /** Public, 1,959 characters from `age1pq1`. */
  readonly recipient: string
  /** Secret, 77 characters from `AGE-SECRET-KEY-PQ-1`; stored only inside an age file. */
  readonly identity: string
}

export async function makeIdentity(): Promise<IdentityPair> {
  const identity = await generateHybridIdentity()
  return { recipient: await recipientOf(identity), identity }
}

/**
 * The recipient that belongs to an identity. Whoever unlocks an epoch compares it with the stored recipient: a host
 * that put its own recipient there could read everything sealed since.
 */
export async function recipientOf(identity: string): Promise<string> {
  return await identityToRecipient(identity)
}

/** The file that `age -i` reads. */
export function renderIdentityFile(identity: string): string {
  return `${identity}\n`
}

/** Reads back what `renderIdentityFile` wrote, its check sum too; undefined for anything else. */
export function findIdentity(file: Uint8Array): string | undefined {
  const identity = /^(AGE-SECRET-KEY-PQ-1[A-Z0-9]{58})\n$/.exec(new TextDecoder().decode(file))?.[1]
  if (identity === undefined) return undefined
  try {
    new Decrypter().addIdentity(identity)
    return identity
  } catch {
    return undefined
  }
}
