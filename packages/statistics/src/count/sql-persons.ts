// Counts persons inside PostgreSQL; those of incidents that must be counted one by one are read and counted here.
import type { Answer, PersonGroup, Quantity } from '@lykta/incident'
import type { Dimension, TableSpec } from '../spec.ts'
import { type PersonsOf, tallyPersons } from './persons.ts'
import { codesOfCombination, placesOf } from './sql-dimensions.ts'
import type { Aggregates } from './sql-incidents.ts'
import type { GroupRow, SqlCount } from './sql-scope.ts'
import { addIncidents, addQuantity, rowCell, rowKey, type Tally } from './tally.ts'

/**
 * Dimensions that are grouped together in one pass: their columns for a person, and the combination columns of the
 * person's incident, from which the contributing incidents are counted.
 */
type Family = {
  readonly dimensions: readonly Dimension[]
  readonly own: readonly string[]
  readonly ofIncident: readonly string[]
  /** The codes of each dimension in one entry of the combination. */
  readonly codesOf: (dimension: Dimension, combinations: readonly string[]) => readonly string[]
}

const whoTheyAre: Family = {
  dimensions: ['sex', 'age-group', 'nationality'],
  own: ['sex', 'age_group', 'nationalities[1]'],
  ofIncident: ['sex_ages', 'nationalities'],
  codesOf: (dimension, [sexAges, nationalities]) => {
    if (dimension === 'nationality') return codesOfCombination(nationalities!)
    return codesOfCombination(sexAges!).map((cross) => cross.split('/')[dimension === 'sex' ? 0 : 1]!)
  },
}

const whatSupport: Family = {
  dimensions: ['support-contact', 'support-offered', 'accepted-support'],
  own: ['support_contact', 'support_offered', 'accepted_support'],
  ofIncident: ['support_contacts', 'support_offers', 'support_acceptances'],
  codesOf: (dimension, combinations) => codesOfCombination(combinations[whatSupport.dimensions.indexOf(dimension)]!),
}

const regular = 'not counted_apart'
const notKnown = ['unknown', 'not-asked']

/** All person tables. Totals ride with the support family, which every set of tables asks for. */
export async function countPersons(count: SqlCount, tallies: readonly Tally[], overIncidents: Aggregates): Promise<void> {
  if (tallies.length === 0) return
  for (const tally of tallies) {
    if (tally.spec.where || tally.spec.base !== 'all') continue
    // An incident without a person entry makes every total of persons a lower bound.
    const open = overIncidents.add('bool_or(not persons_known)')
    overIncidents.whenRead((row) => {
      if (row.flag(open)) for (const period of row.periods) tally.base[period]!.atLeast = true
    })
  }
  for (const family of [whoTheyAre, whatSupport]) {
    const own = tallies.filter(({ spec }) => familyOf(spec) === family)
    if (own.length === 0) continue
    const condition = `${regular} and (count > 0 or at_least)`
    const values = await count.grouped('person_fact', family.own, ['sum(count)::float8', 'bool_or(at_least)'], { condition })
    for (const tally of own) addValues(tally, family, values)
    for (const tally of own) await addContributors(count, tally, family)
  }
  await personsApart(count, tallies)
}

type Filter = { readonly dimension: Dimension; readonly code: string }

/** Persons are filtered on one code of one dimension at the most. */
function filterOf(spec: TableSpec): Filter | undefined {
  const [filter] = Object.entries(spec.where ?? {}) as [Dimension, readonly string[]][]
  return filter && { dimension: filter[0], code: filter[1][0]! }
}

function dimensionOf(spec: TableSpec): Dimension | undefined {
  return spec.by[0] ?? filterOf(spec)?.dimension
}

function familyOf(spec: TableSpec): Family {
  const dimension = dimensionOf(spec)
  const family = dimension !== undefined && whoTheyAre.dimensions.includes(dimension) ? whoTheyAre : whatSupport
  if (!spec.by.every((other) => family.dimensions.includes(other))) throw new Error(`table ${spec.id}: no facts of ${spec.by.join(' by ')}`)
  return family
}

