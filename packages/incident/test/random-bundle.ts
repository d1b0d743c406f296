// Random registers, and the tables that somebody would have written them in.
import fc from 'fast-check'
import { canonicalText, nationalities, shippedIndicators } from '../src/index.ts'
import type { ImportBundle, ImportedAnswers, ImportedPersonGroup, Language, Quantity } from '../src/index.ts'
import { ageGroups, answers, exploitations, placeTypes, sectors, sexes } from '../src/codes.ts'
import { wordOf } from '../src/import/code-list.ts'
import { columnNameOf, tables } from '../src/import/columns.ts'
import type { ColumnId, TableId } from '../src/import/columns.ts'

const day = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((days) => new Date(Date.UTC(2017, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

/** On one line, as names are: no control characters, nothing that runs as a formula. */
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.normalize('NFC').replace(/[\p{Cc}\ufffe\uffff]/gu, '').replace(/\s+/g, ' ').trim().replace(/^[=+\-@＝＋－＠ ]+/, ''))
  .filter((text) => text !== '' && text.isWellFormed() && text === text.normalize('NFC').trim())

const prose = fc.array(fc.oneof(name, fc.constantFrom('\n', '\n\n', ';', ',', '"', '""', '\t', '=1+1', '<&>', '_x000D_', "'")), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(' ').normalize('NFC').trim()).filter((text) => text !== '')

const quantity: fc.Arbitrary<Quantity> = fc.record({ count: fc.nat(999_999), atLeast: fc.boolean() })
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value)
const answer = fc.constantFrom(...answers)

const person = (codes: readonly string[]): fc.Arbitrary<ImportedPersonGroup> => fc.record({
  personRef: maybe(name),
  count: quantity,
  sex: fc.constantFrom(...sexes),
  ageGroup: fc.constantFrom(...ageGroups),
  nationalities: fc.uniqueArray(fc.constantFrom(...nationalities), { maxLength: 3 }).map((list) => list.toSorted()),
  supportContact: maybe(answer),
  supportOrganisation: maybe(fc.constantFrom(...codes)),
  contactDate: maybe(day(1000, 1100)),
  supportOffered: maybe(answer),
  acceptedSupport: maybe(answer),
}).map((group) => (group.personRef === null ? group : { ...group, count: { count: 1, atLeast: false } }))

const occurrence = fc.tuple(day(0, 900), fc.constantFrom('day', 'month', 'year')).map(([from, precision]) => {
  if (precision === 'day') return { from, to: from, about: false }
  if (precision === 'year') return { from: `${from.slice(0, 4)}-01-01`, to: `${from.slice(0, 4)}-12-31`, about: false }
  const [year = 0, month = 0] = from.split('-').map(Number)
  return { from: `${from.slice(0, 7)}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10), about: false }
})

const answersOf = (codes: readonly string[]): fc.Arbitrary<ImportedAnswers> => fc.record({
  occurred: occurrence,
  reportedOn: day(900, 1100),
  external: fc.boolean(),
  placeType: fc.constantFrom(...placeTypes),
  area: maybe(name),
  exploitation: fc.constantFrom(...exploitations),
  indicators: fc.uniqueArray(fc.constantFrom(...shippedIndicators.map(({ id }) => id)), { maxLength: 5 }).map((list) => list.toSorted()),
  policeContacted: answer,
  policeReports: maybe(quantity), buyers: maybe(quantity), procurers: maybe(quantity), otherPerpetrators: maybe(quantity),
  persons: fc.array(person(codes), { maxLength: 3 }).map((persons) => persons.toSorted((a, b) => (canonicalText(a) < canonicalText(b) ? -1 : 1))),
})

/** Everybody is a member all the time, and every reference is another. */
export const anyBundle: fc.Arbitrary<ImportBundle> = fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).chain((codes) => fc.record({
  organisations: fc.tuple(...codes.map((code) => fc.record({
    code: fc.constant(code), name, sector: fc.constantFrom(...sectors), joined: fc.constant('2016-01-01'), left: maybe(day(1200, 1300)),
  }))),
  ownIndicators: fc.constant([]),
  incidents: fc.uniqueArray(
    fc.record({ externalRef: name, reporterCode: fc.constantFrom(...codes), answers: answersOf(codes), reason: maybe(prose) }),
    { minLength: 1, maxLength: 4, selector: ({ externalRef }) => externalRef }),
}))

type Cell = string
type Written = Readonly<Partial<Record<ColumnId, Cell>>>

function writeQuantity(value: Quantity | null, language: Language): Cell {
  if (value === null) return ''
  return (value.atLeast ? { sv: 'minst ', en: 'at least ' }[language] : '') + String(value.count)
}

/** As precisely as it is known: 2019-04-03, 2019-04 or 2019. */
function writeOccurrence({ from, to }: ImportedAnswers['occurred']): Cell {
  if (from === to) return from
  return to.endsWith('-12-31') && from.endsWith('-01-01') ? from.slice(0, 4) : from.slice(0, 7)
}

/** The three tables, headers first, under their names in the language. */
export function tablesOf({ organisations, incidents }: ImportBundle, language: Language): Readonly<Record<string, readonly (readonly Cell[])[]>> {
  const answer = (code: (typeof answers)[number] | null) => (code === null ? '' : wordOf('answer', code, language))
  return Object.fromEntries([
    table('organisations', language, organisations.map(({ code, name: called, sector, joined, left }) => ({
      'organisations.code': code, 'organisations.name': called, 'organisations.sector': wordOf('sector', sector, language),
      'organisations.joined': joined ?? '', 'organisations.left': left ?? '',
    }))),
    table('incidents', language, incidents.map(({ externalRef, reporterCode, reason, answers: given }) => ({
      'incidents.ref': externalRef, 'incidents.occurred': writeOccurrence(given.occurred), 'incidents.reported': given.reportedOn,
      'incidents.reporter': reporterCode, 'incidents.placeType': wordOf('placeType', given.placeType, language), 'incidents.area': given.area ?? '',
      'incidents.exploitation': wordOf('exploitation', given.exploitation, language), 'incidents.indicators': (given.indicators ?? []).join('|'),
      'incidents.reason': reason ?? '', 'incidents.policeContacted': answer(given.policeContacted),
      'incidents.policeReports': writeQuantity(given.policeReports, language), 'incidents.buyers': writeQuantity(given.buyers, language),
      'incidents.procurers': writeQuantity(given.procurers, language), 'incidents.otherPerpetrators': writeQuantity(given.otherPerpetrators, language),
      'incidents.source': wordOf('source', given.external ? 'external' : 'member', language),
    }))),
    table('persons', language, incidents.flatMap(({ externalRef, answers: { persons } }) => persons.map((group) => ({
      'persons.incident': externalRef, 'persons.personRef': group.personRef ?? '', 'persons.count': writeQuantity(group.count, language),
      'persons.sex': wordOf('sex', group.sex, language), 'persons.ageGroup': wordOf('ageGroup', group.ageGroup, language),
      'persons.nationality': group.nationalities.join('|'), 'persons.supportContact': answer(group.supportContact),
      'persons.supportOrganisation': group.supportOrganisation ?? '', 'persons.contactDate': group.contactDate ?? '',
      'persons.offered': answer(group.supportOffered), 'persons.accepted': answer(group.acceptedSupport),
    })))),
  ])
}

function table(id: TableId, language: Language, rows: readonly Written[]): readonly [string, readonly (readonly Cell[])[]] {
  const columns = (Object.keys(tables[id].columns).map((column) => `${id}.${column}`) as ColumnId[]).filter((column) => column !== 'incidents.external')
  return [tables[id][language], [columns.map((column) => columnNameOf(column, language)), ...rows.map((row) => columns.map((column) => row[column] ?? ''))]]
}
