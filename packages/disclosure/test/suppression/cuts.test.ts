// Elimination and cuts by themselves: a count that follows in a roundabout way, and cuts that no safe pattern ever breaks.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instanceTask } from '../../src/index.ts'
import { columnsOf } from '../../src/suppression/columns.ts'
import { capacityCut, exactCut, isViolated, roundMultipliers } from '../../src/suppression/cut.ts'
import { sidesOf, shortfalls } from '../../src/suppression/levels.ts'
import { printInOrder } from '../../src/suppression/print-in-order.ts'
import { newMaster } from '../../src/suppression/master.ts'
import { newSeparator } from '../../src/suppression/separate.ts'
import { newLocalSeparator } from '../../src/suppression/separate-locally.ts'
import { newTableau } from '../../src/suppression/tableau.ts'
import { instanceOf, randomTable } from '../support/random-table.ts'
import { readReference } from '../support/read-reference.ts'
import { left, load } from '../support/solvers.ts'

const square = { leaves: 3, sums: [[0, 1, 2]] }

/** Rows and columns of the leaves of a 3 × 3 table with margins: a cell's place among its 16 cells. */
const at = (row: number, column: number): number => row * 4 + column

describe('elimination', () => {
  const instance = instanceOf({ dimensions: [square, square], counts: [2, 9, 9, 9, 9, 9, 9, 9, 9] })
  const task = instanceTask(instance)
  test('sees that a single hidden cell of a line follows', () => {
    expect(newTableau(task, new Set([at(0, 0), at(0, 1)]), [at(0, 0)]).isExact(at(0, 0))).toBe(true)
  })
  test('sees a ring that moves together, and says how', () => {
    const tableau = newTableau(task, new Set([at(0, 0), at(0, 1), at(1, 0), at(1, 1)]), [at(0, 0)])
    expect(tableau.isExact(at(0, 0))).toBe(false)
    const [circuit] = tableau.circuits()
    expect(new Map(circuit!.map(([cell, move]) => [cell, move * circuit![0]![1]]))).toEqual(new Map([[at(0, 0), 1], [at(0, 1), -1], [at(1, 0), -1], [at(1, 1), 1]]))
    expect([at(0, 1), at(1, 0), at(1, 1)].map((cell) => tableau.reveals(cell))).toEqual([true, true, true])
  })
  test('two hidden cells in every line are not enough: a cell between two rings follows from the lines of one of them', () => {
    const wide = { leaves: 4, sums: [[0, 1, 2, 3]] }
    const place = (row: number, column: number): number => row * 5 + column
    const larger = instanceTask(instanceOf({ dimensions: [wide, wide], counts: Array<number>(16).fill(9) }))
    const rings = [[0, 0], [0, 1], [1, 0], [1, 1], [2, 2], [2, 3], [3, 2], [3, 3]].map(([row, column]) => place(row!, column!))
    const tableau = newTableau(larger, new Set([...rings, place(0, 2)]), [])
    expect(tableau.isExact(place(0, 2))).toBe(true)
    expect(rings.filter((cell) => tableau.isExact(cell))).toEqual([])
  })
  test('prints as much as it can, and nothing that gives a sensitive cell away', () => {
    fc.assert(fc.property(randomTable(4, 2), (table) => {
      const random = instanceTask(table)
      const open = [...random.cells.keys()].filter((cell) => random.cells[cell]!.standing === 'open')
      const kept = printInOrder(random, open)!
      const sensitive = random.needs.map(({ cell }) => cell)
      const exactWith = (hidden: readonly number[]): boolean => {
        const tableau = newTableau(random, new Set([...sensitive, ...hidden]), [])
        return sensitive.some((cell) => tableau.isExact(cell))
      }
      expect(exactWith([...kept])).toBe(false)
      for (const cell of kept) expect(exactWith([...kept].filter((other) => other !== cell))).toBe(true)
    }), { seed: 20261126, numRuns: 200 })
  })
})

describe('cuts', () => {
  test('from whatever multipliers, are obeyed by every safe pattern', () => {
    let cuts = 0
    fc.assert(fc.property(randomTable(4, 2), fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 60, maxLength: 60 }), fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }), (table, numbers, coins) => {
      const task = instanceTask(table)
      const columns = columnsOf(task, () => true)
      // A random pattern, made safe by what elimination keeps and hidden further at random.
      const open = [...task.cells.keys()].filter((cell) => task.cells[cell]!.standing === 'open')
      const kept = printInOrder(task, open)!
      const hidden = new Set([...task.needs.map(({ cell }) => cell), ...kept, ...open.filter((cell) => coins[cell % coins.length])])
      if (shortfalls(load, task, hidden).length > 0) return
      const pattern = columns.cellOf.map((cell) => (hidden.has(cell) ? 1 : 0))
      const multipliers = { numerators: columns.rows.map((_, row) => numbers[row % numbers.length]!), denominator: 1 }
      for (const { cell, sign, need } of sidesOf(task)) {
        const exact = exactCut(columns, columns.columnOf[cell]!, false, multipliers)
        const capacity = capacityCut(columns, task.cells, columns.columnOf[cell]!, sign, need, multipliers)
        for (const cut of exact ? [exact, capacity] : [capacity]) expect(isViolated(cut, pattern)).toBe(false)
        cuts += exact ? 1 : 0
      }
    }), { seed: 20261126, numRuns: 300 })
    expect(cuts).toBeGreaterThan(300)
  })
  test('a line with one sensitive cell asks for another of it', () => {
    const task = instanceTask(instanceOf({ dimensions: [square], counts: [2, 7, 8] }))
    const columns = columnsOf(task, () => true)
    expect(exactCut(columns, 0, false, { numerators: [1], denominator: 1 })).toEqual({ terms: [[1, 1], [2, 1], [3, 1]], atLeast: 1 })
    expect(exactCut(columns, 1, true, { numerators: [1], denominator: 1 })).toEqual({ terms: [[0, 1], [1, -1], [2, 1], [3, 1]], atLeast: 0 })
  })
  test('multipliers come on the coarsest grid that holds them', () => {
    expect(roundMultipliers([0.5, -1 / 3, 0])).toEqual({ numerators: [3, -2, 0], denominator: 6 })
    expect(roundMultipliers([0.123456789]).denominator).toBe(5040)
  })
})

describe('the search for cuts', () => {
  // Integer optima are 293, 123 and 29: what the relaxation alone proves is less or the same.
  test.each([['s04', 293], ['s05', 123], ['s11', 29]])('%s: over all cells at once or island by island, it ends at one bound', async (id, optimum) => {
    const task = instanceTask(await readReference(id))
    const columns = columnsOf(task, () => true)
    const bounds = [newSeparator, newLocalSeparator].map((kind) => {
      const separator = kind(load, columns, task.needs.map(({ cell }) => columns.columnOf[cell]!))
      const master = newMaster(load, task, columns)
      for (;;) {
        const outcome = master.relaxed(left())
        const { cuts, complete } = separator.separate(outcome.values, left)
        expect(outcome.objective).toBeLessThanOrEqual(optimum + 1e-6)
        if (complete && cuts.length === 0) return outcome.objective
        master.add(cuts)
      }
    })
    expect(bounds[0]).toBeGreaterThan(0)
    // The first asks for nothing that is hidden by less than its tolerance.
    expect(Math.abs(bounds[0]! - bounds[1]!)).toBeLessThan(1)
  })
})
