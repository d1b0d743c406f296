// SHA-256 of content, as lower-case hexadecimal digits: the only place where the pure rooms hash what is recorded.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** 64 hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** The hash that ties a sealed text to its coded answers: of their canonical text (`canonicalText`), in UTF-8. */
export function codedHash(answersText: string): string {
  return sha256Hex(utf8ToBytes(answersText))
}
