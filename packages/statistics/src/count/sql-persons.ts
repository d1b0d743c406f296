// Counts persons inside PostgreSQL; incidents with person references are merged here, since a person may span them.
import type { Answer, PersonGroup } from '@lykta/incident'
import { type PersonsOf, tallyPersons } from './persons.ts'
import { arrayColumns, codesOf, groupOf, literal, personColumns, recoded } from './sql-dimensions.ts'
import type { SqlCount } from './sql-scope.ts'
import { addIncidents, addQuantity, rowCell, rowKey, type Tally } from './tally.ts'
import type { Dimension, TableSpec } from '../spec.ts'

export async function tallyPersonsBySql(count: SqlCount, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return
  await tallyTotals(count, tallies.filter(({ spec }) => spec.by.length === 0))
  for (const tally of tallies) {
    if (tally.spec.by.length === 0) continue
    if (tally.spec.by[0] === 'nationality') await tallyNationalities(count, tally)
    else await tallyDivided(count, tally)
  }
  await tallyLinked(count, tallies.filter(({ spec }) => spec.unit === 'person'))
  await flagUnknownNumbers(count, tallies)
}

/** Unique persons: entries of incidents that carry a reference are left to `tallyLinked`. */
function plainOnly(spec: TableSpec): string {
  return spec.unit === 'person' ? 'not linked' : 'true'
}

const somebody = '(count > 0 or at_least)'

function filterOf(spec: TableSpec): { readonly own: string; readonly ofIncident: string } {
  const entry = Object.entries(spec.where ?? {})[0] as [Dimension, readonly string[]] | undefined
  if (!entry) return { own: 'true', ofIncident: 'cardinality(sex_ages) > 0' }
  const column = personColumns[entry[0]]!
  const code = literal(entry[1][0]!)
  return { own: `${column.own} = ${code}`, ofIncident: `${column.ofIncident} && array[${code}]` }
}

/** Totals and filtered totals of persons, all in one pass over persons and one over incidents. */
async function tallyTotals(count: SqlCount, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return
  const values = tallies.flatMap(({ spec }, index) => {
    const condition = `${plainOnly(spec)} and ${filterOf(spec).own}`
    return [
      `coalesce(sum(count) filter (where ${condition}), 0)::float8 as s${index}`,
      `coalesce(bool_or(at_least) filter (where ${condition}), false) as l${index}`,
    ]
  })
  await eachRow(count, 'lykta.person_fact', values, [], (row, period) => {
    for (const [index, tally] of tallies.entries()) {
      addQuantity(tally.base[period]!, { count: Number(row[`s${index}`]), atLeast: row[`l${index}`] === true })
    }
  })
  const contributors = tallies.map(({ spec }, index) => `count(*) filter (where ${plainOnly(spec)} and ${filterOf(spec).ofIncident})::float8 as n${index}`)
  await eachRow(count, 'lykta.incident_fact', contributors, [], (row, period, organisation) => {
    for (const [index, tally] of tallies.entries()) addIncidents(tally.base[period]!, organisation, Number(row[`n${index}`]))
  })
}

