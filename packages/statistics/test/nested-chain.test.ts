// The funnel that may be protected: how far an incident came, steps that hold all later ones, neighbours that are joined, and times that are told.
import { type ChainLine, type ChainStep, defaultChain } from '@lykta/incident'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectedEvents, countFurthest, countInMemory, furthestStep, neighbouringClasses, nestedSteps, stepTimes, yearPeriods } from '../src/index.ts'
import { linkedNetwork } from './support/random-network.ts'

const line = (...steps: readonly string[]): ChainLine => ({ reached: steps.map((step) => ({ step, kind: 'way', on: null, organisation: null, source: 'event', days: null })), tried: [], stands: null })

describe('how far', () => {
  test.each([
    [[], null], [['known'], 'known'], [['known', 'contact'], 'contact'], [['known', 'police', 'not-reached'], 'police'],
    // Whoever declined was offered, whoever accepted came all the way, written down or not.
    [['known', 'declined'], 'offered'], [['accepted'], 'accepted'], [['accepted', 'declined'], 'accepted'], [['a-step-of-another-town'], null],
  ] as const)('%j', (steps, furthest) => expect(furthestStep(defaultChain, line(...steps))).toBe(furthest))

  test('a town without an offer in its chain takes nothing from a refusal', () => {
    const own: readonly ChainStep[] = defaultChain.filter(({ id }) => id !== 'offered')
    expect(nestedSteps(own)).toEqual(['known', 'police', 'mobile-team', 'support-organisation', 'contact', 'accepted'])
    expect(furthestStep(own, line('known', 'declined'))).toBe('known')
  })
})

test('joined neighbours are all the steps in their order, and each class may stand or is the only one', () => {
  fc.assert(fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 12 }), (counts, threshold) => {
    const codes = counts.map((_, index) => String(index))
    const total = counts.reduce((sum, count) => sum + count, 0)
    const sum = (members: readonly string[]): number => members.reduce((all, code) => all + counts[Number(code)]!, 0)
    const mayStand = (members: readonly string[]): boolean => sum(members) >= threshold && total - sum(members) >= threshold
    const classes = neighbouringClasses(codes, mayStand)
    expect(classes.flat()).toEqual(codes)
    expect(classes.length === 1 || classes.every(mayStand)).toBe(true)
  }), { seed: 4801, numRuns: 400 })
})

test('counted by steps are exactly the incidents that are counted at all, also by organisation', () => {
  fc.assert(fc.property(linkedNetwork, ({ organisations, incidents, links }) => {
    const collection = { from: '2017-11-01', to: '2020-12-31' }
    const periods = yearPeriods(2017, 2020, collection)
    const total = { id: 'incidents', unit: 'incident', by: [], base: 'all' } as const
    const chain = { id: 'chain', unit: 'incident', by: ['furthest-step'], base: 'all' } as const
    for (const byOrganisation of [false, true]) {
      const counted = countInMemory({ organisations, incidents, links, position: 7 }, [total], periods, { collection, basis: 'occurred', byOrganisation })
      const { standing } = collectedEvents({ incidents, links }, { collection, basis: 'occurred' })
      const found = countFurthest(standing.map((event, index) => ({ ...event, code: index % 2 === 0 ? 'known' : 'police' })), { specs: [total, chain], periods, byOrganisation, asOf: 7 })
      const base = new Map(found.filter(({ spec }) => spec.id === 'incidents').map(({ organisation, base: cells }) => [organisation, cells]))
      for (const { organisation, base: cells } of counted) expect(base.get(organisation) ?? cells).toEqual(cells)
      for (const { rows, base: cells } of found.filter(({ spec }) => spec.id === 'chain')) {
        cells.forEach(({ count }, at) => expect(rows.reduce((sum, row) => sum + row.cells[at]!.count, 0)).toBe(count))
      }
    }
  }), { seed: 4802, numRuns: 60 })
})

describe('times', () => {
  const cases = (days: readonly (number | null)[], organisations = ['a', 'b', 'c', 'd']) => days.map((taken, index) =>
    ({ organisations: [organisations[index % organisations.length]!], line: { reached: [{ step: 'police', kind: 'way' as const, on: null, organisation: null, source: 'event' as const, days: taken }] } }))
  const rule = { cases: 5, organisations: 3, remaining: 2, days: true }

  test('days below two weeks where they may be told, else whole weeks', () => {
    expect(stepTimes(defaultChain, cases([1, 2, 4, 9, 30]), rule)).toEqual([{ step: 'police', unit: 'day', count: 4 }])
    expect(stepTimes(defaultChain, cases([1, 2, 4, 9, 30]), { ...rule, days: false })).toEqual([{ step: 'police', unit: 'week', count: 1 }])
    expect(stepTimes(defaultChain, cases([0, 1, 1, 2, 30]), { ...rule, days: false })).toEqual([{ step: 'police', unit: 'week', count: 0 }])
    expect(stepTimes(defaultChain, cases([10, 20, 25, 40, 300]), rule)).toEqual([{ step: 'police', unit: 'week', count: 4 }])
  })

  test('nothing of too few cases, of too few organisations, or where one has nearly all; days that run backwards are no time', () => {
    expect(stepTimes(defaultChain, cases([1, 2, 4, 9]), rule)).toEqual([])
    expect(stepTimes(defaultChain, cases([1, 2, 4, 9, -3, null]), rule)).toEqual([])
    expect(stepTimes(defaultChain, cases([1, 2, 4, 9, 30], ['a', 'b']), rule)).toEqual([])
    expect(stepTimes(defaultChain, cases([1, 2, 3, 4, 5, 6], ['a', 'a', 'a', 'a', 'a', 'b']), { ...rule, organisations: 2 })).toEqual([])
  })

  test('one case more or less moves what is told by little, and never beyond its neighbours', () => {
    fc.assert(fc.property(fc.array(fc.nat(200), { minLength: 11, maxLength: 30 }), fc.nat(200), (days, other) => {
      const told = (list: readonly number[]): number => stepTimes(defaultChain, cases(list), { cases: 11, organisations: 3, remaining: 2, days: false })[0]!.count
      const sorted = days.toSorted((a, b) => a - b)
      const middle = (sorted.length - 1) / 2
      const [low, high] = [sorted[Math.floor(middle) - 1]!, sorted[Math.ceil(middle) + 1]!]
      for (const list of [days, [...days, other]]) {
        expect(told(list)).toBeGreaterThanOrEqual(Math.round(low / 7))
        expect(told(list)).toBeLessThanOrEqual(Math.round(high / 7))
      }
    }), { seed: 4803, numRuns: 300 })
  })
})

