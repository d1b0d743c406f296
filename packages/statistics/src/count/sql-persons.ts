// Counts persons inside PostgreSQL; those of incidents that must be counted one by one are read and counted here.
import type { Answer, PersonGroup, Quantity } from '@lykta/incident'
import type { Dimension, TableSpec } from '../spec.ts'
import { type PersonsOf, tallyPersons } from './persons.ts'
import { codesOfCombination, placesOf, remembered } from './sql-dimensions.ts'
import type { Aggregates } from './sql-incidents.ts'
import type { FactRow, SqlCount } from './sql-scope.ts'
import { addIncidents, addQuantity, rowCell, rowKey, rowOf, type Tally, type TallyCell } from './tally.ts'

/**
 * Dimensions that are grouped together: their columns for a person, and those of the person's incident with the
 * combinations from which the contributing incidents are counted.
 */
type Family = {
  readonly dimensions: readonly Dimension[]
  readonly own: readonly string[]
  /** The combination to read, and each of its entries as codes of `parts`. */
  readonly combinationOf: (dimension: Dimension | undefined) => { readonly column: string; readonly parts: readonly Dimension[] }
}

const whoTheyAre: Family = {
  dimensions: ['sex', 'age-group'],
  own: ['sex', 'age_group'],
  combinationOf: () => ({ column: 'sex_ages', parts: ['sex', 'age-group'] }),
}

const whereFrom: Family = {
  dimensions: ['nationality'],
  own: [`coalesce(nationalities[1], '')`],
  combinationOf: () => ({ column: 'nationalities', parts: ['nationality'] }),
}

const whatSupport: Family = {
  dimensions: ['support-contact', 'support-offered', 'accepted-support'],
  own: ['support_contact', 'support_offered', 'accepted_support'],
  combinationOf: (dimension) => (dimension === 'support-offered'
    ? { column: 'support_offers', parts: ['support-offered'] }
    : { column: 'contact_acceptances', parts: ['support-contact', 'accepted-support'] }),
}

const regular = 'not counted_apart'
const notKnown = ['unknown', 'not-asked']

/** All person tables. */
export async function countPersons(count: SqlCount, tallies: readonly Tally[], overIncidents: Aggregates): Promise<void> {
  if (tallies.length === 0) return
  for (const tally of tallies) {
    if (tally.spec.where || tally.spec.base !== 'all') continue
    // An incident without a person entry makes every total of persons a lower bound.
    const open = overIncidents.add('bool_or(not persons_known)')
    overIncidents.whenRead((row) => {
      if (row.values[open] === 1) for (const period of row.periods) tally.base[period]!.atLeast = true
    })
  }
  await Promise.all([
    ...tallies.map((tally) => addValues(count, tally)),
    ...[...Map.groupBy(tallies, (tally) => combinationOf(tally).column)].map(([column, own]) => addContributors(count, column, own)),
    personsApart(count, tallies),
  ])
}

type Filter = { readonly dimension: Dimension; readonly code: string }

/** Persons are filtered on one code of one dimension at the most. */
function filterOf(spec: TableSpec): Filter | undefined {
  const [filter] = Object.entries(spec.where ?? {}) as [Dimension, readonly string[]][]
  return filter && { dimension: filter[0], code: filter[1][0]! }
}

function familyOf(spec: TableSpec): Family {
  const asked = [...Object.keys(spec.where ?? {}), ...spec.by] as Dimension[]
  // Totals ride with the last, which every set of tables asks for.
  const family = [whoTheyAre, whereFrom, whatSupport].findLast(({ dimensions }) => asked.every((dimension) => dimensions.includes(dimension)))
  if (!family) throw new Error(`table ${spec.id}: no facts of ${asked.join(' by ')}`)
  return family
}

/** In the table's base, and in which row, by the codes of its dimensions; undefined when outside. */
function placeOf(spec: TableSpec, codes: readonly (string | undefined)[]): { readonly key: string | undefined } | undefined {
  const [first] = codes
  if (spec.by.length === 0) return { key: undefined }
  // No code at all: a person whose nationality is not known.
  if (!first) return spec.base === 'answered' ? undefined : { key: undefined }
  if (spec.base === 'answered' && notKnown.includes(first)) return undefined
  return { key: codes.length === 1 ? placesOf(spec, [first])[0]! : rowKey(codes as readonly string[]) }
}

