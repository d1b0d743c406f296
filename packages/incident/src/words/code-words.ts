// Words for the codes, by list: what pages and publications call them. A language is one object of this shape.
import type { AgeGroup, Answer, Exploitation, PerpetratorRole, PlaceType, Sector, Sex } from '../codes.ts'

export type CodeWords = {
  readonly exploitation: Readonly<Record<Exploitation | 'labour-like' | 'other-forms', string>>
  readonly 'place-type': Readonly<Record<PlaceType | 'indoors' | 'outdoors' | 'online', string>>
  readonly sector: Readonly<Record<Sector | 'authorities', string>>
  readonly sex: Readonly<Record<Sex | 'conflicting', string>>
  readonly 'age-group': Readonly<Record<AgeGroup | 'conflicting', string>>
  /** Sex and age group together, in the plural. */
  readonly persons: (sex: Sex | 'conflicting', ageGroup: AgeGroup | 'conflicting') => string
  readonly answer: Readonly<Record<Answer | 'not-asked', string>>
  readonly role: Readonly<Record<PerpetratorRole, string>>
  /** Rows that are no country. */
  readonly nationality: Readonly<Record<'eu-other' | 'non-eu-other' | 'distribution-not-known', string>>
  /** "Other signs" of a category. */
  readonly otherSigns: (category: string) => string
  /** All categories that were merged into one: "Övriga (5)". */
  readonly other: (categories: number) => string
}
