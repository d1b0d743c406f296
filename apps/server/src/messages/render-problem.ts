// Words for every problem that reaches a person: the import's, the publication's and the sealing's own from their rooms, all others from here.
import { findProblemText, type Language, type Problem } from '@lykta/incident'
import { findPublicationText } from '@lykta/publication/messages'
import { findSealText } from '@lykta/seal'
import { en } from './en.ts'
import { findInstanceText } from './instance-problems.ts'
import { authorityEn } from './authority-en.ts'
import { authoritySv } from './authority-sv.ts'
import { bringingEn } from './bringing-en.ts'
import { bringingSv } from './bringing-sv.ts'
import { editionsEn } from './editions-en.ts'
import { editionsSv } from './editions-sv.ts'
import { exportsEn } from './exports-en.ts'
import { exportsSv } from './exports-sv.ts'
import { ledgerEn } from './ledger-en.ts'
import { ledgerSv } from './ledger-sv.ts'
import { meetingsEn } from './meetings-en.ts'
import { meetingsSv } from './meetings-sv.ts'
import { officialEn } from './official-en.ts'
import { officialSv } from './official-sv.ts'
import { retentionEn } from './retention-en.ts'
import { retentionSv } from './retention-sv.ts'
import { sharingEn } from './sharing-en.ts'
import { sharingSv } from './sharing-sv.ts'
import { situationsEn } from './situations-en.ts'
import { situationsSv } from './situations-sv.ts'
import { sv } from './sv.ts'

const wordings = { sv: { ...sv, ...ledgerSv, ...editionsSv, ...officialSv, ...meetingsSv, ...sharingSv, ...retentionSv, ...authoritySv, ...situationsSv, ...exportsSv, ...bringingSv }, en: { ...en, ...ledgerEn, ...editionsEn, ...officialEn, ...meetingsEn, ...sharingEn, ...retentionEn, ...authorityEn, ...situationsEn, ...exportsEn, ...bringingEn } } as const

/** One sentence or two: what happened, where, what to do. */
export function renderProblem(problem: Problem, language: Language): string {
  const wording = wordings[language][problem.code as keyof (typeof wordings)['sv']]
  if (wording) return wording({ ...problem.where, ...problem.values })
  const known = findProblemText(problem, language) ?? findPublicationText(problem, language) ?? findInstanceText(problem, language) ?? findSealText(problem.code, language, problem.values)
  // A test holds every code to have its wording; should one be missing all the same, its name is better than nothing.
  return known ?? problem.code
}
