// Random tables: no sensitive cell narrower than its rule by the audit; least weight and intervals against trying everything.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attack, auditPattern, type Instance, instanceTask, suppress, type SuppressionTask } from '../../src/index.ts'
import { recordProof } from '../../../../test/prove/record-proof.ts'
import { randomTable } from '../support/random-table.ts'
import { left, load, solveExtremes } from '../support/solvers.ts'

const proving = process.env['LYKTA_PROVE'] === '1'
const runs = (short: number, long: number) => ({ seed: 20261126, numRuns: proving ? long : short, endOnFailure: true })
const patience = proving ? 3_600_000 : 120_000

const openCells = ({ cells }: SuppressionTask): readonly number[] => [...cells.keys()].filter((cell) => cells[cell]!.standing === 'open')

/** The needs that an attacker's intervals do not leave, with the bounds of the task known to the attacker; by the audit's solver alone. */
async function unmet({ cells, equations, needs }: SuppressionTask, hidden: ReadonlySet<number>): Promise<number> {
  const known = cells.map(({ standing }, cell) => standing === 'shown' || (standing === 'open' && !hidden.has(cell)))
  const intervals = await attack({
    lower: cells.map(({ value, lower }, cell) => (known[cell] ? value : lower)),
    upper: cells.map(({ value, upper }, cell) => (known[cell] ? value : upper)),
    integer: false,
    constraints: equations.map((terms) => ({ terms, lower: 0, upper: 0 })),
  }, needs.map(({ cell }) => cell), solveExtremes)
  return needs.filter(({ cell, up, down }) => intervals.get(cell)!.low > cells[cell]!.value - down || intervals.get(cell)!.high < cells[cell]!.value + up).length
}

/** The rule of an edition: zero and the threshold must both be possible. */
function withThreshold(task: SuppressionTask, threshold: number): SuppressionTask {
  const most = Math.max(threshold, ...task.cells.map(({ upper }) => upper))
  return {
    ...task,
    cells: task.cells.map((cell) => ({ ...cell, upper: most })),
    needs: task.needs.map(({ cell }) => ({ cell, up: Math.max(0, threshold - task.cells[cell]!.value), down: task.cells[cell]!.value })),
  }
}

/** The least weight of any safe pattern, by trying all of them from the lightest. */
async function leastByTrying(task: SuppressionTask): Promise<number | undefined> {
  const open = openCells(task)
  const patterns = [...Array(2 ** open.length).keys()].map((bits) => open.filter((_, index) => (bits >> index) % 2 === 1))
  const weighed = patterns.map((cells) => ({ cells, weight: cells.reduce((sum, cell) => sum + task.cells[cell]!.weight, 0) })).sort((a, b) => a.weight - b.weight)
  for (const { cells, weight } of weighed) if ((await unmet(task, new Set(cells))) === 0) return weight
  return undefined
}

describe('protection', () => {
  test('leaves every sensitive cell of any table one below and one above; the bound is never above the weight', async () => {
    const seen = { tables: 0, sensitive: 0, hidden: 0, optimal: 0, narrowest: Infinity }
    await fc.assert(fc.asyncProperty(randomTable(4).filter(({ cells }) => cells.length <= 100), async (instance) => {
      const found = suppress(instanceTask(instance), { load, left })
      expect(found).toBeDefined()
      const { cells } = await auditPattern(instance, new Set(found!.hidden), solveExtremes)
      const intervals = new Map(cells.map(({ id, low, high }) => [id, { low, high: high ?? Infinity }]))
      for (const { id, value } of instance.cells.filter(({ primary }) => primary)) {
        const { low, high } = intervals.get(id)!
        expect(low).toBeLessThanOrEqual(value - 1)
        expect(high).toBeGreaterThanOrEqual(value + 1)
        seen.narrowest = Math.min(seen.narrowest, high - low)
        seen.sensitive += 1
      }
      expect(found!.bound).toBeLessThanOrEqual(found!.cost)
      seen.tables += 1
      seen.hidden += found!.hidden.length
      seen.optimal += found!.optimal ? 1 : 0
    }), runs(200, 10_000))
    expect(seen.hidden).toBeGreaterThan(100)
    expect(seen.optimal).toBe(seen.tables)
    recordProof('random-tables', seen)
  }, patience)

  test('with the rule of an edition, leaves zero and the threshold possible, or says that nothing does', async () => {
    let some = 0
    await fc.assert(fc.asyncProperty(randomTable(4, 2), async (instance) => {
      const task = withThreshold(instanceTask(instance), 5)
      const found = suppress(task, { load, left })
      some += found && found.hidden.length > 0 ? 1 : 0
      expect((await unmet(task, new Set(found?.hidden ?? openCells(task)))) === 0).toBe(found !== undefined)
    }), runs(40, 3000))
    expect(some).toBeGreaterThan(10)
  }, patience)
})

