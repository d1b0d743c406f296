// What an opened envelope says against the row it was found in; shown to whoever reads the text, never ignored.
import { checkAuthor, type AuthorFinding, type Authors, type Authorship } from './authorship.ts'
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
export type Finding = (typeof differences)[keyof SealContext] | 'seal.signature-missing' | 'seal.signature-unchecked' | AuthorFinding

export type Compared = Pick<Authorship, 'author' | 'signed'> & { readonly findings: readonly Finding[] }

/** Every field of the context that differs, and what is wrong with the signature. `authors`: undefined without a log. */
export function compareWithRow(signed: SignedEnvelope, expected: SealContext, authors: Authors | undefined): Compared {
  const { envelope, signature } = signed
  const fields = Object.keys(differences) as (keyof SealContext)[]
  const findings: Finding[] = fields.filter((field) => envelope[field] !== expected[field]).map((field) => differences[field])
  if (signature === null) {
    if (envelope.author !== importAuthor) findings.push('seal.signature-missing')
  } else if (authors) {
    const { author, signed: isSigned, findings: more } = checkAuthor(signed, authors)
    return { author, signed: isSigned, findings: [...findings, ...more] }
  } else {
    // Without a membership log nobody can say whose signature it is; a signature that was not checked is no signature.
    findings.push('seal.signature-unchecked')
  }
  return { author: undefined, signed: false, findings }
}
