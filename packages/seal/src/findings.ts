// What an opened envelope says against the row it was found in; shown to whoever reads the text, never ignored.
import { importAuthor, type SealContext, type SignedEnvelope } from './envelope.ts'

const differences = {
  network: 'seal.other-network',
  incident: 'seal.other-incident',
  revision: 'seal.other-revision',
  previous: 'seal.other-previous',
  epoch: 'seal.other-epoch',
  author: 'seal.other-author',
  formVersion: 'seal.other-form-version',
  codedHash: 'seal.answers-altered',
  createdAt: 'seal.other-time',
} as const satisfies Record<keyof SealContext, string>

/** A stable code, the key of its wording in both languages. */
export type Finding = (typeof differences)[keyof SealContext] | 'seal.signature-missing' | 'seal.signature-unchecked'

/** Every field of the context that differs, and what is wrong with the signature. */
export function compareWithRow({ envelope, signature }: SignedEnvelope, expected: SealContext): readonly Finding[] {
  const fields = Object.keys(differences) as (keyof SealContext)[]
  const findings: Finding[] = fields.filter((field) => envelope[field] !== expected[field]).map((field) => differences[field])
  // Without a membership log nobody can say whose signature it is; a signature that was not checked is no signature.
  if (signature !== null) findings.push('seal.signature-unchecked')
  else if (envelope.author !== importAuthor) findings.push('seal.signature-missing')
  return findings
}
