// A form version with the network's own questions in it, and its words with theirs: everything that shows or reads a form then does so with them.
import type { Language } from '../codes.ts'
import type { FormStep, FormVersion, Question } from '../form/form-version.ts'
import type { FormWords } from '../form/form-words.ts'
import { ownCodes, type OwnQuestion } from './own-question.ts'

/** The version's id stays: what is asked besides is told by the answers themselves. */
export function withOwnQuestions(form: FormVersion, own: readonly OwnQuestion[]): FormVersion {
  if (own.length === 0) return form
  const last = form.steps.at(-1)?.id
  const of = (step: FormStep): readonly Question[] =>
    own.filter(({ step: at }) => (form.steps.some(({ id }) => id === at) ? at : last) === step.id).map(questionOf)
  return { ...form, steps: form.steps.map((step) => ({ ...step, questions: [...step.questions, ...of(step)] })) }
}

export function withOwnWords(words: FormWords, own: readonly OwnQuestion[], language: Language): FormWords {
  if (own.length === 0) return words
  const { yes, no, unknown } = words.codes['policeContacted'] ?? {}
  const codesOf = ({ choices }: OwnQuestion) => ({ yes, no, unknown, ...Object.fromEntries(choices.map((choice) => [choice.id, choice[language]])) }) as Readonly<Record<string, string>>
  return {
    ...words,
    questions: { ...words.questions, ...Object.fromEntries(own.map((question) => [question.id, { label: question[language], help: '' }])) },
    codes: { ...words.codes, ...Object.fromEntries(own.map((question) => [question.id, codesOf(question)])) },
  }
}

function questionOf(question: OwnQuestion): Question {
  const codes = ownCodes(question)
  return { id: question.id, own: true, kind: question.kind === 'several' ? 'choices' : 'choice', codes }
}
