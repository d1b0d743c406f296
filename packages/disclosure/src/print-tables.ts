// Laid tables with the decisions so far, as they would be printed.
import type { CellKey } from './cell-key.ts'
import { codeList } from './code-list.ts'
import type { Frame } from './frame.ts'
import type { LaidCell, LaidTable } from './lay-out.ts'
import type { ProtectedCell, TableBody } from './protected-table.ts'

/** More than numerator/denominator of the margin. */
export type Fraction = { readonly numerator: number; readonly denominator: number }

export type Decisions = {
  /** Cells that are not shown: by a rule of the policy, or so that no other can be worked out. */
  readonly hidden: ReadonlyMap<CellKey, 'primary' | 'complementary'>
  readonly bands: ReadonlyMap<CellKey, Fraction>
}

/** A cell that a rule forbids is hidden wherever it stands; so is one that is withheld. */
export function primaryDecisions(tables: readonly LaidTable[], withheld: ReadonlySet<CellKey> = new Set()): Decisions {
  const hidden = new Map<CellKey, 'primary' | 'complementary'>()
  for (const { key, rules } of tables.flatMap(cellsOf)) if (rules.length > 0 || withheld.has(key)) hidden.set(key, 'primary')
  return { hidden, bands: new Map() }
}

export function cellsOf({ base, rows }: LaidTable): readonly LaidCell[] {
  return [...base, ...rows.flatMap((row) => row.cells)]
}

export function printTables(tables: readonly LaidTable[], decisions: Decisions, frame: Pick<Frame, 'policy' | 'hierarchies'>, asOf: number): readonly TableBody[] {
  const print = ({ key, cell }: LaidCell): ProtectedCell => {
    const band = decisions.bands.get(key)
    if (band) return { state: 'band', ...band }
    if (decisions.hidden.has(key)) return { state: 'hidden' }
    return { state: 'shown', count: cell.count, atLeast: cell.atLeast }
  }
  return tables.filter(({ periods }) => periods.length > 0).map((table) => {
    const known = new Set(table.by.length === 1 ? codeList(table.by[0], frame.hierarchies) : [])
    const rows = table.rows.map(({ codes, members, cells }) => ({
      codes,
      // A code that only the data know is merged without being named.
      members: members.filter((code) => known.has(code)),
      cells: cells.map(print),
    }))
    return {
      id: table.id,
      audience: frame.policy.audience,
      unit: table.unit,
      by: table.by,
      groups: rows.filter(({ members }) => members.length > 0).map(({ codes, members }) => ({ code: codes.join('/'), members })),
      periods: table.periods,
      base: table.base.map(print),
      rows,
      severalAnswers: table.severalAnswers,
      asOf,
    }
  })
}
