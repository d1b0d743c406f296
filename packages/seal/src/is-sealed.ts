// Whether bytes have the form of sealed text: asked by whoever stores it and cannot open it, so that a sender's slip is
// refused before clear text is kept.
import type { SealedText } from './seal-text.ts'

/** One hybrid stanza and the header's own check, as `sealToRecipient` writes them. */
const header = /^age-encryption\.org\/v1\n-> mlkem768x25519 [A-Za-z0-9+/]{1494}\n(?:[A-Za-z0-9+/]{0,64}\n)+--- [A-Za-z0-9+/]{43}\n/

/** The longest text of a form, padded, is 128 KiB; its age file is a little longer. */
export const maxSealedBytes = 136 * 1024

const nonce = 16
const tag = 16
const chunk = 64 * 1024
/** `renderIdentityFile`. */
const identityBytes = 78

/** An envelope is padded to a power of two; an identity file has one length: both show in the file's size. */
export function isSealed({ body, key }: SealedText): boolean {
  const text = payloadBytes(body)
  return text !== undefined && paddedSizes.some((size) => text === encryptedBytes(size)) && payloadBytes(key) === encryptedBytes(identityBytes)
}

const paddedSizes = Array.from({ length: 8 }, (_, power) => 1024 * 2 ** power)

function encryptedBytes(plaintext: number): number {
  return nonce + plaintext + tag * Math.ceil(plaintext / chunk)
}

/** Bytes after the header; undefined when there is none. */
function payloadBytes(file: Uint8Array): number | undefined {
  if (file.length > maxSealedBytes) return undefined
  const start = new TextDecoder('latin1').decode(file.subarray(0, 4096))
  const found = header.exec(start)
  return found ? file.length - found[0].length : undefined
}
