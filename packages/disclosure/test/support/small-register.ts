// Small registers written by hand, and what was printed of them as text that can be read by eye.
import { findOccurrence, type Incident, type PersonGroup, sectors } from '@lykta/incident'
import type { CountInput, TableSpec } from '@lykta/statistics'
import type { PlannedTable, ProtectedCell, ProtectedTable, Release, ReleasePlan } from '../../src/index.ts'

/** So many incidents alike; `by`: all of one organisation, else they take turns. */
export type Alike = Partial<Omit<Incident, 'persons'>> & {
  readonly times: number
  readonly year?: number
  readonly month?: number
  readonly by?: number
  readonly persons?: readonly Partial<PersonGroup>[]
}

const onePerson: PersonGroup = {
  personRef: null, count: { count: 1, atLeast: false }, sex: 'woman', ageGroup: 'adult', nationalities: [], supportContact: null,
  supportOrganisation: null, contactDate: null, supportOffered: null, acceptedSupport: null,
}

const plain: Omit<Incident, 'occurred' | 'reportedBy' | 'persons'> = {
  reportedOn: '2020-01-10', external: false, placeType: 'hotel', area: null, exploitation: 'sexual', indicators: [], policeContacted: 'yes',
  policeReports: null, buyers: null, procurers: null, otherPerpetrators: null,
}

export function registerOf(groups: readonly Alike[], organisations = 5): CountInput {
  const incidents = groups.flatMap(({ times, year = 2019, month, by, persons = [{}], ...answers }) =>
    Array.from({ length: times }, (_, index): Incident => ({
      ...plain,
      occurred: findOccurrence(`${year}-${String(month ?? (index % 12) + 1).padStart(2, '0')}-10`)!,
      reportedBy: `org-${by ?? index % organisations}`,
      ...answers,
      persons: persons.map((person) => ({ ...onePerson, ...person })),
    })))
  return {
    organisations: Array.from({ length: organisations }, (_, index) => ({
      id: `org-${index}`, code: `org-${index}`, name: `Organisation ${index}`, sector: sectors[index % sectors.length]!, joined: '2016-01-01', left: null,
    })),
    incidents: incidents.map((answers, index) => ({
      id: `incident-${index}`, ref: `R${index}`, externalRef: null, revision: 1, withdrawn: false, answers,
    })),
    position: 1,
  }
}

/** Rows of one table, by year unless said otherwise. */
export function rows(spec: TableSpec, release: Release = 'year', harmless = false): PlannedTable {
  return { id: spec.id, release, parts: [{ spec, figures: 'rows' }], harmless }
}

export function planOf(...tables: readonly PlannedTable[]): ReleasePlan {
  return { id: 'test', blockYears: 3, tables }
}

export const textOf = (cell: ProtectedCell): string => {
  if (cell.state === 'hidden') return '×'
  if (cell.state === 'band') return `>${cell.numerator}/${cell.denominator}`
  return `${cell.atLeast ? '≥' : ''}${cell.count}`
}

export type Printed = { readonly periods: readonly string[]; readonly base: string; readonly rows: Readonly<Record<string, string>> }

/** One table: its periods, and the cells of base and rows, one a period. */
export function printed(tables: readonly ProtectedTable[], id: string): Printed {
  const table = tables.find((one) => one.id === id)
  if (!table) throw new Error(`no table ${id}`)
  const line = (cells: readonly ProtectedCell[]): string => cells.map(textOf).join(' ')
  return {
    periods: table.periods.map((period) => period.id),
    base: line(table.base),
    rows: Object.fromEntries(table.rows.map((row) => [row.codes.join('/'), line(row.cells)])),
  }
}
