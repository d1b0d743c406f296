// A problem as people read it: where it stands, what is wrong, what to do.
import type { Language } from '../codes.ts'
import type { Problem } from '../problem.ts'
import { nothingImportedEn, placeWordsEn, problemSentencesEn } from './en.ts'
import { renderPlace } from './sentences.ts'
import { nothingImportedSv, placeWordsSv, problemSentencesSv } from './sv.ts'

const places = { sv: placeWordsSv, en: placeWordsEn }
const sentences = { sv: problemSentencesSv, en: problemSentencesEn }

/** The closing line of a refused import. */
export const nothingImported: Readonly<Record<Language, string>> = { sv: nothingImportedSv, en: nothingImportedEn }

/**
 * "incidenter.csv, rad 14, kolumn polis: ”kanske” går inte att läsa. Skriv ja, nej eller okänt."
 * Undefined for a code of another room, which has sentences of its own.
 */
export function findProblemText(problem: Problem, language: Language): string | undefined {
  const known: Readonly<Record<string, unknown>> = sentences[language]
  if (!Object.hasOwn(known, problem.code)) return undefined
  const sentence = known[problem.code] as (values: Problem['values']) => string
  const place = renderPlace(problem.where, places[language])
  return place === '' ? sentence(problem.values) : `${place}: ${sentence(problem.values)}`
}

/** As `findProblemText`, but a code without a sentence is a defect. */
export function renderProblem(problem: Problem, language: Language): string {
  const text = findProblemText(problem, language)
  if (text === undefined) throw new Error(`renderProblem: no sentence for ${problem.code}`)
  return text
}
