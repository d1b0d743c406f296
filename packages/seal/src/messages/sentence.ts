// Which codes of this room have a sentence here: every finding, and the problems of members' keys, grants and sheets.
import type { Language, Problem } from '@lykta/incident'
import type { Finding } from '../findings.ts'
import type { GrantCode } from '../grants/open-grant.ts'
import type { LogCode } from '../membership/log-finding.ts'
import type { OwnKeysFinding } from '../membership/own-keys.ts'
import { sentencesEn } from './en.ts'
import { sentencesSv } from './sv.ts'

type ProblemCode =
  | 'membership.not-to-approve'
  | 'seal.grant-not-for-this-key'
  | 'seal.grant-damaged'
  | 'seal.bundle-damaged'
  | 'seal.bundle-of-other-member'
  | 'seal.parcel-damaged'
  | 'seal.parcel-of-other-key'
  | 'seal.passkey-other'
  | 'seal.sheet-rows-missing'
  | 'seal.sheet-row-mistyped'
  | 'seal.sheet-of-other-kind'
  | 'seal.sheet-foreign'
  | 'seal.sheets-of-two-keys'
  | 'seal.sheets-too-few'
  | 'seal.sheets-do-not-fit'

export type Sentences = Readonly<Record<Finding | LogCode | OwnKeysFinding | GrantCode | ProblemCode, (values: Problem['values']) => string>>

const sentences: Readonly<Record<Language, Sentences>> = { sv: sentencesSv, en: sentencesEn }

/** Undefined for a code without a sentence here. `values`: of a problem, or `seq` of a log finding. */
export function findSealText(code: string, language: Language, values: Problem['values'] = {}): string | undefined {
  const known: Readonly<Record<string, (values: Problem['values']) => string>> = sentences[language]
  return Object.hasOwn(known, code) ? known[code]?.(values) : undefined
}
