// What makes the attack on many registers fast changes no answer: a smaller system has the same solutions, and a witness counts only where every statement holds of it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attack } from '../src/attack.ts'
import { compacted } from '../src/compact.ts'
import { findWitnesses } from '../src/find-witnesses.ts'
import { carriedOver } from '../src/kept-witnesses.ts'
import type { Constraint, LinearSystem } from '../src/linear.ts'
import { type Distance, isPossible, reaches, type Witnesses } from '../src/witness.ts'
import { load, solveExtremes } from './support/solvers.ts'

/** Statements of a few counts that are true of them: sums, at least as many, equal, shown. */
const counts = fc.array(fc.nat({ max: 6 }), { minLength: 4, maxLength: 9 })
const made = counts.chain((truths) => {
  const variable = fc.nat({ max: truths.length - 1 })
  const statement = fc.tuple(fc.uniqueArray(variable, { minLength: 1, maxLength: 4 }), fc.constantFrom('sum', 'least', 'difference'), fc.array(fc.constantFrom(1, -1, 1), { minLength: 4, maxLength: 4 }))
  return fc.record({ truths: fc.constant(truths), shown: fc.uniqueArray(variable, { maxLength: 3 }), statements: fc.array(statement, { minLength: 1, maxLength: 8 }) })
}).map(({ truths, shown, statements }) => {
  const constraints = statements.map(([variables, kind, signs]): Constraint => {
    const terms = variables.map((variable, index) => [variable, kind === 'difference' && index === 1 ? -1 : signs[index]!] as const)
    const sum = terms.reduce((total, [variable, coefficient]) => total + coefficient * truths[variable]!, 0)
    return { terms, lower: sum, upper: kind === 'least' ? Infinity : sum }
  })
  const system: LinearSystem = { integer: true, constraints, lower: truths.map((value, variable) => (shown.includes(variable) ? value : 0)), upper: truths.map((value, variable) => (shown.includes(variable) ? value : 50)) }
  return { truths, system }
})
const all = (truths: readonly number[]): readonly number[] => [...truths.keys()]

describe('a smaller system', () => {
  test('has the same least and greatest value of every unknown', async () => {
    await fc.assert(fc.asyncProperty(made, async ({ truths, system }) => {
      const whole = await attack(system, all(truths), solveExtremes)
      const small = compacted(system)!
      const places = [...new Set(small.placeOf.filter((place) => place !== undefined))]
      const found = await attack(small.system, places, solveExtremes)
      for (const variable of all(truths)) {
        const [place, value] = [small.placeOf[variable], small.valueOf.get(variable)]
        expect(place === undefined ? { low: value, high: value } : found.get(place)).toEqual(whole.get(variable))
      }
    }), { seed: 20261127, numRuns: 60 })
  })
  test('has fewer unknowns and statements where some are equal, known, or said twice', () => {
    const equal: Constraint = { terms: [[0, 1], [1, -1]], lower: 0, upper: 0 }
    const sum: Constraint = { terms: [[0, 1], [2, 1], [3, 1]], lower: 9, upper: 9 }
    const again: Constraint = { terms: [[3, -1], [2, -1], [1, -1]], lower: -9, upper: -9 }
    const { system, placeOf, valueOf } = compacted({ lower: [0, 0, 4, 0], upper: [9, 7, 4, 9], integer: true, constraints: [equal, sum, again] })!
    expect(system).toEqual({ lower: [0, 0], upper: [7, 9], integer: true, constraints: [{ terms: [[0, 1], [1, 1]], lower: 5, upper: 5 }] })
    expect([placeOf, [...valueOf]]).toEqual([[0, 0, undefined, 1], [[2, 4]]])
  })
  test('does not exist where the statements contradict each other', () => {
    const is = (value: number): Constraint => ({ terms: [[0, 1]], lower: value, upper: value })
    expect(compacted({ lower: [0], upper: [9], integer: true, constraints: [is(3), is(4)] })).toBeUndefined()
  })
})

describe('a witness', () => {
  test('that is found is possible, and shows nothing that the solver does not find possible', async () => {
    let shown = 0
    await fc.assert(fc.asyncProperty(made, async ({ truths, system }) => {
      const asked = all(truths).flatMap((variable): readonly Distance[] => [{ variable, sign: -1, enough: truths[variable]! }, { variable, sign: 1, enough: 3 }])
      const witnesses: Witnesses = []
      findWitnesses({ system, truths }, asked, load, witnesses)
      expect(witnesses.every((far) => isPossible(system, truths, far))).toBe(true)
      const intervals = await attack(system, all(truths), solveExtremes)
      for (const one of asked) {
        const { low, high } = intervals.get(one.variable)!
        const isSo = one.sign === 1 ? high - truths[one.variable]! >= one.enough : truths[one.variable]! - low >= one.enough
        const isShown = witnesses.some((far) => reaches(far, one))
        if (isShown && one.enough > 0) shown += 1
        if (isShown) expect(isSo).toBe(true)
      }
    }), { seed: 20261127, numRuns: 60 })
    expect(shown).toBeGreaterThan(50)
  })
  test.each<[string, readonly number[], boolean]>([
    ['meets everything', [1, -1, 0], true],
    ['has another sum', [1, 0, 0], false],
    ['is below nought', [4, -4, 0], false],
    ['moves what is shown', [0, -1, 1], false],
    ['is no whole number', [0.5, -0.5, 0], false],
    ['is of another system', [1, -1], false],
    ['is beyond a bound', [-3, 3, 0], false],
  ])('that %s', (_, far, possible) => {
    const system: LinearSystem = { lower: [0, 0, 5], upper: [9, 5, 5], integer: true, constraints: [{ terms: [[0, 1], [1, 1], [2, 1]], lower: 11, upper: 11 }] }
    expect(isPossible(system, [3, 3, 5], Float64Array.from(far))).toBe(possible)
  })
  test('is read in the next system by names; what has none is the margin less the cell', () => {
    const others: Constraint = { terms: [[2, 1], [0, 1], [1, -1]], lower: 0, upper: 0 }
    const next = carriedOver({ names: ['b', '', 'a'] as never, witnesses: [Float64Array.of(5, 7, 2)] }, ['a', 'b', '', 'c'] as never, { lower: [], upper: [], integer: true, constraints: [others] })
    expect(next).toEqual([Float64Array.of(2, 5, 3, 0)])
  })
})
