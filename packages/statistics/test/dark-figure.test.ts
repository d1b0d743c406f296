// The dark figure: every method against R on published data, and the gates that mostly say that there is none to tell.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaptureHistories, chaoBound, darkFigureOf, leastNumber, sayDarkFigure } from '../src/index.ts'
import { decomposableGraphs } from '../src/dark-figure/decomposable-graphs.ts'
import { averageOverGraphs } from '../src/dark-figure/graph-average.ts'
import { findIndependentEstimate } from '../src/dark-figure/independent-lists.ts'
import { findFit } from '../src/dark-figure/log-linear.ts'
import { bootstrapStepwise } from '../src/dark-figure/stepwise-bootstrap.ts'
import { findStepwiseEstimate } from '../src/dark-figure/stepwise-lists.ts'

type Case = {
  readonly id: string
  readonly lists: number
  readonly observed: number
  readonly onTwoOrMore: number
  readonly mainEffects: number
  readonly stepwise: number
  readonly dga?: { readonly graphs: number; readonly mean: number; readonly median: number; readonly q025: number; readonly q975: number; readonly massAtUpperEdge: number }
  readonly bootstrap?: { readonly ahat: number; readonly bca: readonly [number, number]; readonly percentile: readonly [number, number] }
  readonly cells: readonly (readonly [string, number])[]
}
const { cases } = JSON.parse(readFileSync(new URL('reference/dark-figure.json', import.meta.url), 'utf8')) as { readonly cases: readonly Case[] }

const historiesOf = ({ lists, cells }: Pick<Case, 'lists' | 'cells'>): CaptureHistories =>
  ({ lists, cells: cells.map(([signs, count]) => ({ on: signs.split('').reduce((on, sign, list) => on | (Number(sign) << list), 0), count })) })

/** Mulberry32: numbers from 0 up to 1, the same for a seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The full number of replicates is for the long run. */
const thorough = process.env['LYKTA_PROVE'] === '1'

const relative = (found: number, expected: number): number => Math.abs(found / expected - 1)
const known = { linkageErrorKnown: true }

test.each(cases)('$id: main effects and stepwise choice, as R gives them', (reference) => {
  const histories = historiesOf(reference)
  expect(relative(findIndependentEstimate(histories)!, reference.mainEffects)).toBeLessThan(1e-8)
  expect(relative(reference.observed + findFit(histories, [])!.hidden, reference.mainEffects)).toBeLessThan(1e-8)
  expect(relative(findStepwiseEstimate(histories)!.estimate, reference.stepwise)).toBeLessThan(1e-8)
})

test.each(cases.filter(({ dga }) => dga))('$id: the average over decomposable graphs, as R gives it', (reference) => {
  const found = averageOverGraphs(historiesOf(reference))
  const { graphs, mean, median, q025, q975, massAtUpperEdge } = reference.dga!
  expect(found).toMatchObject({ graphs, median, lower: q025, upper: q975 })
  expect(relative(found.mean, mean)).toBeLessThan(1e-9)
  expect(relative(found.massAtEdge, massAtUpperEdge)).toBeLessThan(1e-6)
})

test.each(cases.filter(({ bootstrap }) => bootstrap))('$id: the bootstrap’s jackknife exactly, its percentiles about', (reference) => {
  const found = bootstrapStepwise(historiesOf(reference), { random: randomFrom(1234), replicates: thorough ? 1000 : 250 })
  const { ahat, percentile } = reference.bootstrap!
  // R's iterations stop a little earlier than ours.
  expect(relative(found.acceleration, ahat)).toBeLessThan(1e-6)
  // Two runs of a thousand differ by so much in the thin end, and one of 250 by more.
  expect(relative(found.percentile.lower, percentile[0])).toBeLessThan(thorough ? 0.15 : 0.3)
  expect(relative(found.percentile.upper, percentile[1])).toBeLessThan(thorough ? 0.15 : 0.3)
  expect(found.bca!.lower).toBeLessThan(reference.stepwise)
  expect(found.bca!.upper).toBeGreaterThan(reference.stepwise)
})

