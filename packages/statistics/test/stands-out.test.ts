// What stands out: against values from outside, and as properties of whatever is looked at.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findStandingOut, type Looked } from '../src/index.ts'

const looked = (id: string, now: number, before: number, months = 3, monthsBefore = 3): Looked => ({ id, now: { count: now, months }, before: { count: before, months: monthsBefore } })
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id)

describe('one thing alone', () => {
  // Added up in rational arithmetic (Python 3, fractions.Fraction): twice the smaller tail of Binomial(now + before, months / all months).
  // R: 2 * min(pbinom(x, n, t), pbinom(x - 1, n, t, lower.tail = FALSE)).
  test.each([
    [14, 3, 3, 3, 0.0127258300781],
    [6, 3, 0, 3, 0.03125],
    [9, 3, 2, 3, 0.0654296875],
    [5, 3, 0, 3, 0.0625],
    [12, 2, 6, 3, 0.0405632259216],
    [10, 2, 23, 12, 0.0282186145649],
  ])('%i in %i months after %i in %i', (now, months, before, monthsBefore, p) => {
    const { notable, tested } = findStandingOut([looked('x', now, before, months, monthsBefore)], 1e-9)
    expect(tested).toBe(1)
    expect(notable).toHaveLength(1)
    expect(notable[0]!.p / p).toBeCloseTo(1, 6)
    expect(notable[0]!.pOfSeveral).toBe(notable[0]!.p)
  })

  test('needs five incidents, and a difference that chance hardly gives', () => {
    expect(findStandingOut([looked('x', 4, 0)])).toEqual({ notable: [], tested: 0, tooFew: 1 })
    expect(findStandingOut([looked('x', 5, 0)]).notable).toEqual([])
    expect(findStandingOut([looked('x', 6, 0)]).notable).toMatchObject([{ way: 'more' }])
    expect(findStandingOut([looked('x', 0, 6)]).notable).toMatchObject([{ way: 'fewer' }])
    // Many in two months, few in twelve: the rates are compared, never the counts. And four in a day are not five.
    expect(findStandingOut([looked('x', 10, 23, 2, 12)]).notable).toMatchObject([{ way: 'more' }])
    expect(findStandingOut([looked('x', 4, 1, 0.1, 3)])).toEqual({ notable: [], tested: 1, tooFew: 0 })
  })

  test('is not compared where one of the periods was not collected', () => {
    expect(findStandingOut([looked('x', 20, 0, 3, 0)])).toEqual({ notable: [], tested: 0, tooFew: 0 })
  })
})

describe('among several', () => {
  test('each pays for all that were tested, and for none that could not be', () => {
    const quiet = Array.from({ length: 9 }, (_, index) => looked(`q${index}`, 4, 4))
    // 0.0127 alone; of ten 0.127.
    expect(ids(findStandingOut([looked('x', 14, 3), ...quiet]).notable)).toEqual([])
    expect(ids(findStandingOut([looked('x', 14, 3), ...quiet.slice(0, 2)]).notable)).toEqual(['x'])
    const few = Array.from({ length: 50 }, (_, index) => looked(`f${index}`, 2, 1))
    expect(findStandingOut([looked('x', 14, 3), ...few])).toMatchObject({ notable: [{ id: 'x' }], tested: 1, tooFew: 50 })
  })

  const things = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }), fc.constantFrom(1, 3, 4), fc.constantFrom(1, 3, 4)), { maxLength: 25 })
    .map((list) => list.map(([now, before, months, monthsBefore], index) => looked(String(index), now, before, months, monthsBefore)))

  test('the order in which things are looked at changes nothing', () => {
    fc.assert(fc.property(things, (list) => {
      expect(ids(findStandingOut(list.toReversed()).notable)).toEqual(ids(findStandingOut(list).notable))
    }), { seed: 371, numRuns: 200 })
  })

  test('what stands out does so alone too, and less of it does where more is looked at', () => {
    fc.assert(fc.property(things, things, (list, more) => {
      const all = findStandingOut([...list, ...more.map((one) => ({ ...one, id: `more ${one.id}` }))])
      const few = new Set(ids(findStandingOut(list).notable))
      for (const { id, p, pOfSeveral } of all.notable) {
        expect(pOfSeveral).toBeGreaterThanOrEqual(p)
        if (!id.startsWith('more')) expect(few.has(id)).toBe(true)
      }
    }), { seed: 372, numRuns: 200 })
  })

  test('both periods the other way round: the same things, the other way', () => {
    fc.assert(fc.property(things, (list) => {
      const turned = findStandingOut(list.map(({ id, now, before }) => ({ id, now: before, before: now })))
      const found = findStandingOut(list)
      expect(new Map(turned.notable.map(({ id, way }) => [id, way === 'more' ? 'fewer' : 'more']))).toEqual(new Map(found.notable.map(({ id, way }) => [id, way])))
    }), { seed: 373, numRuns: 200 })
  })

  test('where nothing has changed, something stands out in fewer than one period of twenty', () => {
    // Every division of the sums of three things between two equal periods, weighted with how often chance gives it: exact, no sampling.
    const sums = [6, 8, 11]
    const chance = (n: number, k: number): number => Array.from({ length: k }, (_, index) => (n - index) / (index + 1)).reduce((product, factor) => product * factor, 1) / 2 ** n
    let wrong = 0
    const divide = (index: number, list: readonly Looked[], weight: number): void => {
      const sum = sums[index]
      if (sum === undefined) wrong += findStandingOut(list).notable.length > 0 ? weight : 0
      else for (let now = 0; now <= sum; now += 1) divide(index + 1, [...list, looked(String(index), now, sum - now)], weight * chance(sum, now))
    }
    divide(0, [], 1)
    expect(wrong).toBeGreaterThan(0)
    expect(wrong).toBeLessThanOrEqual(0.05)
  })
})
