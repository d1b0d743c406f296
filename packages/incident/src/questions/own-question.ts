// Questions that a network adds to the form: coded answers alone, in both languages, kept for ever and only ended.
import type { CivilDate } from '../civil-date.ts'
import type { Language } from '../codes.ts'

export const ownQuestionKinds = ['yes-no', 'one', 'several'] as const
export type OwnQuestionKind = (typeof ownQuestionKinds)[number]

type Texts = Readonly<Record<Language, string>>

/** Never taken away: old answers name it. */
export type OwnChoice = Texts & { readonly id: string }

/** No free text: what people write belongs in the reason, which is sealed. */
export type OwnQuestion = Texts & {
  /** `own_<name>`; the key of its answer, in the form and in the record. */
  readonly id: string
  readonly kind: OwnQuestionKind
  /** Id of the form's step at whose end it is asked. */
  readonly step: string
  /** Empty for yes or no; "don't know" is always among the answers, and is not listed. */
  readonly choices: readonly OwnChoice[]
  readonly validFrom: CivilDate | null
  readonly validTo: CivilDate | null
}

export type OwnQuestionId = `own_${string}`
/** A code, "unknown", or the codes that were ticked. */
export type OwnAnswer = string | readonly string[]

export const mostOwnQuestions = 40
export const mostOwnChoices = 30

/** The id is a name of XML too, and of an element of the page, so that no tool needs another one. */
export function isOwnQuestionId(id: string): id is OwnQuestionId {
  return /^own_(?=.{1,60}$)[a-z0-9]+(?:_[a-z0-9]+)*$/.test(id)
}

export function isOwnChoiceId(id: string): boolean {
  return id !== 'unknown' && /^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)
}

/** Those that are asked on the day. */
export function ownQuestionsOn(day: CivilDate, questions: readonly OwnQuestion[]): readonly OwnQuestion[] {
  return questions.filter(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo))
}

/** The codes that its answer may have, "unknown" last. */
export function ownCodes({ kind, choices }: OwnQuestion): readonly string[] {
  return [...(kind === 'yes-no' ? ['yes', 'no'] : choices.map(({ id }) => id)), 'unknown']
}
