// Needs of an attacker who knows more than everybody, and cells of which one must be hidden: the least weight, against trying every pattern.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attack, instanceTask, suppress, type SuppressionTask } from '../../src/index.ts'
import { randomTable } from '../support/random-table.ts'
import { left, load, solveExtremes } from '../support/solvers.ts'

const proving = process.env['LYKTA_PROVE'] === '1'
const patience = proving ? 3_600_000 : 120_000

const openCells = ({ cells }: SuppressionTask): readonly number[] => [...cells.keys()].filter((cell) => cells[cell]!.standing === 'open')

/** Everybody's needs, and those of somebody who knows a share of every count to be its own: none of the rest, and two more, must be possible. */
function withMember(task: SuppressionTask, shares: readonly number[]): SuppressionTask {
  const own = task.cells.map(({ value }, cell) => Math.floor((value * shares[cell % shares.length]!) / 6))
  const known = { lower: own, upper: task.cells.map(({ upper }) => upper) }
  return { ...task, needs: [...task.needs, ...task.needs.map(({ cell }) => ({ cell, up: 2, down: task.cells[cell]!.value - own[cell]!, known }))] }
}

async function isSafe({ cells, equations, needs, oneOf = [] }: SuppressionTask, hidden: ReadonlySet<number>): Promise<boolean> {
  if (!oneOf.every((list) => list.some((cell) => hidden.has(cell)))) return false
  const isKnown = cells.map(({ standing }, cell) => standing === 'shown' || (standing === 'open' && !hidden.has(cell)))
  for (const { cell: target, up, down, known } of needs) {
    const found = await attack({
      lower: cells.map(({ value, lower }, cell) => (isKnown[cell] ? value : (known?.lower[cell] ?? lower))),
      upper: cells.map(({ value, upper }, cell) => (isKnown[cell] ? value : (known?.upper[cell] ?? upper))),
      integer: false,
      constraints: equations.map((terms) => ({ terms, lower: 0, upper: 0 })),
    }, [target], solveExtremes)
    const { low, high } = found.get(target)!
    if (low > cells[target]!.value - down || high < cells[target]!.value + up) return false
  }
  return true
}

async function leastByTrying(task: SuppressionTask): Promise<number | undefined> {
  const open = openCells(task)
  const patterns = [...Array(2 ** open.length).keys()].map((bits) => open.filter((_, index) => (bits >> index) % 2 === 1))
  const weighed = patterns.map((cells) => ({ cells, weight: cells.reduce((sum, cell) => sum + task.cells[cell]!.weight, 0) })).sort((a, b) => a.weight - b.weight)
  for (const { cells, weight } of weighed) if (await isSafe(task, new Set(cells))) return weight
  return undefined
}

const small = randomTable(3, 2).filter((instance) => openCells(instanceTask(instance)).length <= 9 && instance.cells.some(({ primary }) => primary))

test('an attacker with bounds of its own: the least weight there is, or none', async () => {
  const seen = { dearer: 0, impossible: 0 }
  await fc.assert(fc.asyncProperty(small, fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }), async (instance, shares) => {
    const everybody = instanceTask(instance)
    const task = withMember(everybody, shares)
    const found = suppress(task, { load, left })
    expect(found?.cost).toBe(await leastByTrying(task))
    seen.impossible += found ? 0 : 1
    if (found) {
      expect(found.bound).toBe(found.cost)
      seen.dearer += found.cost > suppress(everybody, { load, left })!.cost ? 1 : 0
    }
  }), { seed: 20261126, numRuns: proving ? 500 : 30, endOnFailure: true })
  expect(seen.dearer).toBeGreaterThan(2)
}, patience)

test('of some cells one must be hidden, whatever is sensitive: the least weight there is', async () => {
  let dearer = 0
  await fc.assert(fc.asyncProperty(small, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), async (instance, chosen) => {
    const task = instanceTask(instance)
    const list = openCells(task).filter((_, index) => chosen[index])
    if (list.length === 0) return
    const asked = { ...task, oneOf: [list] }
    const found = suppress(asked, { load, left })
    expect(found?.cost).toBe(await leastByTrying(asked))
    dearer += found!.cost > suppress(task, { load, left })!.cost ? 1 : 0
  }), { seed: 20261126, numRuns: proving ? 500 : 20, endOnFailure: true })
  expect(dearer).toBeGreaterThan(2)
}, patience)
