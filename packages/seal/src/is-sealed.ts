// Whether bytes have the form of sealed text: asked by whoever stores it and cannot open it, so that a sender's slip is
// refused before clear text is kept.
import type { SealedText } from './seal-text.ts'

/** One hybrid stanza and the header's own check, as `sealToRecipient` writes them. */
const header = /^age-encryption\.org\/v1\n-> mlkem768x25519 [A-Za-z0-9+/]{1494}\n(?:[A-Za-z0-9+/]{0,64}\n)+--- [A-Za-z0-9+/]{43}\n/

const passphraseHeader = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} (?:1[7-9]|20)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/

/** The longest text of a form, padded, is 128 KiB; its age file is a little longer. */
export const maxSealedBytes = 136 * 1024

const nonce = 16
const tag = 16
const chunk = 64 * 1024
/** `renderIdentityFile`. */
const identityBytes = 78
/** `renderBundle`: three lines of names and the signing key's before the identity. */
const bundleBytes = 18 + 47 + 46 + 75 + identityBytes

/** An envelope is padded to a power of two; an identity file has one length: both show in the file's size. */
export function isSealed({ body, key }: SealedText): boolean {
  const text = payloadBytes(body)
  return text !== undefined && paddedSizes.some((size) => text === encryptedBytes(size)) && isKeyFile(key)
}

/** The small file alone, as a rotation writes it anew. */
export function isKeyFile(key: Uint8Array): boolean {
  return payloadBytes(key) === encryptedBytes(identityBytes)
}

/** A grant's length varies with the numbers in it. */
export function isGrantFile(file: Uint8Array): boolean {
  const text = payloadBytes(file)
  return text !== undefined && text >= encryptedBytes(480) && text <= encryptedBytes(720)
}

/** A member's keys under one of her ways in; a passphrase file that is cheap to guess at is none. */
export function isBundleFile(file: Uint8Array, way: 'passphrase' | 'passkey' | 'sheet'): boolean {
  return payloadBytes(file, way === 'passphrase' ? passphraseHeader : header) === encryptedBytes(bundleBytes)
}

const paddedSizes = Array.from({ length: 8 }, (_, power) => 1024 * 2 ** power)

function encryptedBytes(plaintext: number): number {
  return nonce + plaintext + tag * Math.ceil(plaintext / chunk)
}

/** Bytes after the header; undefined when there is none. */
function payloadBytes(file: Uint8Array, head = header): number | undefined {
  if (file.length > maxSealedBytes) return undefined
  const start = new TextDecoder('latin1').decode(file.subarray(0, 4096))
  const found = head.exec(start)
  return found ? file.length - found[0].length : undefined
}
