// What an incident form is, as data: steps with one idea each, their questions, and when a question is shown.
import type { CivilDate } from '../civil-date.ts'

/** Shown when the named question (of the same group for a field, of any group otherwise) has one of the codes. */
export type ShownWhen = {
  readonly question: string
  readonly is: readonly string[]
}

type Common = {
  /** The key of its answer; unique in the version, fields of groups included. */
  readonly id: string
  /** Absent: always shown. */
  readonly shownWhen?: ShownWhen
  /** The network's own, which no version of the form has. */
  readonly own?: true
}

/** One of the codes; 'unknown' is always among the answers. */
export type ChoiceQuestion = Common & { readonly kind: 'choice'; readonly codes: readonly string[] }
/** Any number of the codes; 'unknown' is among them, and stands alone. */
export type ChoicesQuestion = Common & { readonly kind: 'choices'; readonly codes: readonly string[] }
/** Any number of them: ids of the catalogue, ISO country codes. */
export type SeveralQuestion = Common & { readonly kind: 'several'; readonly from: 'indicators' | 'nationalities' }
/** One of the network's organisations, by id; `outside`: the source may be no member at all. */
export type OrganisationQuestion = Common & { readonly kind: 'organisation'; readonly from: 'all' | 'support'; readonly outside: boolean }
export type DateQuestion = Common & {
  readonly kind: 'date'
  readonly precisions: readonly ('day' | 'month' | 'year')[]
  /** Whether "around" may be said of it. */
  readonly about: boolean
}
/** A whole number, exact or "at least". */
export type CountQuestion = Common & { readonly kind: 'count'; readonly smallest: 0 | 1 }
/** One line in clear: coarse, never about a person. */
export type TextQuestion = Common & { readonly kind: 'text'; readonly longest: number }
/** Free text that leaves the device encrypted only; it is no part of the answers. */
export type SealedTextQuestion = Common & { readonly kind: 'sealed-text'; readonly longest: number }

export type FieldQuestion = ChoiceQuestion | SeveralQuestion | OrganisationQuestion | DateQuestion | CountQuestion

/** Rows of fields. With `rowsOf`: more fields of the rows that another question has made, one answer for each row. */
export type GroupsQuestion = Common & { readonly kind: 'groups'; readonly rowsOf?: string; readonly fields: readonly FieldQuestion[] }

export type Question = FieldQuestion | ChoicesQuestion | TextQuestion | SealedTextQuestion | GroupsQuestion

export type FormStep = {
  readonly id: string
  /** Shown only to someone who enters what another has told. */
  readonly onBehalf?: true
  readonly questions: readonly Question[]
}

export type FormVersion = {
  /** Stands in every revision made with it; never used again for another form. */
  readonly id: string
  readonly validFrom: CivilDate
  /** In the order of a telephone's screens. */
  readonly steps: readonly FormStep[]
}
