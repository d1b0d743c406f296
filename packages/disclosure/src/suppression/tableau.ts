// Which hidden cells can be worked out exactly: Gaussian elimination modulo a prime over the equations of the hidden cells.
import type { Equation, SuppressionTask } from './task.ts'

/** Products of two residues stay exact in a double. */
export const prime = 67_108_859

/**
 * Every hidden cell as a combination of free hidden cells, modulo what is printed. A cell with no term left can be
 * worked out. Printing a cell takes its combination out of all others.
 */
export type Tableau = {
  /** Terms of a hidden cell; empty when it can be worked out. */
  readonly isExact: (cell: number) => boolean
  /** The cells that would be worked out if this one were printed, as far as they are `watched`. */
  readonly reveals: (cell: number) => boolean
  readonly print: (cell: number) => void
  /** Ways in which hidden cells can move together while everything printed stays: one for each free cell. */
  readonly circuits: () => readonly Circuit[]
}

/** Cells and by how much they move, as whole numbers. */
export type Circuit = readonly (readonly [cell: number, move: number])[]

type Row = Map<number, number>

export function newTableau({ cells, equations }: SuppressionTask, hidden: ReadonlySet<number>, watched: readonly number[]): Tableau {
  const rows = new Map<number, Row>()
  const users = new Map<number, Set<number>>()
  const use = (column: number, cell: number): void => {
    const set = users.get(column)
    if (set) set.add(cell)
    else users.set(column, new Set([cell]))
  }
  for (const cell of hidden) {
    rows.set(cell, new Map([[cell, 1]]))
    use(cell, cell)
  }
  const isWatched = new Uint8Array(cells.length)
  for (const cell of watched) isWatched[cell] = 1

  /** Takes `pivot`, a combination that is zero, out of every row: its column `at` disappears. */
  const eliminate = (pivot: Row, at: number): void => {
    const inverse = invert(pivot.get(at)!)
    const terms = [...pivot]
    for (const cell of users.get(at) ?? []) {
      const row = rows.get(cell)!
      if (row === pivot) continue
      const factor = prime - multiply(row.get(at)!, inverse)
      for (const [column, value] of terms) {
        const before = row.get(column) ?? 0
        const after = (before + multiply(factor, value)) % prime
        if (after === 0) {
          row.delete(column)
          if (column !== at) users.get(column)!.delete(cell)
        } else {
          row.set(column, after)
          if (before === 0) use(column, cell)
        }
      }
    }
    users.delete(at)
  }
  /** The column that the fewest rows use. */
  const cheapest = (row: Row): number => {
    let best = -1
    let least = Infinity
    for (const column of row.keys()) {
      const count = users.get(column)!.size
      if (count < least) [best, least] = [column, count]
    }
    return best
  }
  // Short ones first: they fill up least.
  const length = (equation: Equation): number => equation.reduce((sum, [cell]) => sum + (rows.has(cell) ? 1 : 0), 0)
  const inOrder = equations.map((equation) => ({ equation, terms: length(equation) })).sort((a, b) => a.terms - b.terms)
  for (const { equation } of inOrder) {
    const combination: Row = new Map()
    for (const [cell, coefficient] of equation) {
      const row = rows.get(cell)
      if (!row) continue
      for (const [column, value] of row) {
        const sum = (((combination.get(column) ?? 0) + multiply(value, (coefficient + prime) % prime)) % prime)
        if (sum === 0) combination.delete(column)
        else combination.set(column, sum)
      }
    }
    if (combination.size > 0) eliminate(combination, cheapest(combination))
  }
  return {
    isExact: (cell) => rows.get(cell)?.size === 0,
    reveals: (cell) => {
      const row = rows.get(cell)!
      if (row.size === 0) return false
      const [[first, value]] = row as unknown as [[number, number]]
      const inverse = invert(value)
      for (const other of users.get(first)!) {
        if (other === cell || isWatched[other] === 0) continue
        const theirs = rows.get(other)!
        if (theirs.size !== row.size) continue
        const factor = multiply(theirs.get(first)!, inverse)
        let same = true
        for (const [column, mine] of row) {
          if (theirs.get(column) !== multiply(mine, factor)) {
            same = false
            break
          }
        }
        if (same) return true
      }
      return false
    },
    print: (cell) => {
      const row = rows.get(cell)!
      if (row.size > 0) eliminate(row, cheapest(row))
      for (const column of row.keys()) users.get(column)?.delete(cell)
      rows.delete(cell)
    },
    circuits: () => [...users].flatMap(([column, cells]) => {
      const circuit = [...cells].map((cell) => [cell, signed(rows.get(cell)!.get(column)!)] as const)
      return circuit.length > 0 && circuit.every(([, move]) => Math.abs(move) <= largest) ? [circuit] : []
    }),
  }
}

/** Residues beyond this stand for fractions. */
const largest = 1000

function signed(residue: number): number {
  return residue > prime / 2 ? residue - prime : residue
}

function multiply(a: number, b: number): number {
  return (a * b) % prime
}

/** By Fermat: value^(prime − 2). */
function invert(value: number): number {
  let result = 1
  let power = value
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = multiply(result, power)
    power = multiply(power, power)
  }
  return result
}
