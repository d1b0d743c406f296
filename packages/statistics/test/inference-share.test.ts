// Shares are given from a base of twenty that is known, and refused with a reason otherwise.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figure, proportion, shareOf, type Unit, worstCaseShare } from '../src/index.ts'

const persons = (count: number, atLeast = false): Figure<'person'> => ({ unit: 'person', count, atLeast })

test('a share comes with its numerator and base', () => {
  expect(shareOf(persons(25), persons(41))).toEqual({ numerator: persons(25), base: persons(41), share: 25 / 41, atLeast: false })
  expect(shareOf(persons(0), persons(20))).toMatchObject({ share: 0 })
})

test('no percentage over a lower bound, nor below twenty', () => {
  expect(shareOf(persons(25), persons(41, true))).toEqual({
    numerator: persons(25), base: persons(41, true), share: null, reason: 'base-at-least',
  })
  expect(shareOf(persons(12), persons(19))).toMatchObject({ share: null, reason: 'base-too-small' })
  expect(shareOf(persons(0), persons(0))).toMatchObject({ share: null, reason: 'base-too-small' })
})

test('a lower bound over a known base is a lower bound', () => {
  expect(shareOf(persons(25, true), persons(41))).toMatchObject({ share: 25 / 41, atLeast: true })
})

test('units known only at run time are compared there', () => {
  const of = (unit: Unit): Figure<Unit> => ({ unit, count: 30, atLeast: false })
  expect(shareOf(of('incident'), of('incident'))).toMatchObject({ share: 1 })
  expect(() => shareOf(of('person'), of('incident'))).toThrow('different units')
  expect(() => worstCaseShare(of('person'), of('person'), of('incident'))).toThrow('different units')
})

test('a part larger than its base, and what is no count, are defects', () => {
  expect(() => shareOf(persons(42), persons(41))).toThrow('42 of 41')
  expect(() => shareOf(persons(-1), persons(41))).toThrow('no count')
  expect(() => shareOf(persons(1.5), persons(41))).toThrow('no count')
})

test('the worst case runs from none of the unknown to all of them', () => {
  expect(worstCaseShare(persons(9), persons(12), persons(9))).toEqual({ base: persons(30), range: { lower: 0.3, upper: 0.6 } })
  expect(worstCaseShare(persons(9), persons(12, true), persons(9))).toMatchObject({ range: null, reason: 'base-at-least' })
  expect(worstCaseShare(persons(2), persons(3), persons(2))).toEqual({ base: persons(7), range: null, reason: 'base-too-small' })
})

test('the worst-case range holds every share that the unknown could make true', () => {
  const count = fc.nat({ max: 60 })
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 60 }), count, count, fc.nat({ max: 100 }), (yes, no, unknown, percent) => {
      const { base, range } = worstCaseShare(persons(yes), persons(no), persons(unknown))
      if (range === null) throw new Error('a base of twenty was refused')
      const truth = proportion({ yes: yes + Math.round((percent * unknown) / 100), base: base.count }).estimate
      expect(range.lower).toBeLessThanOrEqual(truth)
      expect(range.upper).toBeGreaterThanOrEqual(truth)
      if (unknown === 0) expect(range.lower).toBe(range.upper)
    }),
    { seed: 25, numRuns: 200 },
  )
})
