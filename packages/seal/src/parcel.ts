// A parcel: a request that waits on a device, sealed to the server's own key, so that the device itself cannot read it again.
import { ProblemError, problem } from '@lykta/incident'
import { openWithIdentity, sealToRecipient } from './age-file.ts'
import { findIdentity, makeIdentity, recipientOf, renderIdentityFile, type IdentityPair } from './identity.ts'

/** The longest text of a form in base64url, with its answers; the longest request that the server takes unsealed. */
export const maxParcelText = 256 * 1024

/** An age file of the longest one. */
export const maxParcelBytes = maxParcelText + 4 * 1024

const least = 16 * 1024

/** The server's own pair; it opens nothing but parcels, and reasons stay sealed inside them. */
export async function makeParcelKeys(): Promise<IdentityPair> {
  return await makeIdentity()
}

/** The identity as the server keeps it. */
export const renderParcelIdentity = renderIdentityFile

/** The pair that the kept file stands for; undefined when it is none. */
export async function findParcelKeys(file: Uint8Array): Promise<IdentityPair | undefined> {
  const identity = findIdentity(file)
  return identity === undefined ? undefined : { identity, recipient: await recipientOf(identity) }
}

/**
 * `text`: JSON. Filled up with spaces to 16, 32, 64 … KiB: the size tells neither whether there is a reason nor, mostly,
 * how long it is.
 */
export async function packParcel(text: string, recipient: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > maxParcelText) throw new Error('packParcel: longer than the server takes')
  let size = least
  while (size < bytes.length) size *= 2
  const padded = new Uint8Array(size).fill(0x20)
  padded.set(bytes)
  return await sealToRecipient(padded, recipient)
}

/** The text with its filling. Throws a ProblemError: `seal.parcel-of-other-key` or `seal.parcel-damaged`. */
export async function openParcel(file: Uint8Array, identity: string): Promise<string> {
  const damaged = 'seal.parcel-damaged'
  const bytes = await openWithIdentity(file, identity, { notOpened: 'seal.parcel-of-other-key', damaged })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ProblemError([problem(damaged)])
  }
}
