// The core group's chain: incidents that came at least so far, each step within the one before, from what is shown of its classes.
import type { ProtectedCell } from '@lykta/disclosure'
import { unfoundedCode } from '@lykta/statistics'
import type { SituationWindows } from './situation.ts'
import { findTable, type WindowCells, windowCells } from './window-cells.ts'

export type NestedStep = {
  /** Of the chain; null for all incidents. */
  readonly step: string | null
  readonly cells: WindowCells
}

export type NestedChain = {
  readonly rows: readonly NestedStep[]
  /** Steps without a row of their own: they stand with the one before. */
  readonly joined: readonly string[]
  /** That were later held to be unfounded; null where that has no number of its own. */
  readonly unfounded: WindowCells | null
}

/** Null where no chain was counted, or nothing but the total of it may be shown. */
export function nestedChain(windows: SituationWindows): NestedChain | null {
  const { chain } = windows
  const total = findTable(windows, 'incidents')
  const classes = chain?.classes.map(([first]) => findTable(windows, `chain.${first!}`)) ?? []
  if (!chain || !total || classes.length < 2 || classes.some((table) => table === undefined || table.periods.length === 0)) return null
  const cells = classes.map((table) => windowCells(table!, table!.base))
  const [kind] = new Set(cells.map((one) => one.kind))
  const whole = windowCells(total, total.base)
  if (cells.some((one) => one.kind !== kind)) return null
  const at = (slot: 'before' | 'now' | 'both', index: number): ProtectedCell => {
    const list = cells.map((one) => cellAt(one, slot))
    return index === 0 ? cellAt(whole, slot) : sumOf(list.slice(index)) ?? differenceOf(cellAt(whole, slot), list.slice(0, index))
  }
  const nested = (index: number): WindowCells => (kind === 'both' ? { kind: 'both', both: at('both', index) } : { kind: 'each', before: at('before', index), now: at('now', index) })
  const rows = chain.classes.map((members, index): NestedStep => ({ step: index === 0 ? null : members[0]!, cells: nested(index) }))
  const known = chain.steps.find(({ means }) => means === 'known')?.id
  const shown = rows.filter((row, index) => index === 0 || isShown(row.cells))
  return shown.length < 2 ? null : {
    rows,
    joined: chain.classes.flatMap((members, index) => (index === 0 ? members : members.slice(1))).filter((code) => code !== unfoundedCode && code !== known),
    unfounded: chain.classes[0]!.join() === unfoundedCode && isShown(cells[0]!) ? cells[0]! : null,
  }
}

function cellAt(cells: WindowCells, slot: 'before' | 'now' | 'both'): ProtectedCell {
  if (cells.kind === 'both') return slot === 'both' ? cells.both : { state: 'hidden' }
  return slot === 'both' ? (sumOf([cells.before, cells.now]) ?? { state: 'hidden' }) : cells[slot]
}

function isShown(cells: WindowCells): boolean {
  return cells.kind === 'both' ? cells.both.state === 'shown' : cells.before.state === 'shown' || cells.now.state === 'shown'
}

function sumOf(cells: readonly ProtectedCell[]): ProtectedCell | undefined {
  return cells.every((cell) => cell.state === 'shown')
    ? { state: 'shown', count: cells.reduce((sum, cell) => sum + cell.count, 0), atLeast: cells.some((cell) => cell.atLeast) }
    : undefined
}

/** Who did not stop earlier: the audit had these equations, so whatever follows from what is shown was tried. */
function differenceOf(whole: ProtectedCell, earlier: readonly ProtectedCell[]): ProtectedCell {
  const sum = sumOf(earlier)
  return whole.state === 'shown' && sum?.state === 'shown' ? { state: 'shown', count: whole.count - sum.count, atLeast: false } : { state: 'hidden' }
}
