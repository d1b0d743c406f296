// Rows of the persons table, gathered by the incident they belong to.
import type { CivilDate } from '../civil-date.ts'
import { isNationality } from '../nationalities.ts'
import type { ImportedPersonGroup } from './bundle.ts'
import type { Problems } from './collect-problems.ts'
import { maxListLength } from './limits.ts'
import { found, openRows, readName, readRequiredName } from './open-rows.ts'
import type { Row } from './open-rows.ts'
import type { KnownOrganisation } from './parse-organisations.ts'
import { readCode, readDay, readQuantity } from './read-values.ts'
import type { Table } from './recognise-tables.ts'

export type PersonContext = {
  readonly today: CivilDate
  readonly organisations: ReadonlyMap<string, KnownOrganisation>
  /** Every incident reference of the file, with the first day it may have happened on, if that could be read. */
  readonly occurredFrom: ReadonlyMap<string, CivilDate | undefined>
}

/** Groups by incident reference; a row with errors is left out. */
export function parsePersons(
  table: Table & { readonly id: 'persons' }, context: PersonContext, problems: Problems,
): ReadonlyMap<string, readonly ImportedPersonGroup[]> {
  const groups = new Map<string, ImportedPersonGroup[]>()
  for (const row of openRows(table, problems)) {
    const incident = readRequiredName(row, 'incident')
    if (incident !== undefined && !context.occurredFrom.has(incident)) {
      row.report('incident', 'import.incident-unknown', found(incident))
    }
    const person = parsePerson(row, context, incident === undefined ? undefined : context.occurredFrom.get(incident))
    if (incident === undefined || !person) continue
    const known = groups.get(incident)
    if (known) known.push(person)
    else groups.set(incident, [person])
  }
  return groups
}

function parsePerson(row: Row<'persons'>, context: PersonContext, occurred: CivilDate | undefined): ImportedPersonGroup | undefined {
  const personRef = readName(row, 'personRef')
  const count = readQuantity(row, 'count')
  if (personRef && count && (count.count !== 1 || count.atLeast)) {
    row.report('count', 'import.person-ref-count', found(row.text('count') ?? ''))
  }
  const sex = readCode(row, 'sex', 'sex')
  const ageGroup = readCode(row, 'ageGroup', 'ageGroup')
  const nationalities = readNationalities(row)
  const supportContact = readCode(row, 'supportContact', 'answer')
  const supportOrganisation = readOrganisation(row, 'supportOrganisation', context.organisations)
  const contactDate = readDay(row, 'contactDate', context.today)
  const supportOffered = readCode(row, 'offered', 'answer')
  const acceptedSupport = readCode(row, 'accepted', 'answer')
  if (
    personRef === undefined || count === undefined || sex === undefined || ageGroup === undefined || nationalities === undefined ||
    supportContact === undefined || supportOrganisation === undefined || contactDate === undefined ||
    supportOffered === undefined || acceptedSupport === undefined
  ) return undefined
  const person = {
    personRef: personRef === '' ? null : personRef,
    count: count ?? { count: 1, atLeast: false },
    sex: sex ?? 'unknown',
    ageGroup: ageGroup ?? 'unknown',
    nationalities,
    supportContact, supportOrganisation, contactDate, supportOffered, acceptedSupport,
  } as const
  warnOfContradictions(row, person, occurred, context.organisations)
  return person
}

function readNationalities(row: Row<'persons'>): readonly string[] | undefined {
  const text = row.text('nationality', maxListLength)
  if (text === undefined) return undefined
  const codes = text.split('|').map((code) => code.trim()).filter((code) => code !== '')
  const unknown = codes.find((code) => !isNationality(code.toUpperCase()))
  if (unknown !== undefined) {
    row.report('nationality', 'import.nationality-unknown', found(unknown))
    return undefined
  }
  return [...new Set(codes.map((code) => code.toUpperCase()))].sort()
}

function readOrganisation(
  row: Row<'persons'>, column: 'supportOrganisation', organisations: ReadonlyMap<string, KnownOrganisation>,
): string | null | undefined {
  const code = readName(row, column)
  if (code === '') return null
  if (code === undefined || organisations.has(code)) return code
  row.report(column, 'import.organisation-unknown', { ...found(code), near: row.near(code, organisations.keys()) })
  return undefined
}

/** What can be true but seldom is: imported, and shown to whoever can tell. */
function warnOfContradictions(
  row: Row<'persons'>, person: ImportedPersonGroup, occurred: CivilDate | undefined,
  organisations: ReadonlyMap<string, KnownOrganisation>,
): void {
  const { supportContact, supportOrganisation, contactDate, supportOffered, acceptedSupport } = person
  if (acceptedSupport === 'yes' && supportContact === 'no') row.warn('accepted', 'import.accepted-without-contact', {})
  if (acceptedSupport === 'yes' && supportOffered === 'no') row.warn('accepted', 'import.accepted-without-offer', {})
  if (contactDate !== null && supportContact === 'no') {
    row.warn('contactDate', 'import.contact-date-without-contact', found(contactDate))
  }
  if (contactDate !== null && occurred !== undefined && contactDate < occurred) {
    row.warn('contactDate', 'import.contact-before-occurrence', { ...found(contactDate), occurred })
  }
  const sector = supportOrganisation === null ? undefined : organisations.get(supportOrganisation)?.sector
  if (supportOrganisation !== null && sector !== undefined && sector !== 'social-services' && sector !== 'civil-society') {
    row.warn('supportOrganisation', 'import.support-organisation-sector', found(supportOrganisation))
  }
}
