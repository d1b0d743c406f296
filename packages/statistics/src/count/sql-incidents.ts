// Counts incidents, and the numbers they carry: what PostgreSQL adds up, and what it joins to be read here.
import { severalAnswerDimensions } from '../spec.ts'
import { countParts } from './lists.ts'
import { layoutOf } from './place.ts'
import type { Place } from './places.ts'
import { incidentCondition, listColumn, singleColumns } from './sql-dimensions.ts'
import type { SqlCount, TotalsRow } from './sql-scope.ts'
import { type ListsOf, listReader, listRows } from './sql-several.ts'
import { addIncidents, addQuantity, betweenCodes, rowCell, rowKey, rowOf, type Tally, type TallyCell } from './tally.ts'

/** Collects aggregates for one pass over the facts; each answers with the place of its value in the row. */
export type Aggregates = {
  readonly add: (sql: string) => number
  readonly whenRead: (job: (row: TotalsRow) => void) => void
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
  const { keyOf } = layoutOf(spec)
  const column = add(`count(*) filter (where ${incidentCondition(spec)}${answered})`)
  whenRead((row) => {
    const { sector } = organisations[row.organisation]!
    if (spec.where?.sector && !spec.where.sector.includes(sector)) return
    const incidents = row.values[column]!
    addToCells(row, incidents, tally.base)
    if (bySector && incidents > 0) addToCells(row, incidents, rowOf(tally, keyOf(sector)))
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
  const { keyOf } = layoutOf(spec)
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
        const cell = rowCell(tally, keyOf(role), period)
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
  await Promise.all(divided.map((tally) => (severalAnswerDimensions.includes(tally.spec.by[0]!) ? listRows : singleRows)(count, tally, listsOf)))
}

/** What incidents say in one answer each is joined and read as lists are: it takes PostgreSQL longer to group by it. */
async function singleRows(count: SqlCount, tally: Tally, listsOf: ListsOf): Promise<void> {
  const { spec } = tally
  const columns = spec.by.filter((dimension) => dimension !== 'sector').map((dimension) => `(${singleColumns[dimension]!})`)
  const places = await count.texts(columns.join(` || '${betweenCodes}' || `), incidentCondition(spec))
  const { of, ...lists } = listsOf('codes', places)
  const codes = lists.parts.map((part) => (columns.length === 1 ? [part] : part.split(betweenCodes)))
  const counts = countParts(lists, of, places.length)
  const { known, keyOf } = layoutOf(spec)
  for (let place = 0; place < places.length; place += 1) {
    const { sector } = count.organisations[places[place]!.organisation]!
    if (spec.where?.sector && !spec.where.sector.includes(sector)) continue
    for (let part = 0; part < codes.length; part += 1) {
      const incidents = counts[place * codes.length + part]!
      if (incidents === 0) continue
      let column = 0
      const [first, ...others] = spec.by.map((dimension) => (dimension === 'sector' ? sector : codes[part]![column++]!))
      if (!known([first!])) continue
      addToCells(places[place]!, incidents, tally.base)
      addToCells(places[place]!, incidents, rowOf(tally, rowKey([keyOf(first!), ...others])))
    }
  }
}

function addToCells({ periods, organisation }: Place, incidents: number, cells: readonly TallyCell[]): void {
  for (const period of periods) {
    const cell = cells[period]!
    cell.count += incidents
    addIncidents(cell, organisation, incidents)
  }
}