/** In the table's base, and in which row, by the codes of its dimensions; undefined when outside. */
function placeOf(spec: TableSpec, codes: readonly (string | null)[]): { readonly key: string | undefined } | undefined {
  if (spec.by.length === 0) return { key: undefined }
  const [first] = codes
  const known = first !== null && first !== undefined && !notKnown.includes(first)
  if (spec.base === 'answered' && !known) return undefined
  if (first === null || first === undefined) return { key: undefined }
  return { key: codes.length === 1 ? placesOf(spec, [first])[0]! : rowKey(codes as readonly string[]) }
}

function addValues(tally: Tally, family: Family, rows: readonly GroupRow[]): void {
  const { spec } = tally
  const filter = filterOf(spec)
  const filterColumn = filter && family.dimensions.indexOf(filter.dimension)
  const columns = spec.by.map((dimension) => family.dimensions.indexOf(dimension))
  for (const row of rows) {
    if (filterColumn !== undefined && row.key(filterColumn) !== filter?.code) continue
    const place = placeOf(spec, columns.map((column) => row.key(column) as string | null))
    if (!place) continue
    const quantity: Quantity = { count: row.number(0), atLeast: row.flag(1) }
    for (const period of row.periods) {
      addQuantity(tally.base[period]!, quantity)
      if (place.key !== undefined) addQuantity(rowCell(tally, place.key, period), quantity)
    }
  }
}

/** Counts each incident once behind each cell in which some of its persons stand. */
async function addContributors(count: SqlCount, tally: Tally, family: Family): Promise<void> {
  const { spec } = tally
  const filter = filterOf(spec)
  if (filter && spec.by.length > 0) await addRowContributors(count, tally, family, filter)
  const dimension = filter?.dimension ?? spec.by[0]
  // One combination column a pass: crossed with one another they would be many.
  const column = dimension === 'nationality' ? 'nationalities' : family === whoTheyAre ? 'sex_ages' : family.ofIncident[family.dimensions.indexOf(dimension ?? 'support-contact')]!
  for (const row of await count.grouped('incident_fact', [column, 'counted_apart'], ['count(*)::float8'])) {
    if (row.key(1) === true) continue
    const text = row.key(0) as string
    const combinations = family.ofIncident.map((other) => (other === column ? text : ''))
    const places = filter || dimension === undefined
      ? codesOfCombination(text).flatMap(() => (!filter || family.codesOf(filter.dimension, combinations).includes(filter.code) ? [{ key: undefined }] : []))
      : (spec.by.length === 2 ? codesOfCombination(text).map((pair) => pair.split('/')) : family.codesOf(dimension, combinations).map((code) => [code]))
        .map((codes) => placeOf(spec, codes)).filter((place) => place !== undefined)
    if (places.length === 0) continue
    const keys = new Set(places.map(({ key }) => key))
    for (const period of row.periods) {
      addIncidents(tally.base[period]!, row.organisation, row.number(0))
      for (const key of keys) if (key !== undefined) addIncidents(rowCell(tally, key, period), row.organisation, row.number(0))
    }
  }
}

/** Filtered and divided at once: no combination of an incident's codes tells which persons have both, so they are asked. */
async function addRowContributors(count: SqlCount, tally: Tally, family: Family, filter: Filter): Promise<void> {
  const columns = [filter.dimension, tally.spec.by[0]!].map((dimension) => family.own[family.dimensions.indexOf(dimension)]!)
  const condition = `${regular} and (count > 0 or at_least)`
  for (const row of await count.grouped('person_fact', columns, ['count(distinct incident_id)::float8'], { condition })) {
    if (row.key(0) !== filter.code) continue
    for (const period of row.periods) addIncidents(rowCell(tally, row.key(1) as string, period), row.organisation, row.number(0))
  }
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

function groupOf(row: GroupRow): PersonGroup {
  const answer = (index: number): Answer | null => (row.key(index) === 'not-asked' ? null : (row.key(index) as Answer))
  return {
    personRef: row.key(1) as string | null,
    count: { count: row.number(2), atLeast: row.flag(3) },
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
