// Whether a question is put, given what has been answered so far.
import type { FormAnswers, PersonAnswers } from './form-answers.ts'
import type { FormVersion, Question } from './form-version.ts'
import { questionsOf } from './form-words.ts'

/** `group`: the row that a field belongs to. A question that hangs on one that is not put is not put either. */
export function isShown(form: FormVersion, question: Question, answers: FormAnswers, group?: PersonAnswers): boolean {
  const { shownWhen } = question
  if (!shownWhen) return true
  const asked = questionsOf(form).find(({ id }) => id === shownWhen.question)
  if (!asked || !isShown(form, asked, answers, group)) return false
  const persons = Array.isArray(answers.persons) ? (answers.persons as readonly PersonAnswers[]) : []
  return [answers, ...(group ? [group] : persons)].some((one) => {
    const given: unknown = (one as Readonly<Record<string, unknown>>)[shownWhen.question]
    return typeof given === 'string' && shownWhen.is.includes(given)
  })
}
