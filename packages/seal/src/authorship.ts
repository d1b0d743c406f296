// Whether a text is signed by whoever the membership log listed as its author when it was written.
import type { Id } from '@lykta/incident'
import type { SignedEnvelope } from './envelope.ts'
import { epochAt, findHolder, type KeyHolder, type Membership } from './membership/membership.ts'
import { isSignatureBy } from './signing.ts'

export type Authors = {
  /** Of the log as this client verified it (`verifyLog`). */
  readonly membership: Membership
  /** The last entry that the author knew, as the row says. */
  readonly position: number
  /** The reporting organisation, as the row says: a device writes for its own only. Undefined: not compared. */
  readonly organisation?: Id
}

export type AuthorFinding =
  | 'seal.signature-wrong'
  /** Never listed. */
  | 'seal.author-unknown'
  /** Listed first after the text is said to have been written. */
  | 'seal.author-not-yet'
  /** No longer listed when the text is said to have been written. */
  | 'seal.author-removed'
  /** The log ended, or had another epoch, where the row says that the text was written. */
  | 'seal.position-of-other-epoch'
  | 'seal.device-of-other-organisation'

export type Authorship = {
  /** Whoever held the key at that position. */
  readonly author: KeyHolder | undefined
  /** True only for a signature by a key that was listed then. */
  readonly signed: boolean
  readonly findings: readonly AuthorFinding[]
}

/** `signature` is not null: a missing one is told elsewhere. */
export function checkAuthor({ envelope, signature }: SignedEnvelope, { membership, position, organisation }: Authors): Authorship {
  const findings: AuthorFinding[] = []
  const author = findHolder(membership, envelope.author, position)
  const signed = author !== undefined && signature !== null && isSignatureBy(author.verifyKey, 'envelope', envelope, signature)
  if (!author) findings.push(missingAuthor(membership, envelope.author, position))
  else if (!signed) findings.push('seal.signature-wrong')
  // The signed epoch holds the unsigned position to its place: who was removed in an earlier epoch cannot sign in a later.
  const isKnown = position >= 1 && position <= membership.hashes.length
  if (!isKnown || epochAt(membership, position)?.epoch !== envelope.epoch) findings.push('seal.position-of-other-epoch')
  if (author?.role === 'device' && organisation !== undefined && organisation !== author.organisation) {
    findings.push('seal.device-of-other-organisation')
  }
  return { author, signed, findings }
}

function missingAuthor({ holders }: Membership, id: string, position: number): AuthorFinding {
  const listed = holders.filter((holder) => holder.id === id)
  if (listed.length === 0) return 'seal.author-unknown'
  return listed.some(({ from }) => from <= position) ? 'seal.author-removed' : 'seal.author-not-yet'
}
