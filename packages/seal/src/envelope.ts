// The envelope: a text together with the place in the register where it belongs, since age itself binds no context.
import { canonicalText, ProblemError, problem, type Id } from '@lykta/incident'
import { findJson, hasShape, isHash, isName, isPositive, isSignature, isText, isTime, orNull, record, type Check } from './shape.ts'
import { signValue, type Signer } from './signing.ts'

/** Where a text belongs; the register holds the same in clear, and `openText` compares the two. */
export type SealContext = {
  readonly network: Id
  readonly incident: Id
  /** The revision with which the text was written; at least 1. */
  readonly revision: number
  /** `sha256Hex` of the body file of the text before it in the same incident; null for the first. */
  readonly previous: string | null
  /** The epoch it was first sealed in; stays when the key is rewrapped to a later one. */
  readonly epoch: number
  /** The member who wrote it, or `importAuthor`. */
  readonly author: string
  readonly formVersion: string
  /** `codedHash` of that revision's answers. */
  readonly codedHash: string
  /** UTC with milliseconds, as `Date.toISOString` writes it. */
  readonly createdAt: string
}

export type Envelope = SealContext & {
  readonly v: 1
  readonly body: string
  /** Zeros that fill the plaintext up to 1, 2, 4, 8 … KiB, so that the file's size says little of the text's. */
  readonly pad: string
}

/** What a body file holds: the signature stands beside what it signs, never inside. */
export type SignedEnvelope = {
  readonly envelope: Envelope
  /** Ed25519 by the author, 128 hexadecimal digits; null on imported texts. docs/protocol.md says over which bytes. */
  readonly signature: string | null
}

/** Author of texts that came from a spreadsheet: nobody signed them. */
export const importAuthor = 'import'

const checks: Readonly<Record<keyof Envelope, Check>> = {
  v: (value) => value === 1,
  network: isName,
  incident: isName,
  revision: isPositive,
  previous: orNull(isHash),
  epoch: isPositive,
  author: isName,
  formVersion: isName,
  codedHash: isHash,
  createdAt: isTime,
  body: isText,
  pad: (value) => typeof value === 'string' && /^0*$/.test(value),
}

/**
 * The unsigned envelope as canonical JSON in UTF-8, padded to a power of two of at least 1,024 bytes.
 * The text comes out in NFC, with U+FFFD for halves of surrogate pairs, which UTF-8 cannot hold.
 */
export function renderEnvelope(context: SealContext, text: string): Uint8Array {
  return bytesOf(padded(context, text, null))
}

/** The same, signed by the author that the context names; the size includes the signature. */
export async function renderSignedEnvelope(context: SealContext, text: string, signer: Signer): Promise<Uint8Array> {
  if (signer.id !== context.author) throw new Error('renderSignedEnvelope: only the author signs')
  const { envelope } = padded(context, text, '0'.repeat(128))
  return bytesOf({ envelope, signature: await signValue(signer, 'envelope', envelope) })
}

/** `signature`: null, or a stand-in of the right length, since the padding comes before the signing. */
function padded(context: SealContext, text: string, signature: string | null): SignedEnvelope {
  const { network, incident, revision, previous, epoch, author, formVersion, codedHash, createdAt } = context
  const envelope: Envelope = {
    v: 1, network, incident, revision, previous, epoch, author, formVersion, codedHash, createdAt, body: text.toWellFormed(), pad: '',
  }
  if (!isEnvelope(envelope)) throw new Error('renderEnvelope: the context has no valid shape')
  const bare = bytesOf({ envelope, signature })
  let size = 1024
  while (size < bare.length) size *= 2
  return { envelope: { ...envelope, pad: '0'.repeat(size - bare.length) }, signature }
}

/** Reads a body's plaintext strictly. Throws a ProblemError: `seal.text-malformed` or `seal.version-unknown`. */
export function parseEnvelope(plaintext: Uint8Array): SignedEnvelope {
  const { envelope, signature } = record(findJson(plaintext))
  const { v } = record(envelope)
  if (isPositive(v) && v !== 1) throw new ProblemError([problem('seal.version-unknown', { version: Number(v) })])
  if (!isEnvelope(envelope) || !isSignatureOrNull(signature)) throw malformed()
  const parsed = { envelope, signature }
  // Equal bytes leave no second spelling: no other member, order, space, number format, padding size or normal form.
  if (!isPaddedSize(plaintext.length) || !equal(bytesOf(parsed), plaintext)) throw malformed()
  return parsed
}

function isEnvelope(value: unknown): value is Envelope {
  return hasShape(value, checks)
}

function isSignatureOrNull(value: unknown): value is string | null {
  return orNull(isSignature)(value)
}

function isPaddedSize(length: number): boolean {
  return length >= 1024 && Number.isInteger(Math.log2(length))
}

function bytesOf(signed: SignedEnvelope): Uint8Array {
  return new TextEncoder().encode(canonicalText(signed))
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}

function malformed(): ProblemError {
  return new ProblemError([problem('seal.text-malformed')])
}
