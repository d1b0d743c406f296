// One secret from another, for one use only: HKDF with SHA-256 (RFC 5869), so that no key serves two purposes.
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** 32 bytes. `use` becomes the info string `lykta {use} v1`; `context`, in UTF-8, is the salt. */
export function deriveSecret(secret: Uint8Array, use: 'passkey' | 'recovery signing' | 'device enrolment' | 'organisation device enrolment', context: string): Uint8Array {
  return hkdf(sha256, secret, utf8ToBytes(context), utf8ToBytes(`lykta ${use} v1`), 32)
}
