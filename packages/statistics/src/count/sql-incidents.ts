// Counts incidents, and the numbers they carry, inside PostgreSQL.
import { severalAnswerDimensions } from '../spec.ts'
import { incidentCondition, listColumn, placesOf, singleColumns } from './sql-dimensions.ts'
import { listReader, severalRows } from './sql-several.ts'
import type { GroupRow, SqlCount } from './sql-scope.ts'
import { addIncidents, addQuantity, rowCell, rowKey, rowOf, type Tally, type TallyCell } from './tally.ts'

/** Collects aggregates for one pass over the facts; each answers with the place of its value in the row. */
export type Aggregates = {
  readonly add: (sql: string) => number
  readonly whenRead: (job: (row: GroupRow) => void) => void
}

/** What needs no division by a code: filtered totals, bases, tables by sector (the organisation's, known here). */
export function incidentTotals(tally: Tally, { add, whenRead }: Aggregates, { organisations }: SqlCount): void {
  const { spec } = tally
  const [first] = spec.by
  const several = first !== undefined && severalAnswerDimensions.includes(first)
  const bySector = first === 'sector' && spec.by.length === 1
  // Tables divided by one answer a unit get their base from their rows.
  if (first !== undefined && !several && !bySector) return
  const answered = several && spec.base === 'answered' ? ` and ${listColumn(first)} <> ''` : ''
  const column = add(`count(*) filter (where ${incidentCondition(spec)}${answered})`)
  whenRead((row) => {
    const { sector } = organisations[row.organisation]!
    if (spec.where?.sector && !spec.where.sector.includes(sector)) return
    const incidents = row.values[column]!
    addToCells(row, incidents, tally.base)
    if (bySector && incidents > 0) for (const code of placesOf(spec, [sector])) addToCells(row, incidents, rowOf(tally, code))
  })
}

const roleColumns = { buyer: 'buyers', procurer: 'procurers', other: 'other_perpetrators' } as const

/** A number that incidents carry, by role: its sum, whether it is a lower bound, and how many incidents contribute. */
export function quantityTotals(tally: Tally, { add, whenRead }: Aggregates): void {
  const { spec } = tally
  const wanted = spec.where?.role
  const parts = spec.unit === 'police-report'
    ? [{ role: 'other', column: 'police_reports' }]
    : Object.entries(roleColumns).filter(([role]) => !wanted || wanted.includes(role)).map(([role, column]) => ({ role, column }))
  const somebody = (column: string): string => `(${column} > 0 or (${column} is not null and ${column}_at_least))`
  const sums = parts.map(({ role, column }) => ({
    role,
    sum: add(`coalesce(sum(${column}), 0)`),
    atLeast: add(`bool_or(${column} is null or ${column}_at_least)`),
    incidents: add(`count(*) filter (where ${somebody(column)})`),
  }))
  const any = add(`count(*) filter (where ${parts.map(({ column }) => somebody(column)).join(' or ')})`)
  whenRead((row) => {
    for (const { role, sum, atLeast, incidents } of sums) {
      const quantity = { count: row.values[sum]!, atLeast: row.values[atLeast] === 1 }
      for (const period of row.periods) {
        addQuantity(tally.base[period]!, quantity)
        if (spec.by.length === 0) continue
        const cell = rowCell(tally, placesOf(spec, [role])[0]!, period)
        addQuantity(cell, quantity)
        addIncidents(cell, row.organisation, row.values[incidents]!)
      }
    }
    for (const period of row.periods) addIncidents(tally.base[period]!, row.organisation, row.values[any]!)
  })
}

/** The rows of incident tables. */
export async function incidentRows(count: SqlCount, tallies: readonly Tally[]): Promise<void> {
  const divided = tallies.filter(({ spec: { by } }) => by.length > 0 && !(by[0] === 'sector' && by.length === 1))
  const listsOf = listReader()
  await Promise.all(divided.map((tally) => (severalAnswerDimensions.includes(tally.spec.by[0]!) ? severalRows(count, tally, listsOf) : singleRows(count, tally))))
}

const number = ['count(*)']

async function singleRows(count: SqlCount, tally: Tally): Promise<void> {
  const { spec } = tally
  const columns = spec.by.filter((dimension) => dimension !== 'sector').map((dimension) => singleColumns[dimension]!)
  for (const row of await count.grouped(columns, number, incidentCondition(spec))) {
    const { sector } = count.organisations[row.organisation]!
    if (spec.where?.sector && !spec.where.sector.includes(sector)) continue
    let column = 0
    addSingle(tally, row, spec.by.map((dimension) => (dimension === 'sector' ? sector : row.keys[column++]!)))
  }
}

function addSingle(tally: Tally, row: GroupRow, codes: readonly string[]): void {
  const { spec } = tally
  if (spec.base === 'answered' && ['unknown', 'not-asked'].includes(codes[0]!)) return
  const key = codes.length === 1 ? placesOf(spec, codes)[0]! : rowKey(codes)
  addToCells(row, row.values[0]!, tally.base)
  addToCells(row, row.values[0]!, rowOf(tally, key))
}

function addToCells({ periods, organisation }: GroupRow, incidents: number, cells: readonly TallyCell[]): void {
  for (const period of periods) {
    const cell = cells[period]!
    cell.count += incidents
    addIncidents(cell, organisation, incidents)
  }
}
