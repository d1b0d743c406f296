// Counts tables inside PostgreSQL, from the register's facts: the same cells as in memory, at a million incidents too.
import type { Organisation } from '@lykta/incident'
import type { Period } from '../period.ts'
import { checkSpec, severalAnswerDimensions, type TableSpec } from '../spec.ts'
import type { CountNotes, CountTable } from '../table.ts'
import type { CountOptions } from './memory.ts'
import { tallyOrganisations } from './participants.ts'
import { tallyPersonsBySql } from './sql-persons.ts'
import { arrayColumns, codesOf, groupOf, incidentCondition, singleColumns } from './sql-dimensions.ts'
import { type RunQuery, type SqlCount, sqlScope } from './sql-scope.ts'
import { addIncidents, addQuantity, newTally, rowCell, rowKey, tableOf, type Tally } from './tally.ts'

export type SqlCountInput = {
  readonly network: string
  /** As of `position`. */
  readonly organisations: readonly Organisation[]
  readonly position: number
}

/** One row a stretch and organisation; the sums it asks for as c0, c1 … */
type Sums = { readonly periods: readonly number[]; readonly organisation: number; readonly sums: readonly (number | boolean | null)[] }

/** One table a specification, in their order. The transaction must have the network in context (row-level security). */
export async function countBySql(
  run: RunQuery,
  input: SqlCountInput,
  specs: readonly TableSpec[],
  periods: readonly Period[],
  options: CountOptions,
): Promise<readonly CountTable[]> {
  specs.forEach(checkSpec)
  const count: SqlCount = {
    run,
    scope: sqlScope(input.network, input.position, periods, options),
    organisations: input.organisations,
    numberOf: new Map(input.organisations.map((organisation, number) => [organisation.id, number])),
  }
  const tallies = specs.map((spec) => newTally(spec, periods.length))
  const of = (...units: readonly TableSpec['unit'][]): readonly Tally[] => tallies.filter(({ spec }) => units.includes(spec.unit))

  const reported = await tallySums(count, of('incident'), of('perpetrator', 'police-report'), periods.length)
  for (const tally of of('incident')) await tallyRows(count, tally)
  await tallyPersonsBySql(count, of('person', 'person-occurrence'))
  for (const tally of of('organisation')) tallyOrganisations(tally, input.organisations, periods, options.collection, reported)
  return tallies.map((tally) => tableOf(tally, periods, options.basis, input.position))
}

export async function notesBySql(run: RunQuery, input: SqlCountInput, { collection, basis }: CountOptions): Promise<CountNotes> {
  const to = basis === 'occurred' ? 'occurred_to' : 'reported_on'
  const [row] = await run(
    `select count(*) filter (where not withdrawn and ${to} < $3::date)::float8 as before, count(*) filter (where withdrawn)::float8 as withdrawn
     from lykta.incident_fact where network_id = $1 and from_position <= $2 and (until_position is null or until_position > $2)`,
    [input.network, input.position, collection.from],
  )
  return { beforeCollection: Number(row?.['before'] ?? 0), withdrawn: Number(row?.['withdrawn'] ?? 0) }
}

/** Every figure that needs no division by a code, in one pass: bases, filtered totals, sums of numbers. */
async function tallySums(count: SqlCount, incidents: readonly Tally[], quantities: readonly Tally[], periods: number): Promise<readonly ReadonlySet<number>[]> {
  const columns = ['count(*)']
  const add = (sql: string): number => columns.push(sql) - 1
  const jobs: ((row: Sums) => void)[] = []

  for (const tally of incidents) {
    const { spec } = tally
    const several = spec.by[0] !== undefined && severalAnswerDimensions.includes(spec.by[0])
    // Tables divided by one answer a unit get their base from their rows; the sector is the organisation's, known here.
    if (!several && !isSector(spec) && spec.by.length > 0) continue
    const answered = several && spec.base === 'answered' ? ` and cardinality(${arrayColumns[spec.by[0]]}) > 0` : ''
    const column = add(`count(*) filter (where ${incidentCondition(spec)}${answered})`)
    const sectors = spec.where?.sector
    jobs.push(({ periods, organisation, sums }) => {
      const { sector } = count.organisations[organisation]!
      const number = Number(sums[column])
      if (number === 0 || (sectors && !sectors.includes(sector))) return
      for (const period of periods) {
        const cells = [tally.base[period]!]
        if (isSector(spec)) cells.push(rowCell(tally, groupOf(spec, sector), period))
        for (const cell of cells) {
          cell.count += number
          addIncidents(cell, organisation, number)
        }
      }
    })
  }
  for (const tally of quantities) jobs.push(sumQuantities(tally, add))

  const reported = Array.from({ length: periods }, () => new Set<number>())
  for (const row of await sums(count, columns)) {
    for (const period of row.periods) reported[period]!.add(row.organisation)
    for (const job of jobs) job(row)
  }
  return reported
}

