// A group of possibly exploited persons in words, its number and its nouns agreeing: "minst 2 kvinnor, minderåriga".
import type { AgeGroup, Language, PersonGroup, Quantity, Sex } from '@lykta/incident'
import { messagesIn } from '../messages/messages.ts'
import { renderQuantity } from './quantity.ts'

type Forms<Code extends string> = Readonly<Record<Code, readonly [one: string, many: string]>>
type GroupWords = { readonly sex: Forms<Sex>; readonly ageGroup: Forms<AgeGroup>; readonly person: readonly [one: string, many: string]; readonly unknownNumber: string }

const wordsIn: Readonly<Record<Language, GroupWords>> = {
  sv: {
    sex: { woman: ['kvinna', 'kvinnor'], man: ['man', 'män'], other: ['person av annat kön', 'personer av annat kön'], unknown: ['person av okänt kön', 'personer av okänt kön'] },
    ageGroup: { adult: ['vuxen', 'vuxna'], minor: ['minderårig', 'minderåriga'], unknown: ['okänd ålder', 'okänd ålder'] },
    person: ['person', 'personer'],
    unknownNumber: 'okänt antal',
  },
  en: {
    sex: { woman: ['woman', 'women'], man: ['man', 'men'], other: ['person of another sex', 'persons of another sex'], unknown: ['person, sex unknown', 'persons, sex unknown'] },
    ageGroup: { adult: ['adult', 'adults'], minor: ['minor', 'minors'], unknown: ['age unknown', 'age unknown'] },
    person: ['person', 'persons'],
    unknownNumber: 'unknown number of',
  },
}

/** What stands after the number. */
export function groupNouns({ count, sex, ageGroup }: Pick<PersonGroup, 'count' | 'sex' | 'ageGroup'>, language: Language): string {
  const { sex: sexes, ageGroup: ages } = wordsIn[language]
  const form = isOne(count) ? 0 : 1
  return `${sexes[sex][form]}, ${ages[ageGroup][form]}`
}

/** What stands before the nouns: "2", "minst 2", "okänt antal". */
export function groupNumber(count: Quantity | null, language: Language): string {
  return count === null || (count.count === 0 && count.atLeast) ? wordsIn[language].unknownNumber : renderQuantity(count, language, messagesIn[language])
}

/** "minst 2 kvinnor, minderåriga". */
export function groupInWords(group: Pick<PersonGroup, 'count' | 'sex' | 'ageGroup'>, language: Language): string {
  return `${groupNumber(group.count, language)} ${groupNouns(group, language)}`
}

/** "1 person", "minst 1 person", "3 personer"; null when nobody knows how many. */
export function personsInWords(count: Quantity | null, language: Language): string {
  return `${groupNumber(count, language)} ${wordsIn[language].person[isOne(count) ? 0 : 1]}`
}

/** A bound of one is worded as one: "minst 1 kvinna". */
const isOne = (count: Quantity | null): boolean => count?.count === 1
