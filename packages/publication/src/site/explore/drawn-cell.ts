// What is drawn where a cell stands: its kind, how long its bar is, and the interval of chance where one can be given.
import type { Unit } from '@lykta/statistics'
import { poissonRate } from '@lykta/statistics'
import type { Cell } from '../../document/cell.ts'
import type { DataCell } from '../../open-data/data-cell.ts'
import type { ChartMark } from './explore-words.ts'

export type DrawnCell = {
  readonly cell: Cell
  readonly mark: ChartMark
  /** 0 where no count is drawn. */
  readonly length: number
  /** Of a band alone; null where its base is not shown. */
  readonly base: number | null
  readonly interval: { readonly lower: number; readonly upper: number } | null
}

/** A cell of open data as a page prints it. */
export function cellOfData({ sign, value, moreThan }: DataCell): Cell {
  if (sign === 'hidden' || sign === 'not-collected' || sign === 'not-asked') return { sign }
  if (sign === 'more-than') {
    const [numerator, denominator] = moreThan!.split('/').map(Number)
    return { sign: 'band', numerator: numerator!, denominator: denominator! }
  }
  if (value! > 0) return { sign: 'number', count: value!, atLeast: sign === 'at-least' }
  return { sign: sign === 'at-least' ? 'unknown' : 'zero' }
}

/** Incidents come one by one; the persons of an incident do not, and get no interval. Nor does a lower bound. */
export function drawCell(data: DataCell, unit: Unit, baseCell: DataCell | undefined): DrawnCell {
  const cell = cellOfData(data)
  const mark: ChartMark = cell.sign === 'number' && cell.atLeast ? 'at-least' : cell.sign
  const base = cell.sign === 'band' ? (baseCell?.value ?? null) : null
  const length = cell.sign === 'number' ? cell.count : cell.sign === 'band' ? ((base ?? 0) * cell.numerator) / cell.denominator : 0
  const interval = unit === 'incident' && data.sign === 'exact' ? poissonRate({ count: data.value!, months: 1, level: 0.95 }) : null
  return { cell, mark, length, base, interval: interval && { lower: interval.lower, upper: interval.upper } }
}
