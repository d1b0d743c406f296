// What a row of a table is called: the words for its codes, in the reader's language.
import { indicatorCategories, shippedIndicators } from '../catalogue/catalogue.ts'
import type { Indicator } from '../catalogue/indicator.ts'
import type { AgeGroup, Language, Sex } from '../codes.ts'
import { isNationality, nationalityName } from '../nationalities.ts'
import type { CodeWords } from './code-words.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

export const codeWords: Readonly<Record<Language, CodeWords>> = { sv, en }

/**
 * The label of a code of the dimension; `members` are the codes that a merged row stands for ("Övriga (5)").
 * A code without words stands for itself, so that nothing is ever left nameless.
 */
export function labelOf(
  dimension: string,
  code: string,
  language: Language,
  { members = [], catalogue = shippedIndicators }: { readonly members?: readonly string[]; readonly catalogue?: readonly Indicator[] } = {},
): string {
  const words = codeWords[language]
  const found = findLabel(dimension, code, language, catalogue)
  if (found === undefined) return code === 'other' ? words.other(members.length) : code
  return members.length > 0 && dimension === 'nationality' ? `${found} (${members.length})` : found
}

/** The words for a code of the dimension; undefined when it has no such code. */
export function findLabel(
  dimension: string,
  code: string,
  language: Language,
  catalogue: readonly Indicator[] = shippedIndicators,
): string | undefined {
  const words = codeWords[language]
  const category = (id: string): string | undefined => indicatorCategories.find((one) => one.id === id)?.[language]
  if (dimension === 'nationality') return isNationality(code) ? nationalityName(code, language) : pick(words.nationality, code)
  if (dimension === 'indicator-category') return category(code)
  if (dimension === 'indicator') {
    if (code.includes('.')) return catalogue.find(({ id }) => id === code)?.[language]
    const group = category(code.replace(/-other$/, ''))
    return group === undefined ? undefined : words.otherSigns(group)
  }
  if (['police-contacted', 'support-contact', 'support-offered', 'accepted-support'].includes(dimension)) return pick(words.answer, code)
  const list = words[dimension as 'sector' | 'exploitation' | 'place-type' | 'sex' | 'age-group' | 'role']
  return list && pick(list, code)
}

/** Sex and age group together: "Vuxna kvinnor". */
export function personsLabel(sex: string, ageGroup: string, language: Language): string {
  return codeWords[language].persons(sex as Sex, ageGroup as AgeGroup)
}

function pick(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined
}
