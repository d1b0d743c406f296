// What was printed of one state of the register, read beside another: its rows and periods without its counts, or only what is true of both.
import type { Collection } from '@lykta/statistics'
import type { LedgerEntry } from './ledger.ts'
import { periodFrom } from './period-from.ts'
import type { TableBody } from './protected-table.ts'

/** The same entry with nothing told: its merged rows and periods alone. */
export function concealed(entry: LedgerEntry): LedgerEntry {
  return entry.kind === 'edition' ? { ...entry, tables: entry.tables.map(hideAll) } : { ...entry, figures: [] }
}

export function hideAll(table: TableBody): TableBody {
  const hidden = { state: 'hidden' } as const
  return { ...table, base: table.base.map(() => hidden), rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(() => hidden) })) }
}

/** The same entry without the periods that have a day of one of the years. */
export function pruned(entry: LedgerEntry, years: readonly number[], collection: Collection): LedgerEntry {
  const isStill = ({ from, to }: { readonly from: string; readonly to: string }): boolean => years.every((year) => to < `${year}-01-01` || from > `${year}-12-31`)
  if (entry.kind === 'outside') {
    return { ...entry, figures: entry.figures.filter(({ period }) => isStill(periodFrom(period, collection) ?? { from: '0000', to: '9999' })) }
  }
  return {
    ...entry,
    tables: entry.tables.flatMap((table) => {
      const keep = table.periods.map(isStill)
      const kept = <Item>(list: readonly Item[]): readonly Item[] => list.filter((_, index) => keep[index])
      return keep.includes(true) ? [{ ...table, periods: kept(table.periods), base: kept(table.base), rows: table.rows.map((row) => ({ ...row, cells: kept(row.cells) })) }] : []
    }),
  }
}