async function addValues(count: SqlCount, tally: Tally): Promise<void> {
  const { spec } = tally
  const { dimensions, own } = familyOf(spec)
  const filter = filterOf(spec)
  const filterColumn = filter && dimensions.indexOf(filter.dimension)
  const columns = spec.by.map((dimension) => dimensions.indexOf(dimension))
  const condition = `${regular} and (count > 0 or at_least)`
  for (const row of await count.grouped('person_fact', own, ['sum(count)', 'bool_or(at_least)'], { condition })) {
    if (filterColumn !== undefined && row.keys[filterColumn]! !== filter?.code) continue
    const place = placeOf(spec, columns.map((column) => row.keys[column]!))
    if (!place) continue
    const quantity: Quantity = { count: row.values[0]!, atLeast: row.values[1] === 1 }
    for (const period of row.periods) {
      addQuantity(tally.base[period]!, quantity)
      if (place.key !== undefined) addQuantity(rowCell(tally, place.key, period), quantity)
    }
  }
}

function combinationOf({ spec }: Tally): ReturnType<Family['combinationOf']> {
  return familyOf(spec).combinationOf(filterOf(spec)?.dimension ?? spec.by[0])
}

/** Counts each incident once behind each cell in which some of its persons stand; the tallies read one combination. */
async function addContributors(count: SqlCount, column: string, tallies: readonly Tally[]): Promise<void> {
  const cellsOf = remembered((text) => {
    const entries = codesOfCombination(text).map((entry) => entry.split('/'))
    return tallies.flatMap((tally) => cellsBehind(tally, entries))
  })
  for (const row of await count.grouped('incident_fact', [column, 'counted_apart'], ['count(*)'])) {
    if (row.keys[1] === 't') continue
    for (const cells of cellsOf(row.keys[0]!)) {
      for (const period of row.periods) addIncidents(cells[period]!, row.organisation, row.values[0]!)
    }
  }
}

/** The base and the rows that an incident with these entries stands behind; none when it is outside the table. */
function cellsBehind(tally: Tally, entries: readonly (readonly string[])[]): readonly (readonly TallyCell[])[] {
  const { spec, base } = tally
  const { parts } = combinationOf(tally)
  const filter = filterOf(spec)
  const places = entries
    .filter((codes) => filter === undefined || codes[parts.indexOf(filter.dimension)] === filter.code)
    .map((codes) => placeOf(spec, spec.by.map((dimension) => codes[parts.indexOf(dimension)])))
    .filter((place) => place !== undefined)
  if (places.length === 0) return []
  const keys = new Set(places.map(({ key }) => key))
  return [base, ...[...keys].flatMap((key) => (key === undefined ? [] : [rowOf(tally, key)]))]
}

const columnsApart = [
  'incident_id', 'person_ref', 'count::float8', 'at_least', 'sex', 'age_group', 'nationalities', 'support_contact', 'support_offered', 'accepted_support',
]

/** Persons of incidents that must be counted one by one: few, read as they are. */
async function personsApart(count: SqlCount, tallies: readonly Tally[]): Promise<void> {
  const incidents = new Map<string, PersonsOf & { readonly persons: PersonGroup[] }>()
  for (const row of await count.each('person_fact', columnsApart, 'counted_apart', 'incident_id, entry')) {
    const id = row.key(0) as string
    const incident = incidents.get(id) ?? { persons: [], organisation: row.organisation, periods: row.periods }
    incident.persons.push(groupOf(row))
    incidents.set(id, incident)
  }
  tallyPersons(tallies, [...incidents.values()])
}

function groupOf(row: FactRow): PersonGroup {
  const answer = (index: number): Answer | null => (row.key(index) === 'not-asked' ? null : (row.key(index) as Answer))
  return {
    personRef: row.key(1) as string | null,
    count: { count: row.key(2) as number, atLeast: row.key(3) as boolean },
    sex: row.key(4) as PersonGroup['sex'],
    ageGroup: row.key(5) as PersonGroup['ageGroup'],
    nationalities: row.key(6) as string[],
    supportContact: answer(7),
    supportOrganisation: null,
    contactDate: null,
    supportOffered: answer(8),
    acceptedSupport: answer(9),
  }
}
