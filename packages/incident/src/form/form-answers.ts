// What a page or a script sends: plain JSON by question id, every part optional, since everything may be unknown.
import type { CivilDate } from '../civil-date.ts'
import type { AgeGroup, Answer, Channel, Exploitation, PlaceType, Sex } from '../codes.ts'
import type { Id } from '../incident.ts'
import type { OwnAnswer, OwnQuestionId } from '../questions/own-question.ts'

/** "I do not know", said in so many words, is an answer to every question; a question left alone means the same. */
export type Unknown = 'unknown'

export type CountAnswer = { readonly count: number; readonly atLeast?: boolean } | Unknown

/** "2019-04-03", "2019-04" or "2019"; or two days between which it lies. */
export type OccurredAnswer =
  | { readonly on: string; readonly about?: boolean }
  | { readonly from: CivilDate; readonly to: CivilDate; readonly about?: boolean }
  | Unknown

/**
 * One group of possibly exploited persons. Null stands for "was not asked" (a paper form without the question),
 * which is another thing than unknown and is counted apart.
 */
export type PersonAnswers = {
  /** Left alone: at least one. */
  readonly count?: CountAnswer
  readonly sex?: Sex
  readonly ageGroup?: AgeGroup
  readonly nationalities?: readonly string[] | Unknown
  readonly supportContact?: Answer | null
  readonly supportOrganisation?: Id
  readonly contactDate?: CivilDate
  readonly supportOffered?: Answer | null
  readonly acceptedSupport?: Answer | null
  /** Asked on no form: kept when an incident is corrected, and known to whoever links persons. */
  readonly personRef?: string | null
}

export type FormAnswers = {
  /** To the network's own questions, by id. Left out, or null: was not asked. */
  readonly [own: OwnQuestionId]: OwnAnswer | null
  /** On someone's behalf: how it came. Left alone: 'form'; null: nobody knows any more (an imported one that is corrected). */
  readonly channel?: Channel | null
  /** The source's organisation; left alone, the one of whoever enters it. */
  readonly reportedBy?: Id
  /** The source is no member of the network. Left alone: as the organisation's membership says. */
  readonly external?: boolean
  /** Left alone: the day in the context. */
  readonly reportedOn?: CivilDate
  /** Ids of the catalogue and of the network's own; null: the form that it was told on did not ask. */
  readonly indicators?: readonly string[] | Unknown | null
  readonly occurred?: OccurredAnswer
  readonly placeType?: PlaceType
  readonly area?: string
  readonly exploitation?: Exploitation
  readonly persons?: readonly PersonAnswers[] | Unknown
  /** Null: was not asked. */
  readonly concernReport?: Answer | null
  readonly concernReportOn?: CivilDate
  readonly buyers?: CountAnswer
  readonly procurers?: CountAnswer
  readonly otherPerpetrators?: CountAnswer
  readonly policeContacted?: Answer
  readonly policeReports?: CountAnswer
}