describe('against trying everything', () => {
  const small = randomTable(3, 2).filter((instance) => openCells(instanceTask(instance)).length <= 9 && instance.cells.some(({ primary }) => primary))
  test.each([['one around', (task: SuppressionTask) => task], ['zero to five', (task: SuppressionTask) => withThreshold(task, 5)]])('the weight is the least there is (%s)', async (_, rule) => {
    await fc.assert(fc.asyncProperty(small, async (instance) => {
      const task = rule(instanceTask(instance))
      expect(suppress(task, { load, left })?.cost).toBe(await leastByTrying(task))
    }), runs(25, 1000))
  }, patience)

  test('the intervals of the audit are those of all tables that an attacker must think possible', async () => {
    const tiny = fc.record({ instance: randomTable(3, 2).filter(({ cells }) => cells.length <= 16), chosen: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 16, maxLength: 16 }) })
    let narrow = 0
    await fc.assert(fc.asyncProperty(tiny, async ({ instance, chosen }) => {
      const hidden = new Set(instance.cells.filter((_, index) => chosen[index] === 0).map(({ id }) => id))
      const { cells, exact } = await auditPattern(instance, hidden, solveExtremes)
      const tried = intervalsByTrying(instance, hidden)
      if (!tried) return
      expect(cells.map(({ id, low, high }) => [id, low, high])).toEqual([...tried].map(([id, { low, high }]) => [id, low, high]))
      expect(exact).toEqual([...tried].filter(([, { low, high }]) => low === high).map(([id]) => id))
      narrow += exact.length
    }), runs(100, 5000))
    expect(narrow).toBeGreaterThan(10)
  }, patience)
})

/** Every way to fill the unknown cells so that all adds up; undefined where that has no end or takes too long. */
function intervalsByTrying({ cells, equations }: Instance, hidden: ReadonlySet<number>): ReadonlyMap<number, { low: number; high: number }> | undefined {
  const unknown = cells.filter(({ id, primary }) => primary || hidden.has(id)).map(({ id }) => id)
  const values = cells.map(({ value }) => value)
  const isFree = cells.map(({ id }) => unknown.includes(id))
  const found = new Map<number, { low: number; high: number }>()
  let steps = 0
  /** Fills what one equation alone decides; false when something does not add up. */
  const settle = (at: (number | undefined)[]): boolean => {
    for (let changed = true; changed;) {
      changed = false
      for (const { total, parts } of equations) {
        const signed = [[total, 1] as const, ...parts.map((part) => [part, -1] as const)]
        const missing = signed.filter(([cell]) => at[cell] === undefined)
        if (missing.length > 1) continue
        const rest = signed.reduce((sum, [cell, sign]) => sum + sign * (at[cell] ?? 0), 0)
        if (missing.length === 0 && rest !== 0) return false
        if (missing.length === 1) {
          const [cell, sign] = missing[0]!
          at[cell] = 0 - sign * rest
          if (at[cell] < 0) return false
          changed = true
        }
      }
    }
    return true
  }
  const limit = cells.reduce((most, { value }) => Math.max(most, value), 0) + 3
  const walk = (at: readonly (number | undefined)[]): boolean => {
    if (++steps > 20_000) return false
    const filled = [...at]
    if (!settle(filled)) return true
    const next = unknown.find((cell) => filled[cell] === undefined)
    if (next === undefined) {
      for (const cell of unknown) {
        const value = filled[cell]!
        if (value > limit - 1) return false
        const { low, high } = found.get(cell) ?? { low: value, high: value }
        found.set(cell, { low: Math.min(low, value), high: Math.max(high, value) })
      }
      return true
    }
    for (let value = 0; value <= limit; value += 1) if (!walk(filled.map((one, cell) => (cell === next ? value : one)))) return false
    return true
  }
  return walk(values.map((value, cell) => (isFree[cell] ? undefined : value))) ? new Map([...found].sort(([a], [b]) => a - b)) : undefined
}