/** Persons by one or two of their own codes. */
async function tallyDivided(count: SqlCount, tally: Tally): Promise<void> {
  const { spec } = tally
  const key = (row: Readonly<Record<string, unknown>>): string | undefined => {
    const codes = spec.by.map((_, index) => row[`k${index}`] as string)
    if (spec.base === 'answered' && ['unknown', 'not-asked'].includes(codes[0]!)) return undefined
    return codes.length === 1 ? groupOf(spec, codes[0]!) : rowKey(codes)
  }
  const own = spec.by.map((dimension) => personColumns[dimension]!.own)
  const values = ['sum(count)::float8 as s', 'bool_or(at_least) as l']
  await eachRow(count, 'lykta.person_fact', values, own, (row, period) => {
    const at = key(row)
    if (at === undefined) return
    const quantity = { count: Number(row['s']), atLeast: row['l'] === true }
    addQuantity(tally.base[period]!, quantity)
    addQuantity(rowCell(tally, at, period), quantity)
  }, `where ${plainOnly(spec)} and ${somebody}`)

  const cross = spec.by.join('/')
  const array = cross === 'sex/age-group' ? 'sex_ages' : personColumns[spec.by[0]!]?.ofIncident
  if (array === undefined || (spec.by.length === 2 && cross !== 'sex/age-group')) throw new Error(`table ${spec.id}: no facts of ${cross}`)
  const codes = cross === 'sex/age-group' ? ['split_part(code, \'/\', 1)', 'split_part(code, \'/\', 2)'] : ['code']
  await eachRow(count, `lykta.incident_fact cross join lateral (${codesOf(spec, array)}) x`, ['count(*)::float8 as n'], codes, (row, period, organisation) => {
    const at = key(row)
    if (at !== undefined) addIncidents(rowCell(tally, at, period), organisation, Number(row['n']))
  }, `where ${plainOnly(spec)}`)
  const answered = spec.base === 'answered' ? `exists (select from unnest(${array}) u where u not in ('unknown', 'not-asked'))` : 'cardinality(sex_ages) > 0'
  await contributorsToBase(count, tally, answered)
}

/** Persons by nationality: nearly every entry has one, and only those with several need their division worked out. */
async function tallyNationalities(count: SqlCount, tally: Tally): Promise<void> {
  const { spec } = tally
  if (spec.base !== 'answered') throw new Error(`table ${spec.id}: nationality is counted over those who have a known one`)
  const scope = `where ${plainOnly(spec)} and ${somebody}`
  const values = ['sum(count)::float8 as s', 'bool_or(at_least) as l']
  const addRow = (row: Readonly<Record<string, unknown>>, period: number): void => {
    const quantity = { count: Number(row['s']), atLeast: row['l'] === true }
    addQuantity(rowCell(tally, groupOf(spec, row['k0'] as string), period), quantity)
  }
  await eachRow(count, 'lykta.person_fact', values, ['nationalities[1]'], addRow, `${scope} and cardinality(nationalities) = 1`)
  await eachRow(count, 'lykta.person_fact', values, [], (row, period) => {
    addQuantity(tally.base[period]!, { count: Number(row['s']), atLeast: row['l'] === true })
  }, `${scope} and cardinality(nationalities) > 0`)

  const several = `(select *, count(*) over (partition by network_id, incident_id, revision, entry) as codes from lykta.person_fact cross join lateral
    (select ${recoded(spec)} as code, count(*) as members from unnest(nationalities) u group by 1) x where cardinality(nationalities) > 1) y`
  const part = 'case when codes = 1 then count else least(count, members) end'
  const rest = 'codes > 1 and count > cardinality(nationalities)'
  await eachRow(count, several, [`sum(${part})::float8 as s`, `bool_or(at_least or (${rest})) as l`], ['code'], addRow, scope)
  const left = `(select *, (select count(distinct ${recoded(spec)}) from unnest(nationalities) u) as codes from lykta.person_fact where cardinality(nationalities) > 1) y`
  await eachRow(count, left, ['sum(count - cardinality(nationalities))::float8 as s', 'bool_or(at_least) as l'], [`'distribution-not-known'`], addRow, `${scope} and ${rest}`)

  await eachRow(count, `lykta.incident_fact cross join lateral (${codesOf(spec, arrayColumns.nationality!)}) x`, ['count(*)::float8 as n'], ['code'], (row, period, organisation) => {
    addIncidents(rowCell(tally, row['k0'] as string, period), organisation, Number(row['n']))
  }, `where ${plainOnly(spec)}`)
  const withRest = `(select f.*, p.rest from lykta.incident_fact f cross join lateral (select count(*) as rest from lykta.person_fact p
    where p.network_id = f.network_id and p.incident_id = f.incident_id and p.revision = f.revision and cardinality(p.nationalities) > 1
      and p.count > cardinality(p.nationalities) and (select count(distinct ${recoded(spec)}) from unnest(p.nationalities) u) > 1) p
    where cardinality(f.nationalities) > 1) y`
  await eachRow(count, withRest, ['count(*)::float8 as n'], [], (row, period, organisation) => {
    addIncidents(rowCell(tally, 'distribution-not-known', period), organisation, Number(row['n']))
  }, `where ${plainOnly(spec)} and rest > 0`)
  await contributorsToBase(count, tally, 'cardinality(nationalities) > 0')
}

