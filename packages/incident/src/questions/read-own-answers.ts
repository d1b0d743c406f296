// Answers to a network's own questions: one that is left out was not asked, "unknown" was asked.
import type { Fields } from '../form/read/fields.ts'
import type { Read } from '../form/read/read-answers.ts'
import { type OwnAnswer, ownCodes, type OwnQuestion } from './own-question.ts'

/** Undefined when any was reported. Also those that have ended, or are not asked yet: a form that lay offline, an old incident. */
export function readOwnAnswers(fields: Fields, questions: readonly OwnQuestion[]): Read<Readonly<Record<string, OwnAnswer>>> {
  const read = questions.filter(({ id }) => fields.ids.includes(id) && !fields.notAsked(id)).map((question) => [question.id, readOne(fields, question)] as const)
  return read.some(([, answer]) => answer === undefined) ? undefined : (Object.fromEntries(read) as Readonly<Record<string, OwnAnswer>>)
}

function readOne(fields: Fields, question: OwnQuestion): Read<OwnAnswer> {
  const { id, kind } = question
  const given = fields.given(id)
  if (given === undefined) return 'unknown'
  const codes = ownCodes(question)
  const known = (code: unknown): code is string => typeof code === 'string' && code !== 'unknown' && codes.includes(code)
  if (kind !== 'several') return known(given) ? given : fields.report(id, 'form.choice', {})
  if (!Array.isArray(given) || !given.every(known)) return fields.report(id, 'form.choice', {})
  return given.length === 0 ? 'unknown' : [...new Set(given)].sort()
}
