// What the protected tables print, as the checker sees it: figures by binding, and whose figure a typed number may be.
import type { ProtectedTable } from '@lykta/disclosure'
import type { Period, Unit } from '@lykta/statistics'
import type { FigureRef } from '../binding/binding.ts'
import { calendarPeriod } from '../binding/calendar-period.ts'
import type { EditionContext } from '../binding/edition-context.ts'
import { figureValue, type Tables } from '../binding/figure-value.ts'
import type { KnownTables } from '../binding/known-tables.ts'

export type Printed = {
  readonly context: EditionContext
  readonly known: KnownTables
  readonly tables: Tables
  /** Every figure of the tables with this value, a year's or the sum of all years; none before the tables are made. */
  readonly figuresOf: (count: number) => readonly PrintedFigure[]
}

export type PrintedFigure = { readonly table: string; readonly unit: Unit; readonly atLeast: boolean }

export function printedOf(context: EditionContext, known: KnownTables, tables: readonly ProtectedTable[]): Printed {
  const byCount = new Map<number, PrintedFigure[]>()
  const add = (count: number, figure: PrintedFigure): void => void byCount.set(count, [...(byCount.get(count) ?? []), figure])
  for (const { id, unit, base, rows } of tables) {
    for (const cells of [base, ...rows.map((row) => row.cells)]) {
      let sum: { count: number; atLeast: boolean } | undefined = { count: 0, atLeast: false }
      for (const cell of cells) {
        if (cell.state === 'shown') {
          add(cell.count, { table: id, unit, atLeast: cell.atLeast })
          sum = sum && { count: sum.count + cell.count, atLeast: sum.atLeast || cell.atLeast }
        } else sum = undefined
      }
      if (sum && cells.length > 1) add(sum.count, { table: id, unit, atLeast: sum.atLeast })
    }
  }
  return { context, known, tables: new Map(tables.map((table) => [table.id, table])), figuresOf: (count) => byCount.get(count) ?? [] }
}

export function shownFigure({ tables, context }: Printed, figure: FigureRef): Extract<ReturnType<typeof figureValue>, { state: 'shown' }> | undefined {
  const value = figureValue(tables, context, figure)
  return value.state === 'shown' ? value : undefined
}

/** The periods of which a figure is told; before the tables are made, what its word means in the calendar. */
export function periodsOf(printed: Printed, figure: FigureRef): readonly Period[] {
  const shown = shownFigure(printed, figure)
  if (shown) return shown.periods
  const period = calendarPeriod(printed, figure.period)
  return period ? [period] : []
}