test('Chao’s bound by hand, and its place above what was seen', () => {
  const histories = historiesOf(cases.find(({ id }) => id === 'Korea')!)
  // 123 persons, 51 on one list and 60 on two: 123 + 51 · 50 / (2 · 61).
  expect(chaoBound(histories).bound).toBeCloseTo(123 + (51 * 50) / (2 * 61), 10)
  fc.assert(fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 7, maxLength: 7 }), (counts) => {
    fc.pre(counts.some((count) => count > 0))
    const drawn = { lists: 3, cells: counts.map((count, index) => ({ on: index + 1, count })) }
    const { bound, lower, upper } = chaoBound(drawn)
    const observed = counts.reduce((a, b) => a + b, 0)
    expect(lower).toBeGreaterThanOrEqual(observed)
    expect(bound).toBeGreaterThanOrEqual(lower)
    expect(upper).toBeGreaterThanOrEqual(bound)
  }), { seed: 41, numRuns: 300 })
})

/** What is expected of persons in classes, who are on list j with odds a·b_j, so many of each class that rounding does not matter. */
function expectedOf(classes: readonly { readonly persons: number; readonly odds: number }[], lists: readonly number[]): { readonly histories: CaptureHistories; readonly all: number } {
  const scale = 1e9
  const cells = Array.from({ length: 2 ** lists.length - 1 }, (_, at) => {
    const on = at + 1
    const share = ({ odds }: { readonly odds: number }): number => lists.reduce((chance, list, index) => chance * (((on >> index) & 1) === 1 ? odds * list : 1) / (1 + odds * list), 1)
    return { on, count: Math.round(scale * classes.reduce((sum, one) => sum + one.persons * share(one), 0)) }
  })
  return { histories: { lists: lists.length, cells }, all: scale * classes.reduce((sum, { persons }) => sum + persons, 0) }
}

test('the least number is one for few and unequal lists, where Chao’s is not', () => {
  const korea = historiesOf(cases.find(({ id }) => id === 'Korea')!)
  const alone = [1, 2, 4].map((on) => korea.cells.find((cell) => cell.on === on)?.count ?? 0)
  expect(alone.reduce((a, b) => a + b, 0)).toBe(51)
  expect(leastNumber(korea).bound).toBeCloseTo(123 + (alone[0]! * alone[1]! + alone[0]! * alone[2]! + alone[1]! * alone[2]!) / 61, 10)
  // Nobody differs and each of three lists has half of all: 875 of 1,000 are seen, Chao's puts 187 on none, and there are 125.
  const alike = expectedOf([{ persons: 1, odds: 1 }], [1, 1, 1])
  expect([leastNumber(alike.histories).bound / alike.all, chaoBound(alike.histories).bound / alike.all]).toEqual([expect.closeTo(1, 6), expect.closeTo(1.0625, 6)])
  const odds = fc.double({ min: 0.05, max: 4, noNaN: true })
  fc.assert(fc.property(fc.array(fc.record({ persons: fc.double({ min: 0.1, max: 1, noNaN: true }), odds }), { minLength: 1, maxLength: 4 }), fc.array(odds, { minLength: 3, maxLength: 6 }), (classes, lists) => {
    const { histories, all } = expectedOf(classes, lists)
    const { bound, lower, upper } = leastNumber(histories)
    expect(bound / all).toBeLessThan(1 + 1e-4)
    if (classes.length === 1) expect(bound / all).toBeCloseTo(1, 4)
    expect(lower).toBeGreaterThanOrEqual(histories.cells.reduce((sum, { count }) => sum + count, 0))
    expect(bound >= lower && upper >= bound).toBe(true)
    expect(chaoBound(histories).bound).toBeGreaterThanOrEqual(bound)
  }), { seed: 43, numRuns: 300 })
})

test('the graphs are those that are chordal, and their cliques hold every list', () => {
  expect([3, 4, 5].map((lists) => decomposableGraphs(lists).length)).toEqual([8, 61, 822])
  for (const { cliques, separators } of decomposableGraphs(5)) {
    expect(cliques.reduce((a, b) => a | b, 0)).toBe(31)
    expect(separators.length).toBeLessThan(cliques.length)
  }
  if (thorough) expect(decomposableGraphs(6)).toHaveLength(18_154)
})

test('a model without a finite or a single estimate has none', () => {
  // Nobody on both lists, and nothing else to go by.
  expect(findFit({ lists: 2, cells: [{ on: 1, count: 5 }, { on: 2, count: 4 }] }, [])).toBeUndefined()
  expect(findFit({ lists: 2, cells: [{ on: 1, count: 5 }, { on: 2, count: 4 }, { on: 3, count: 1 }] }, [3])).toBeUndefined()
  // Each pair overlaps, yet the histories of the three lists leave a parameter at −∞.
  expect(findFit({ lists: 3, cells: [{ on: 7, count: 9 }, { on: 1, count: 5 }, { on: 2, count: 5 }, { on: 4, count: 5 }] }, [3, 5, 6])).toBeUndefined()
  expect(findIndependentEstimate({ lists: 3, cells: [{ on: 1, count: 5 }, { on: 2, count: 4 }, { on: 4, count: 4 }] })).toBeUndefined()
})

