// A form as XLSForm has it: rows of the sheets survey and choices, and the settings (xlsform.org).
import type { Language } from '../codes.ts'

export type Texts = Readonly<Record<Language, string>>

export type SurveyRow = {
  /** "select_one sex", "begin_group", "note" … */
  readonly type: string
  /** Unique in the form; absent for the end of a group. */
  readonly name?: string
  readonly label?: Texts
  readonly hint?: Texts
  readonly required?: true
  readonly relevant?: string
  readonly constraint?: string
  /** Said when the constraint does not hold. */
  readonly message?: Texts
  readonly appearance?: string
  readonly calculation?: string
  /** A question's reference: as many rows as its number. */
  readonly repeatCount?: string
}

export type ChoiceRow = {
  readonly list: string
  readonly name: string
  readonly label: Texts
}

export type XlsForm = {
  readonly survey: readonly SurveyRow[]
  readonly choices: readonly ChoiceRow[]
  /** Column and value, in order. */
  readonly settings: readonly (readonly [string, string])[]
}
