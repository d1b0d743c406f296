// Bands: what a town's work is about may be said ("more than four fifths") where the exact cell may not.
import type { CellKey } from './cell-key.ts'
import { holdsForAll, type HideInput } from './hide.ts'
import type { LaidTable } from './lay-out.ts'
import type { Decisions, Fraction } from './print-tables.ts'

/** The strongest first. */
export const fractions: readonly Fraction[] = [
  { numerator: 9, denominator: 10 },
  { numerator: 4, denominator: 5 },
  { numerator: 3, denominator: 4 },
  { numerator: 2, denominator: 3 },
  { numerator: 1, denominator: 2 },
]

/**
 * Gives each dominant cell the strongest band that is true and with which every interval still holds. Only a cell that
 * is kept back for being nearly its whole margin gets one: then a band that is safe is also true (it leaves room for
 * the threshold, and the cell leaves less), so the choice tells nothing. A table whose dominant
 * row gets none is only its margin.
 */
export async function addBands(input: HideInput, decisions: Decisions): Promise<{ readonly tables: readonly LaidTable[]; readonly decisions: Decisions }> {
  let current = decisions
  let tables = input.tables
  for (const table of input.tables) {
    const row = table.rows.find(({ kind }) => kind === 'dominant')
    const [cell, base] = [row?.cells[0], table.base[0]]
    if (!row || !cell || !base) continue
    const band = decisions.hidden.has(base.key) ? undefined : await strongest({ ...input, tables }, current, cell.key, cell.cell.count, base.cell.count)
    if (band) current = band
    else tables = tables.map((other) => (other === table ? withoutRows(table) : other))
  }
  return { tables, decisions: current }
}

async function strongest(input: HideInput, decisions: Decisions, key: CellKey, count: number, base: number): Promise<Decisions | undefined> {
  for (const fraction of fractions) {
    if (count * fraction.denominator <= base * fraction.numerator) continue
    const tried: Decisions = { ...decisions, bands: new Map([...decisions.bands, [key, fraction]]) }
    // What the band leaves to all others decides most cases, so it is asked before the whole audit.
    if (await holdsForAll(input, tried, (target) => target.key === key)) return tried
  }
  return undefined
}

/** Then no category stands, and hidden rows would only say which ones were thought of. */
function withoutRows(table: LaidTable): LaidTable {
  return { ...table, rows: table.rows.filter((row) => row.cells.every(({ exempt }) => exempt)) }
}
