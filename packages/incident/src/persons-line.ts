// What is counted of an incident's persons as one short line of text: the form in which the register lays it out.
import type { AgeGroup, Answer, Sex } from './codes.ts'
import type { PersonGroup } from './incident.ts'

/** What a line holds of a group: all that is counted. */
export type CountedPerson = Pick<
  PersonGroup, 'personRef' | 'count' | 'sex' | 'ageGroup' | 'nationalities' | 'supportContact' | 'supportOffered' | 'acceptedSupport'
>

/** Codes and their letters, in the order in which a part begins with them: sex, age group, contact, offer, acceptance. */
export const sexLetters: Readonly<Record<Sex, string>> = { woman: 'w', man: 'm', other: 'o', unknown: 'u' }
export const ageLetters: Readonly<Record<AgeGroup, string>> = { adult: 'a', minor: 'm', unknown: 'u' }
export const answerLetters: Readonly<Record<Answer | 'not-asked', string>> = { yes: 'y', no: 'n', unknown: 'u', 'not-asked': '-' }

/** Between the persons of a line. */
export const betweenPersons = '|'
/** Stands before a person reference, and nowhere else: a line that holds it has a person who may be in other incidents. */
export const beforeReference = '='

/**
 * "wayn-1RO" is one Romanian woman, adult, in contact, not offered support, not asked whether she accepted; "+" after the
 * number is a lower bound, and "=k1" at the end a reference. Each group is a part of its own, in the order of the answers.
 */
export function writePersonsLine(groups: readonly CountedPerson[]): string {
  return groups.map(writePerson).join(betweenPersons)
}

function writePerson({ sex, ageGroup, supportContact, supportOffered, acceptedSupport, count, nationalities, personRef }: CountedPerson): string {
  const support = [supportContact, supportOffered, acceptedSupport].map((answer) => letterOf(answerLetters, answer ?? 'not-asked')).join('')
  const who = letterOf(sexLetters, sex) + letterOf(ageLetters, ageGroup)
  const reference = personRef === null ? '' : beforeReference + encodeURIComponent(personRef)
  return `${who}${support}${count.count}${count.atLeast ? '+' : ''}${nationalities.join(',')}${reference}`
}

/** Answers out of a backup are no more than they claim to be. */
function letterOf<Code extends string>(letters: Readonly<Record<Code, string>>, code: Code): string {
  const letter = (letters as Readonly<Record<string, string | undefined>>)[code]
  if (letter === undefined) throw new TypeError('writePersonsLine: not a code')
  return letter
}

const form = /^([wmou])([amu])([ynu-])([ynu-])([ynu-])(\d+)(\+?)([^=]*)(?:=(.*))?$/

/** One part of a line. Throws when it is none: a defect, or a projection that `verify` finds fault with. */
export function readPerson(part: string): CountedPerson {
  const [, sex, age, contact, offered, accepted, count, bound, nationalities, reference] = form.exec(part) ?? []
  if (count === undefined) throw new Error('readPerson: not a person of a line')
  return {
    personRef: reference === undefined ? null : decodeURIComponent(reference),
    count: { count: Number(count), atLeast: bound === '+' },
    sex: sexes.get(sex!)!,
    ageGroup: ages.get(age!)!,
    nationalities: nationalities ? nationalities.split(',') : [],
    supportContact: answers.get(contact!) ?? null,
    supportOffered: answers.get(offered!) ?? null,
    acceptedSupport: answers.get(accepted!) ?? null,
  }
}

const sexes = inverted(sexLetters)
const ages = inverted(ageLetters)
const { 'not-asked': _, ...given } = answerLetters
const answers = inverted(given)

function inverted<Code extends string>(letters: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> {
  return new Map((Object.entries(letters) as [Code, string][]).map(([code, letter]) => [letter, code]))
}