async function contributorsToBase(count: SqlCount, tally: Tally, condition: string): Promise<void> {
  await eachRow(count, 'lykta.incident_fact', [`count(*) filter (where ${condition})::float8 as n`], [], (row, period, organisation) => {
    addIncidents(tally.base[period]!, organisation, Number(row['n']))
  }, `where ${plainOnly(tally.spec)}`)
}

/** Entries of incidents that carry a person reference: few, read as they are and merged by period. */
async function tallyLinked({ run, scope, numberOf }: SqlCount, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return
  const rows = await run(
    `select ${scope.i} as i, ${scope.j} as j, organisation_id as o, incident_id as id, person_ref, count, at_least, sex, age_group, nationalities,
       support_contact, support_offered, accepted_support from lykta.person_fact where ${scope.where} and linked order by incident_id, entry`,
    scope.params,
  )
  const incidents = new Map<string, PersonsOf & { readonly persons: PersonGroup[] }>()
  for (const row of rows) {
    const id = row['id'] as string
    const incident = incidents.get(id) ?? {
      persons: [],
      organisation: numberOf.get(row['o'] as string)!,
      periods: scope.periodsOf(Number(row['i']), Number(row['j'])),
    }
    incident.persons.push(groupOfRow(row))
    incidents.set(id, incident)
  }
  const list = [...incidents.values()]
  for (const tally of tallies) tallyPersons(tally, list)
}

function groupOfRow(row: Readonly<Record<string, unknown>>): PersonGroup {
  const answer = (column: string): Answer | null => (row[column] === 'not-asked' ? null : (row[column] as Answer))
  return {
    personRef: row['person_ref'] as string | null,
    count: { count: Number(row['count']), atLeast: row['at_least'] === true },
    sex: row['sex'] as PersonGroup['sex'],
    ageGroup: row['age_group'] as PersonGroup['ageGroup'],
    nationalities: row['nationalities'] as string[],
    supportContact: answer('support_contact'),
    supportOrganisation: null,
    contactDate: null,
    supportOffered: answer('support_offered'),
    acceptedSupport: answer('accepted_support'),
  }
}

/** An incident without a person entry makes every total of persons a lower bound. */
async function flagUnknownNumbers(count: SqlCount, tallies: readonly Tally[]): Promise<void> {
  const totals = tallies.filter(({ spec }) => spec.where === undefined && spec.base === 'all')
  await eachRow(count, 'lykta.incident_fact', ['count(*) as n'], [], (_, period) => {
    for (const tally of totals) tally.base[period]!.atLeast = true
  }, 'where not persons_known')
}

async function eachRow(
  { run, scope, numberOf }: SqlCount,
  from: string,
  values: readonly string[],
  keys: readonly string[],
  add: (row: Readonly<Record<string, unknown>>, period: number, organisation: number) => void,
  where = 'where true',
): Promise<void> {
  const columns = [...keys.map((key, index) => `${key} as k${index}`), ...values].join(', ')
  const grouped = ['1', '2', '3', ...keys.map((_, index) => String(index + 4))].join(', ')
  const rows = await run(
    `select ${scope.i} as i, ${scope.j} as j, organisation_id as o, ${columns} from ${from} ${where} and ${scope.where} group by ${grouped}`,
    scope.params,
  )
  for (const row of rows) {
    const organisation = numberOf.get(row['o'] as string)!
    for (const period of scope.periodsOf(Number(row['i']), Number(row['j']))) add(row, period, organisation)
  }
}
