// A problem of the form's answers in words, to stand beside its question; light enough for the reporting page.
import type { Language } from '../codes.ts'
import type { Problem } from '../problem.ts'
import { formProblemsEn } from './problems/en.ts'
import { formProblemsSv } from './problems/sv.ts'

const sentences = { sv: formProblemsSv, en: formProblemsEn }

/** Undefined for a code that is none of the form's. The place is not said: the sentence stands there. */
export function findFormProblemText({ code, values }: Problem, language: Language): string | undefined {
  const known: Readonly<Record<string, unknown>> = sentences[language]
  return Object.hasOwn(known, code) ? (known[code] as (values: Problem['values']) => string)(values) : undefined
}
