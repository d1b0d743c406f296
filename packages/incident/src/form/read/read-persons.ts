// Groups of possibly exploited persons, and the support that each was offered.
import type { CivilDate } from '../../civil-date.ts'
import { ageGroups, sexes } from '../../codes.ts'
import { inOneOrder } from '../../in-one-order.ts'
import { maxTextLength } from '../../import/limits.ts'
import type { PersonGroup } from '../../incident.ts'
import { isNationality } from '../../nationalities.ts'
import type { FormProblems } from '../problems/form-problem.ts'
import { type Fields, openFields } from './fields.ts'
import { type Read, readAsked, readChoice, readCount, readDay, readLine, readList, readOrganisation } from './read-answers.ts'

/** More kinds of person than this are not told apart in one event. */
export const mostGroups = 50

export type PersonContext = {
  readonly today: CivilDate
  readonly organisations: ReadonlySet<string>
  /** Ids of a group's answers that the form has. */
  readonly fields: ReadonlySet<string>
  readonly problems: FormProblems
}

/** Undefined when any was reported. */
export function readPersons(answers: Fields, context: PersonContext): Read<readonly PersonGroup[]> {
  const given = answers.given('persons')
  if (given === undefined) return []
  if (!Array.isArray(given)) return answers.report('persons', 'form.not-understood', {})
  if (given.length > mostGroups) return answers.report('persons', 'form.groups-too-many', { allowed: mostGroups })
  const read = given.map((group: unknown, index) => readGroup(group, index + 1, context))
  const persons = read.filter((group) => group !== undefined)
  return persons.length === read.length ? inOneOrder(persons) : undefined
}

function readGroup(value: unknown, number: number, { today, organisations, fields: known, problems }: PersonContext): Read<PersonGroup> {
  const fields = openFields(value, problems, number)
  if (!fields) {
    problems.add('form.not-understood', {}, { question: 'persons', group: number })
    return undefined
  }
  if (fields.ids.some((id) => !known.has(id))) fields.report('persons', 'form.question-unknown', {})
  const personRef = readLine(fields, 'personRef', maxTextLength)
  const count = readCount(fields, 'count')
  const single = count !== null && count?.count === 1 && !count.atLeast
  if (personRef && count !== undefined && !single) fields.report('count', 'form.person-ref-count', {})
  const sex = readChoice(fields, 'sex', sexes)
  const ageGroup = readChoice(fields, 'ageGroup', ageGroups)
  const nationalities = readList(fields, 'nationalities', 'form.nationality-unknown', isNationality)
  const supportContact = readAsked(fields, 'supportContact', true)
  const inContact = supportContact === 'yes'
  const supportOrganisation = readOrganisation(fields, 'supportOrganisation', organisations)
  const contactDate = readDay(fields, 'contactDate', today)
  const supportOffered = readAsked(fields, 'supportOffered', inContact)
  const acceptedSupport = readAsked(fields, 'acceptedSupport', inContact)
  if (
    personRef === undefined || count === undefined || sex === undefined || ageGroup === undefined || nationalities === undefined ||
    supportContact === undefined || supportOrganisation === undefined || contactDate === undefined ||
    supportOffered === undefined || acceptedSupport === undefined
  ) return undefined
  return {
    personRef,
    // Somebody was there: how many, nobody said.
    count: count ?? { count: 1, atLeast: true },
    sex, ageGroup, nationalities, supportContact, supportOrganisation, contactDate, supportOffered, acceptedSupport,
  }
}
