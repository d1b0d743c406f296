// The record as the rows of an import's tables, so that what goes out can be read by people and come in again.
import { categoryOfIndicator, type OwnIndicator } from '../catalogue/catalogue.ts'
import type { IndicatorCategory } from '../catalogue/indicator.ts'
import { type Occurrence, precisionOf } from '../civil-date.ts'
import type { Language } from '../codes.ts'
import { wordOf } from '../import/code-list.ts'
import { type ColumnOf, columnsOf, type TableId, tables } from '../import/columns.ts'
import type { Id, Incident, Organisation } from '../incident.ts'
import type { Quantity } from '../quantity.ts'
import { csvLine } from './csv-line.ts'

type Cells<Table extends TableId> = Readonly<Partial<Record<ColumnOf<Table>, string>>>

export type ToExport = {
  /** Unique among those that are exported. */
  readonly ref: string
  readonly answers: Incident
}

export type ImportRows = {
  /** Of the import's table of that name, in that language. */
  readonly fileName: (table: TableId) => string
  readonly header: (table: TableId) => string
  readonly organisation: (organisation: Organisation) => string
  readonly indicator: (indicator: OwnIndicator) => string
  /** Without the reason, which is sealed. */
  readonly incident: (incident: ToExport) => string
  /** One for each group of persons. */
  readonly persons: (incident: ToExport) => readonly string[]
}

/** CSV lines (RFC 4180, with semicolons, as Swedish spreadsheets take them). `codeOf`: an organisation's code; throws for one that is not there. */
export function importRows(language: Language, codeOf: (organisation: Id) => string): ImportRows {
  const cells = importCells(language, codeOf)
  return {
    fileName: (table) => `${tables[table][language]}.csv`,
    header: (table) => csvLine(cells.header(table)),
    organisation: (organisation) => csvLine(cells.organisation(organisation)),
    indicator: (indicator) => csvLine(cells.indicator(indicator)),
    incident: (incident) => csvLine(cells.incident(incident)),
    persons: (incident) => cells.persons(incident).map(csvLine),
  }
}

type Line = readonly string[]

export type ImportCells = {
  readonly header: (table: TableId) => Line
  readonly organisation: (organisation: Omit<Organisation, 'id'>) => Line
  readonly indicator: (indicator: Pick<OwnIndicator, 'id' | 'sv' | 'en' | 'validFrom' | 'validTo'>) => Line
  readonly incident: (incident: ToExport) => Line
  readonly persons: (incident: ToExport) => readonly Line[]
}

/** The same, cell by cell. */
export function importCells(language: Language, codeOf: (organisation: Id) => string): ImportCells {
  const line = <Table extends TableId>(table: Table, cells: Cells<Table>): Line =>
    columnsOf(table).filter(([column]) => !unused.includes(`${table}.${column}`)).map(([column]) => (cells as Readonly<Record<string, string | undefined>>)[column] ?? '')
  const quantity = (value: Quantity | null): string => (value === null ? '' : value.atLeast ? `${language === 'sv' ? 'minst' : 'at least'} ${value.count}` : String(value.count))
  return {
    header: (table) => columnsOf(table).filter(([column]) => !unused.includes(`${table}.${column}`)).map(([, spec]) => spec[language]),
    organisation: ({ code, name, sector, joined, left }) =>
      line('organisations', { code, name, sector: wordOf('sector', sector, language), joined: joined ?? '', left: left ?? '' }),
    indicator: ({ id, sv, en, validFrom, validTo }) =>
      line('indicators', { id, category: wordOf('category', categoryOfIndicator(id) as IndicatorCategory, language), swedish: sv, english: en, validFrom: validFrom ?? '', validTo: validTo ?? '' }),
    incident: ({ ref, answers }) =>
      line('incidents', {
        ref,
        occurred: renderOccurrence(answers.occurred),
        reported: answers.reportedOn,
        reporter: codeOf(answers.reportedBy),
        placeType: wordOf('placeType', answers.placeType, language),
        area: answers.area ?? '',
        exploitation: wordOf('exploitation', answers.exploitation, language),
        indicators: answers.indicators?.join('|') ?? '',
        policeContacted: wordOf('answer', answers.policeContacted, language),
        policeReports: quantity(answers.policeReports),
        buyers: quantity(answers.buyers),
        procurers: quantity(answers.procurers),
        otherPerpetrators: quantity(answers.otherPerpetrators),
        external: wordOf('yesNo', answers.external ? 'yes' : 'no', language),
      }),
    persons: ({ ref, answers: { persons } }) => persons.map((person) =>
      line('persons', {
        incident: ref,
        personRef: person.personRef ?? '',
        count: quantity(person.count),
        sex: wordOf('sex', person.sex, language),
        ageGroup: wordOf('ageGroup', person.ageGroup, language),
        nationality: person.nationalities.join('|'),
        supportContact: person.supportContact === null ? '' : wordOf('answer', person.supportContact, language),
        supportOrganisation: person.supportOrganisation === null ? '' : codeOf(person.supportOrganisation),
        contactDate: person.contactDate ?? '',
        offered: person.supportOffered === null ? '' : wordOf('answer', person.supportOffered, language),
        accepted: person.acceptedSupport === null ? '' : wordOf('answer', person.acceptedSupport, language),
      })),
  }
}

/** What is sealed, and the column that says the same as another. */
const unused = ['incidents.reason', 'incidents.source']

/** As the import reads it (EDTF, ISO 8601-2): a day, a month, a year or two days with a stroke; "~" behind it for about. */
export function renderOccurrence(occurrence: Occurrence): string {
  const { from, to, about } = occurrence
  const precision = precisionOf(occurrence)
  const days = precision === 'day' ? from : precision === 'month' ? from.slice(0, 7) : precision === 'year' ? from.slice(0, 4) : `${from}/${to}`
  return about ? `${days}~` : days
}
