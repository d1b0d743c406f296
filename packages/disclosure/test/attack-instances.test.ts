// The attack on reference instances (data/README.md): the same intervals as audits made elsewhere, and their unsafe patterns found.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { solveExtremes } from '../../../apps/server/src/adapters/solve-extremes.ts'
import { attack, type Interval, type LinearSystem, meets } from '../src/index.ts'
import { demandOf } from '../src/protection-rule.ts'

type Cell = { readonly count: number; readonly primary: boolean; readonly printed: boolean }
type Expected = { readonly audit?: { readonly exactlyDisclosed: number; readonly minWidth: number }; readonly secondaryCells?: readonly number[]; readonly suppressedCells?: readonly number[]; readonly exactlyDisclosed?: readonly number[] }

const read = (name: string): string => readFileSync(new URL(`data/sdc/${name}`, import.meta.url), 'utf8')
const table = (name: string): readonly Readonly<Record<string, string>>[] => {
  const [head, ...lines] = read(name).trim().split(/\r?\n/).map((line) => line.replaceAll('"', '').split(','))
  return lines.map((line) => Object.fromEntries(line.map((cell, index) => [head![index]!, cell])))
}
const cellsOf = (id: string): readonly Cell[] =>
  table(`${id}.cells.csv`).map(({ freq, primary, published = '1' }) => ({ count: Number(freq), primary: primary === '1', printed: published === '1' }))
const expectedOf = (id: string): Readonly<Record<string, Expected>> => (JSON.parse(read(`${id}.json`)) as { expected: Record<string, Expected> }).expected

/** Everything that adds up, and every count that is neither hidden nor latent. */
function systemOf(id: string, hidden: ReadonlySet<number>): LinearSystem {
  const cells = cellsOf(id)
  const known = ({ printed }: Cell, index: number): boolean => printed && !hidden.has(index)
  return {
    lower: cells.map((cell, index) => (known(cell, index) ? cell.count : 0)),
    upper: cells.map((cell, index) => (known(cell, index) ? cell.count : 1_000_000)),
    integer: true,
    constraints: table(`${id}.equations.csv`).map(({ total, parts }) => ({
      terms: [[Number(total), 1], ...parts!.split(' ').map((part) => [Number(part), -1] as const)] as const, lower: 0, upper: 0,
    })),
  }
}

async function attackPrimaries(id: string, secondary: readonly number[]): Promise<ReadonlyMap<number, Interval>> {
  const primary = [...cellsOf(id).entries()].flatMap(([index, cell]) => (cell.primary ? [index] : []))
  return attack(systemOf(id, new Set([...primary, ...secondary])), primary, solveExtremes)
}
const widthsOf = (intervals: ReadonlyMap<number, Interval>): readonly number[] => [...intervals.values()].map(({ low, high }) => high - low)

describe.each(['s02', 's05'])('%s', (id) => {
  test.each(Object.entries(expectedOf(id)))('%s: the same least width', async (_, { audit, secondaryCells }) => {
    const widths = widthsOf(await attackPrimaries(id, secondaryCells!))
    expect(Math.min(...widths)).toBe(audit!.minWidth)
    expect(widths.filter((width) => width === 0)).toHaveLength(audit!.exactlyDisclosed)
  })
  test('with nothing hidden beside them, sensitive cells can be worked out', async () => {
    expect(widthsOf(await attackPrimaries(id, []))).toContain(0)
  })
  test('the proven optimum keeps one less and one more possible', async () => {
    const optimal = JSON.parse(read(`${id}.optimal.json`)) as Record<string, { secondary?: readonly number[] }>
    const cells = cellsOf(id)
    for (const { secondary } of Object.values(optimal).filter(({ secondary: found }) => found)) {
      for (const [index, interval] of await attackPrimaries(id, secondary!)) {
        expect([index, meets(interval, demandOf('one-around', cells[index]!.count, 0))]).toEqual([index, true])
      }
    }
  })
})

describe('s11: a half-year, then the full year, so that the second half is a difference', () => {
  const { naiveEachReleaseAlone: naive, secondReleaseGivenFirst: given, bothReleasesJointly: jointly } = expectedOf('s11')
  const latent = cellsOf('s11').flatMap(({ primary, count }, index) => (primary && count > 0 ? [index] : []))
  const exact = async (hidden: readonly number[]): Promise<readonly number[]> => {
    const intervals = await attack(systemOf('s11', new Set(hidden)), latent, solveExtremes)
    return [...intervals].flatMap(([index, { low, high }]) => (low === high ? [index] : []))
  }
  test('each safe alone: three counts of the second half are told', async () => {
    expect(await exact(naive!.suppressedCells!)).toEqual(naive!.exactlyDisclosed)
  })
  test('the second protected against the first, or both at once: none', async () => {
    expect([await exact(given!.suppressedCells!), await exact(jointly!.suppressedCells!)]).toEqual([[], []])
  })
})

describe('the rule', () => {
  test('of the policy asks for zero and the threshold, or all of the margin; the weaker one for one around', () => {
    expect([demandOf('zero-to-threshold', 3, 5), demandOf('one-around', 3, 5), demandOf('one-around', 0, 5)]).toEqual([{ low: 0, high: 5 }, { low: 2, high: 4 }, { low: 0, high: 1 }])
    expect([[0, 5], [0, 4], [1, 9]].map(([low, high]) => meets({ low: low!, high: high! }, { low: 0, high: 5 }))).toEqual([true, false, false])
  })
  test('counts in whole numbers: with 2x + 4y = 6 and x at most 1, both are 1', async () => {
    const system: LinearSystem = { lower: [0, 0], upper: [1, 9], integer: true, constraints: [{ terms: [[0, 2], [1, 4]], lower: 6, upper: 6 }] }
    expect(await attack(system, [0, 1], solveExtremes)).toEqual(new Map([[0, { low: 1, high: 1 }], [1, { low: 1, high: 1 }]]))
  })
})
