// Looks up a bound figure in the protected tables: the only way a count reaches a publication.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import type { Period } from '@lykta/statistics'
import type { FigureRef, PeriodWord } from './binding.ts'
import { blockIncidents } from './block-incidents.ts'
import { blockPeriod } from './block-period.ts'
import type { EditionContext } from './edition-context.ts'

export type Tables = ReadonlyMap<string, ProtectedTable>
export type Years = Pick<EditionContext, 'year' | 'firstYear' | 'policy'>

export type FigureValue =
  /** The periods are those whose cells were added: one, except for `all` and what is told by year of a block. */
  | { readonly state: 'shown'; readonly count: number; readonly atLeast: boolean; readonly periods: readonly Period[] }
  | { readonly state: 'band'; readonly numerator: number; readonly denominator: number }
  /** Hidden, merged away, or not published for that period: nobody is told which. */
  | { readonly state: 'hidden' }

const hidden: FigureValue = { state: 'hidden' }

export function figureValue(tables: Tables, years: Years, ref: FigureRef): FigureValue {
  const table = tables.get(ref.table)
  if (!table || (ref.period.word === 'all' && isWaiting(table, tables, years))) return hidden
  if (ref.period.word === 'block' && table.unit === 'incident') return blockValue(tables, years, table, ref.codes)
  return valueOver(table, ref.codes, periodIndexes(table, years, ref.period))
}

/** Of several periods their sum. */
function valueOver(table: ProtectedTable, codes: readonly string[], indexes: readonly number[]): FigureValue {
  const cells = cellsOf(table, codes)
  if (!cells || indexes.length === 0) return hidden
  const first = cells[indexes[0] ?? 0]
  if (indexes.length === 1 && first?.state === 'band') return first
  let count = 0
  let atLeast = false
  for (const index of indexes) {
    const cell = cells[index]
    if (cell?.state !== 'shown') return hidden
    count += cell.count
    atLeast ||= cell.atLeast
  }
  return { state: 'shown', count, atLeast, periods: indexes.flatMap((index) => table.periods[index] ?? []) }
}

/** How many incidents a block has is its own number; what is told by year is added up to it only where no incident lies between its years. */
function blockValue(tables: Tables, { policy }: Years, table: ProtectedTable, codes: readonly string[]): FigureValue {
  const [block, whole] = [blockPeriod(tables, policy), blockIncidents(tables, policy)]
  if (!block) return hidden
  const incidents = tables.get('incidents')
  if (table === incidents) return whole ? { ...whole, periods: [block] } : hidden
  const indexes = blockIndexes(table, block)
  if (indexes.length > 1) {
    const years = incidents ? valueOver(incidents, [], blockIndexes(incidents, block)) : hidden
    if (years.state !== 'shown' || years.count !== whole?.count) return hidden
  }
  return valueOver(table, codes, indexes)
}

/** The periods with months of collection in which the same figure is shown and exact. */
export function shownPeriods(tables: Tables, { table: id, codes }: Pick<FigureRef, 'table' | 'codes'>): readonly Extract<FigureValue, { state: 'shown' }>[] {
  const table = tables.get(id)
  const cells = table && cellsOf(table, codes)
  return (table?.periods ?? []).flatMap((period, index) => {
    const cell = cells?.[index]
    return cell?.state === 'shown' && !cell.atLeast && period.months > 0 ? [{ ...cell, periods: [period] }] : []
  })
}

/** The years at the end have no period yet, so what is printed adds up to less than all; a block is all that there is of it. */
function isWaiting({ periods }: ProtectedTable, tables: Tables, { year, policy }: Years): boolean {
  const last = periods.at(-1)
  return last !== undefined && last.to < `${year}-12-31` && last.id !== blockPeriod(tables, policy)?.id
}

/** Which of the table's periods a word means; none when the table was published for others. */
export function periodIndexes(table: ProtectedTable, { year, firstYear }: Years, period: PeriodWord): readonly number[] {
  const one = (index: number): readonly number[] => (index < 0 ? [] : [index])
  const yearIndex = (wanted: number): readonly number[] =>
    one(table.periods.findIndex(({ from, to }) => from === `${wanted}-01-01` && to === `${wanted}-12-31`))
  const latest = table.periods.findIndex(({ to }) => to >= `${year}-12-31`)
  switch (period.word) {
    case 'calendar-year':
      return yearIndex(period.year)
    case 'year':
      return yearIndex(year)
    case 'previous':
      return yearIndex(year - 1)
    case 'first':
      return yearIndex(firstYear)
    case 'latest':
      return one(latest)
    case 'before':
      return one(latest - 1)
    case 'block':
      return table.periods.length === 1 ? [0] : []
    case 'all':
      return table.periods.map((_, index) => index)
  }
}

/** None unless the published years make up exactly the block. */
function blockIndexes({ periods }: ProtectedTable, block: Period): readonly number[] {
  const within = periods.flatMap(({ from, to }, index) => (from >= block.from && to <= block.to ? [index] : []))
  return periods[within.at(0) ?? -1]?.from === block.from && periods[within.at(-1) ?? -1]?.to === block.to ? within : []
}

function cellsOf(table: ProtectedTable, codes: readonly string[]): readonly ProtectedCell[] | undefined {
  if (codes.length === 0) return table.base
  return table.rows.find((row) => row.codes.join('/') === codes.join('/'))?.cells
}