const roleColumns = { buyer: 'buyers', procurer: 'procurers', other: 'other_perpetrators' } as const

/** A number that incidents carry, by role: its sum, whether it is a lower bound, and how many incidents contribute. */
function sumQuantities(tally: Tally, add: (sql: string) => number): (row: Sums) => void {
  const { spec } = tally
  const wanted = spec.where?.role as readonly (keyof typeof roleColumns)[] | undefined
  const roles = Object.keys(roleColumns).filter((role) => !wanted || (wanted as readonly string[]).includes(role)) as (keyof typeof roleColumns)[]
  const parts = spec.unit === 'police-report'
    ? [{ role: 'other', column: 'police_reports' }]
    : roles.map((role) => ({ role, column: roleColumns[role] }))
  const somebody = (column: string): string => `(${column} > 0 or (${column} is not null and ${column}_at_least))`
  const sums = parts.map(({ role, column }) => ({
    role,
    sum: add(`coalesce(sum(${column}), 0)`),
    atLeast: add(`coalesce(bool_or(${column} is null or ${column}_at_least), false)`),
    incidents: add(`count(*) filter (where ${somebody(column)})`),
  }))
  const any = add(`count(*) filter (where ${parts.map(({ column }) => somebody(column)).join(' or ')})`)
  return (row) => {
    for (const period of row.periods) {
      for (const { role, sum, atLeast, incidents } of sums) {
        const quantity = { count: Number(row.sums[sum]), atLeast: row.sums[atLeast] === true }
        addQuantity(tally.base[period]!, quantity)
        if (spec.by.length === 0) continue
        const cell = rowCell(tally, groupOf(spec, role), period)
        addQuantity(cell, quantity)
        addIncidents(cell, row.organisation, Number(row.sums[incidents]))
      }
      addIncidents(tally.base[period]!, row.organisation, Number(row.sums[any]))
    }
  }
}

async function sums({ run, scope, numberOf }: SqlCount, columns: readonly string[]): Promise<readonly Sums[]> {
  const list = columns.map((column, index) => `${column.startsWith('coalesce(bool') ? column : `(${column})::float8`} as c${index}`).join(', ')
  const rows = await run(
    `select ${scope.i} as i, ${scope.j} as j, organisation_id as o, ${list} from lykta.incident_fact where ${scope.where} group by 1, 2, 3`,
    scope.params,
  )
  return rows.map((row) => ({
    periods: scope.periodsOf(Number(row['i']), Number(row['j'])),
    organisation: numberOf.get(row['o'] as string)!,
    sums: columns.map((_, index) => row[`c${index}`] as number | boolean),
  }))
}

function isSector(spec: TableSpec): boolean {
  return spec.by.length === 1 && spec.by[0] === 'sector'
}

/** The rows of an incident table that is divided by anything but the sector alone. */
async function tallyRows(count: SqlCount, tally: Tally): Promise<void> {
  const { spec } = tally
  const [first] = spec.by
  if (first === undefined || isSector(spec)) return
  const several = severalAnswerDimensions.includes(first)
  const { run, scope, numberOf, organisations } = count
  const columns = spec.by.map((dimension) => (dimension === 'sector' ? 'organisation_id::text' : (singleColumns[dimension] ?? 'code')))
  const array = several ? `cross join lateral (${codesOf(spec, arrayColumns[first]!)}) x` : ''
  const rows = await run(
    `select ${scope.i} as i, ${scope.j} as j, organisation_id as o, ${columns.map((column, index) => `${column} as k${index}`).join(', ')},
       count(*)::float8 as n from lykta.incident_fact ${array} where ${scope.where} and ${incidentCondition(spec)} group by ${columns.map((_, index) => index + 4).join(', ')}, 1, 2, 3`,
    scope.params,
  )
  const notKnown = ['unknown', 'not-asked']
  for (const row of rows) {
    const organisation = numberOf.get(row['o'] as string)!
    const { sector } = organisations[organisation]!
    if (spec.where?.sector && !spec.where.sector.includes(sector)) continue
    const codes = spec.by.map((dimension, index) => (dimension === 'sector' ? sector : (row[`k${index}`] as string)))
    if (spec.base === 'answered' && notKnown.includes(codes[0]!)) continue
    const key = spec.by.length === 1 ? groupOf(spec, codes[0]!) : rowKey(codes)
    const number = Number(row['n'])
    for (const period of scope.periodsOf(Number(row['i']), Number(row['j']))) {
      const cells = [rowCell(tally, key, period)]
      if (!several) cells.push(tally.base[period]!)
      for (const cell of cells) {
        cell.count += number
        addIncidents(cell, organisation, number)
      }
    }
  }
}
