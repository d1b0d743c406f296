// Opening: the key with the epoch's identity, the body with the identity inside, then the comparison with the row.
import { openWithIdentity } from './age-file.ts'
import type { Authors } from './authorship.ts'
import { parseEnvelope, type Envelope, type SealContext } from './envelope.ts'
import { compareWithRow, type Finding } from './findings.ts'
import type { KeyHolder } from './membership/membership.ts'
import { openKey } from './open-key.ts'
import type { SealedText } from './seal-text.ts'

export type TextToOpen = SealedText & {
  /** Of the epoch that the key is sealed to. */
  readonly identity: string
  /** What the row says, its `codedHash` recomputed from the answers in clear. */
  readonly expected: SealContext
  /** Without them a signature is a finding, not a proof. */
  readonly authors?: Authors
}

export type OpenedText = {
  readonly text: string
  readonly envelope: Envelope
  /** True only for a signature by a key that the membership log lists for the author where the text was written. */
  readonly signed: boolean
  /** Who held that key; undefined unless the log lists the author there. */
  readonly author: KeyHolder | undefined
  /** Empty when everything agrees with the row. */
  readonly findings: readonly Finding[]
}

/**
 * Throws a ProblemError when a file cannot be read: `seal.key-of-other-epoch`, `seal.key-damaged`,
 * `seal.body-of-other-key`, `seal.body-damaged`, `seal.text-malformed` or `seal.version-unknown`.
 */
export async function openText({ body, key, identity, expected, authors }: TextToOpen): Promise<OpenedText> {
  const own = await openKey(key, identity)
  const plaintext = await openWithIdentity(body, own, { notOpened: 'seal.body-of-other-key', damaged: 'seal.body-damaged' })
  const signed = parseEnvelope(plaintext)
  return { text: signed.envelope.body, envelope: signed.envelope, ...compareWithRow(signed, expected, authors) }
}
