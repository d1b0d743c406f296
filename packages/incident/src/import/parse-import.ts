// From sheets to a bundle the register can take, or every problem that stands in the way.
import type { CivilDate } from '../civil-date.ts'
import { inOneOrder } from '../in-one-order.ts'
import type { Organisation } from '../incident.ts'
import { knownProblem, knownWarning } from '../messages/known-problem.ts'
import type { Place, Problem } from '../problem.ts'
import type { ImportBundle, ImportedIncident } from './bundle.ts'
import { mapSheets } from '../mapping/map-sheets.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { findUndecided } from '../mapping/find-undecided.ts'
import { collectProblems, type Problems } from './collect-problems.ts'
import type { TableId } from './columns.ts'
import { parseIncidents } from './parse-incidents.ts'
import { parseIndicators } from './parse-indicators.ts'
import { parseOrganisations } from './parse-organisations.ts'
import type { KnownOrganisation } from './parse-organisations.ts'
import { parsePersons } from './parse-persons.ts'
import { readSheets } from './read-sheets.ts'
import { isFilled, recogniseTables } from './recognise-tables.ts'
import type { Table } from './recognise-tables.ts'
import type { ImportFile, Sheet } from './sheet.ts'

export type ImportContext = {
  readonly today: CivilDate
  /** Ids of the catalogue, and of the network's own indicators that the register has. */
  readonly indicatorIds: ReadonlySet<string>
  /** What the register has; a row of the import with the same code takes its place. */
  readonly existingOrganisations?: readonly Omit<Organisation, 'id'>[]
  /** For a caller who finds fault with an incident afterwards. */
  readonly tellPlaces?: boolean
  /** How the user's own columns and words become ours; refused while anything in it is a proposal, or not decided. */
  readonly mapping?: Mapping
}

/** Rows of a table that hold anything, and those of them in which nothing is wrong. */
export type RowCount = { readonly all: number; readonly good: number }

export type ParsedImport = {
  /** At most a hundred errors and a hundred warnings, each list ending in a count of what was left out. */
  readonly problems: readonly Problem[]
  /** Present when there is no error. */
  readonly bundle?: ImportBundle
  /** Beside the bundle, when it was asked for: where each incident stands, by its reference. */
  readonly placeOf?: ReadonlyMap<string, Place>
}

export type CheckedImport = ParsedImport & {
  /** How many errors there are, those that are not among the problems too. */
  readonly errors: number
  /** Once the tables are understood. */
  readonly rows?: { readonly incidents: RowCount; readonly persons: RowCount }
}

/** Reads and parses files; a file that cannot be read ends it there, since its rows would be missed everywhere else. */
export async function importFiles(files: readonly ImportFile[], context: ImportContext): Promise<CheckedImport> {
  const { sheets, problems } = await readSheets(files)
  const unread = problems.filter(({ severity }) => severity === 'error').length
  if (unread > 0) return { problems, errors: unread }
  const parsed = parseImport(sheets, context)
  return { ...parsed, problems: [...parsed.problems, ...problems] }
}

export function parseImport(sheets: readonly Sheet[], context: ImportContext): CheckedImport {
  const { mapping } = context
  if (!mapping) return parseTables(sheets, context, collectProblems())
  const undecided = collectProblems()
  for (const found of findUndecided(mapping)) undecided.add(found)
  if (undecided.hasErrors()) return { problems: undecided.all(), errors: undecided.countErrors() }
  return tryMapping(sheets, context, mapping)
}

/** As `parseImport`, but with every proposal taken as if it were confirmed: what a preview shows. */
export function tryMapping(sheets: readonly Sheet[], context: ImportContext, mapping: Mapping): CheckedImport {
  const problems = collectProblems()
  const mapped = mapSheets(sheets, mapping, problems)
  return mapped ? parseTables(mapped, context, problems) : { problems: problems.all(), errors: problems.countErrors() }
}

/** `problems` may hold what a mapping found in single cells; the rows are checked all the same. */
function parseTables(sheets: readonly Sheet[], context: ImportContext, problems: Problems): CheckedImport {
  const before = problems.countErrors()
  const tables = recogniseTables(sheets, problems)
  const table = <Id extends TableId>(id: Id) => tables.get(id) as (Table & { readonly id: Id }) | undefined
  if (tables.has('incidents') && !tables.has('organisations') && (context.existingOrganisations ?? []).length === 0) {
    problems.add(knownProblem('import.table-missing', { table: 'organisations' }))
  }
  // A table with a wrong header would make every row that refers to it look wrong.
  if (problems.countErrors() > before) return { problems: problems.all(), errors: problems.countErrors() }

  const organisationTable = table('organisations')
  const { organisations, known } = organisationTable ? parseOrganisations(organisationTable, problems) : { organisations: [], known: [] }
  const knownOrganisations = mergeOrganisations(context.existingOrganisations ?? [], known)

  const indicatorTable = table('indicators')
  const own = indicatorTable ? parseIndicators(indicatorTable, problems) : { indicators: [], ids: [] }

  const incidentTable = table('incidents')
  const personTable = table('persons')
  const incidents: ImportedIncident[] = []
  let placeOf: ReadonlyMap<string, Place> = new Map()
  let rows: CheckedImport['rows']
  if (incidentTable && personTable) {
    if (countRows(incidentTable) === 0) {
      problems.add(knownWarning('import.table-without-rows', { table: 'incidents' }, { file: incidentTable.sheet.place }))
    }
    const indicatorIds = new Set([...context.indicatorIds, ...own.ids])
    const parsed = parseIncidents(incidentTable, { today: context.today, organisations: knownOrganisations, indicatorIds }, problems)
    placeOf = parsed.placeOf
    const personContext = { today: context.today, organisations: knownOrganisations, occurredFrom: parsed.occurredFrom }
    const persons = parsePersons(personTable, personContext, problems)
    const goodPersons = [...persons.values()].reduce((sum, groups) => sum + groups.length, 0)
    rows = { incidents: { all: countRows(incidentTable), good: parsed.incidents.length }, persons: { all: countRows(personTable), good: goodPersons } }
    for (const incident of parsed.incidents) {
      const answers = { ...incident.answers, persons: inOneOrder(persons.get(incident.externalRef) ?? []) }
      incidents.push({ ...incident, answers })
    }
  }
  const told = { problems: problems.all(), errors: problems.countErrors(), ...(rows ? { rows } : {}) }
  if (told.errors > 0) return told
  return { ...told, bundle: { organisations, ownIndicators: own.indicators, incidents }, ...(context.tellPlaces ? { placeOf } : {}) }
}

function countRows({ sheet }: Table): number {
  return sheet.rows.filter((cells, index) => index > 0 && cells.some(isFilled)).length
}

function mergeOrganisations(
  existing: readonly Omit<Organisation, 'id'>[], known: readonly KnownOrganisation[],
): ReadonlyMap<string, KnownOrganisation> {
  const merged = new Map<string, KnownOrganisation>()
  for (const { code, sector, joined, left } of existing) merged.set(code, { code, sector, membership: { joined, left } })
  for (const organisation of known) merged.set(organisation.code, organisation)
  return merged
}