test('the methods do not hang on the order of the lists', () => {
  const histories = historiesOf(cases.find(({ id }) => id === 'Korea')!)
  const turned = { lists: 3, cells: histories.cells.map(({ on, count }) => ({ on: ((on << 1) | (on >> 2)) & 7, count })) }
  expect(averageOverGraphs(turned).mean).toBeCloseTo(averageOverGraphs(histories).mean, 8)
  expect(findStepwiseEstimate(turned)!.estimate).toBeCloseTo(findStepwiseEstimate(histories)!.estimate, 8)
  expect(chaoBound(turned)).toEqual(chaoBound(histories))
})

describe('the gates', () => {
  const panels = new Map(cases.map((reference) => [reference.id, darkFigureOf(historiesOf(reference), { apart: reference.lists, ...known })]))
  const panelOf = (id: string) => panels.get(id)!

  test('published data: three disagree by method, two have too few on several lists, three may be told as a range', () => {
    const reasons = Object.fromEntries(cases.map(({ id }) => [id, panelOf(id).reasons.join()]))
    expect(reasons).toEqual({
      Artificial_3: 'few-on-two-lists', Australia: 'methods-disagree', Korea: '', Kosovo: '', Ned_5: 'methods-disagree', NewOrl_5: 'few-on-two-lists', UKdat_5: 'methods-disagree', Western: '',
    })
    expect(panelOf('Kosovo').range).toEqual({ from: 7395, to: 16_557 })
    expect(panelOf('UKdat_5').range).toBeNull()
  })

  test('an interval of the chosen model alone is never told: the bootstrap widens the range', () => {
    const western = cases.find(({ id }) => id === 'Western')!
    const wider = darkFigureOf(historiesOf(western), { apart: western.lists, ...known, random: randomFrom(1) })
    expect(wider.bootstrap!.replicates).toBeGreaterThan(900)
    expect(wider.range!.to).toBeGreaterThan(panelOf('Western').range!.to)
  })

  test('what a town has does not pass, and nothing is computed that could be printed', () => {
    const town: CaptureHistories = { lists: 3, cells: [{ on: 1, count: 20 }, { on: 2, count: 8 }, { on: 4, count: 1 }, { on: 3, count: 2 }] }
    const found = darkFigureOf(town, { apart: 2, linkageErrorKnown: false })
    expect(found).toMatchObject({ floor: null, chao: null, independent: null, stepwise: null, bootstrap: null, average: null, range: null, reasons: ['few-lists', 'linkage-unknown', 'few-on-two-lists', 'small-list'] })
    expect(sayDarkFigure(found, 'en')).toBe(
      'The dark figure cannot be estimated: there are fewer than three lists that were made apart from each other; it is not known how often one person is taken for two, or two for one; fewer than twenty persons are on more than one list; a list has fewer than ten persons.',
    )
  })

  test('sentences in both languages, with the same numbers', () => {
    expect(sayDarkFigure(panelOf('UKdat_5'), 'en')).toBe('The dark figure cannot be estimated: the methods give answers that differ too much. From 11,313 to 23,016. The least number, unless lists avoid each other’s persons: about 13,384 (95 % 11,849–15,179).')
    expect(sayDarkFigure(panelOf('Western'), 'en')).toMatch(/^Between 1,340 and 3,868 persons, depending on method and chance\./)
    for (const { id } of cases) {
      const numbers = (text: string): readonly string[] => (text.replaceAll(/(?<=\d)[,\u00A0\u202F](?=\d{3})/g, '').match(/\d+/g) ?? [])
      expect(numbers(sayDarkFigure(panelOf(id), 'sv'))).toEqual(numbers(sayDarkFigure(panelOf(id), 'en')))
    }
  })

  test('histories that cannot be are a defect', () => {
    for (const cells of [[{ on: 0, count: 1 }], [{ on: 8, count: 1 }], [{ on: 1, count: -1 }], [{ on: 1, count: 1 }, { on: 1, count: 2 }]]) {
      expect(() => darkFigureOf({ lists: 3, cells }, { apart: 3, ...known })).toThrow()
    }
  })
})
