// Ed25519 signatures (RFC 8032), each over its purpose and the canonical text, so that none passes for another kind.
import { canonicalText } from '@lykta/incident'
import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RandomBytes } from './passphrase.ts'

/** Whoever signs: a member, a device, or the recovery key. A browser may hold the key where no script can read it. */
export type Signer = {
  readonly id: string
  /** 64 hexadecimal digits. */
  readonly verifyKey: string
  /** 64 bytes. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>
}

export type Purpose = 'envelope' | 'membership' | 'grant' | 'recovery'

/** A secret signing key: 64 hexadecimal digits, RFC 8032's 32-byte private key. */
export function makeSigningKey(randomBytes: RandomBytes): string {
  return bytesToHex(randomBytes(32))
}

/** The public key that belongs to a secret one. */
export function verifyKeyOf(signingKey: string): string {
  return bytesToHex(ed25519.getPublicKey(hexToBytes(signingKey)))
}

export function signerOf(id: string, signingKey: string): Signer {
  const secret = hexToBytes(signingKey)
  return { id, verifyKey: verifyKeyOf(signingKey), sign: async (message) => ed25519.sign(message, secret) }
}

/** 128 hexadecimal digits over the line `lykta {purpose} v1`, a line feed, and the RFC 8785 text of the value. */
export async function signValue(signer: Signer, purpose: Purpose, value: unknown): Promise<string> {
  return bytesToHex(await signer.sign(signedBytes(purpose, value)))
}

/** False for anything but a valid signature; the strict rules of RFC 8032, without the freedoms of ZIP 215. */
export function isSignatureBy(verifyKey: string, purpose: Purpose, value: unknown, signature: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), signedBytes(purpose, value), hexToBytes(verifyKey), { zip215: false })
  } catch {
    return false
  }
}

function signedBytes(purpose: Purpose, value: unknown): Uint8Array {
  return utf8ToBytes(`lykta ${purpose} v1\n${canonicalText(value)}`)
}
