// Effort of periods: months inside, people nobody counted, organisations once; and that parts of a period add up to it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Activity, effortOf, type EffortRecord, partsOfYear, type Period, yearPeriod, yearPeriods } from '@lykta/statistics'

const collection = { from: '2017-11-01', to: '2019-12-31' }
const training = (month: string, times: number, people: number | null): EffortRecord => ({ kind: 'training', month, times, people })
const outreach = (month: string, times: number): EffortRecord => ({ kind: 'outreach', month, times, people: null })

test('trainings, people and passes of a year, by hand', () => {
  const efforts = [training('2018-12', 1, 20), training('2019-01', 2, 31), outreach('2019-01', 4), training('2019-12', 1, null), outreach('2020-01', 9)]
  const activities: readonly Activity[] = [{ organisation: 'a', month: '2019-03' }, { organisation: 'a', month: '2019-04' }, { organisation: 'b', month: '2018-12' }]
  const [before, year] = effortOf(yearPeriods(2018, 2019, collection), efforts, activities, collection.from)
  expect(before).toMatchObject({ id: '2018', trainings: 1, trained: { count: 20, isLeast: false }, outreachPasses: null, activeOrganisations: 1 })
  expect(year).toMatchObject({ id: '2019', months: 12, trainings: 3, trained: { count: 31, isLeast: true }, outreachPasses: 4, activeOrganisations: 1 })
})

test('none is not the same as not collected: a kind of effort counts from the first month that something of it was entered for', () => {
  const [of2017, of2018, of2019] = effortOf(yearPeriods(2017, 2019, collection), [training('2018-06', 1, null), training('2018-07', 2, null)], [], collection.from)
  expect(of2017).toMatchObject({ trainings: null, trained: null, outreachPasses: null })
  expect(of2018).toMatchObject({ trainings: 3, trained: null, outreachPasses: null })
  expect(of2019).toMatchObject({ trainings: 0, trained: { count: 0, isLeast: false }, outreachPasses: null })
  // Of 2018 nothing is known before June: the number is not that of a whole year, and says so.
  expect([of2017, of2018, of2019].map((one) => [one!.trainingsFrom, one!.outreachFrom])).toEqual([[null, null], ['2018-06', null], [null, null]])
  // Entered from the first month of collection on: all that there could be.
  expect(effortOf([yearPeriod(2017, collection)], [training('2017-11', 1, 9), outreach('2017-12', 1)], [], collection.from)[0]).toMatchObject({ trainingsFrom: null, outreachFrom: '2017-12' })
  expect(effortOf([yearPeriod(2016, collection)], [training('2016-03', 1, 5), outreach('2016-03', 2)], [], collection.from)[0]).toMatchObject({ months: 0, trainings: null, trained: null, outreachPasses: null })
})

test('whoever may not see who reported is told no number of organisations', () => {
  expect(effortOf([yearPeriod(2019, collection)], [], null, collection.from)[0]!.activeOrganisations).toBeNull()
  expect(effortOf([yearPeriod(2019, collection)], [], [], collection.from)[0]!.activeOrganisations).toBe(0)
})

test('a month that a period cuts belongs to none of its parts', () => {
  const cut: Period = { id: 'cut', from: '2019-01-15', to: '2019-02-28', months: 1.5 }
  expect(effortOf([cut], [outreach('2019-01', 5), outreach('2019-02', 3)], [], collection.from)[0]!.outreachPasses).toBe(3)
})

const month = fc.integer({ min: 0, max: 25 }).map((at) => `${2017 + Math.floor((at + 10) / 12)}-${String(((at + 10) % 12) + 1).padStart(2, '0')}`)
const effort = fc.record({ kind: fc.constantFrom('training' as const, 'outreach' as const), month, times: fc.integer({ min: 1, max: 9 }), people: fc.option(fc.integer({ min: 0, max: 50 })) })
  .map((one): EffortRecord => (one.kind === 'outreach' ? { ...one, people: null } : one))
const activity = fc.record({ organisation: fc.constantFrom('a', 'b', 'c', 'd'), month })

test('months add up to their year; organisations are at least those of any month, and at most their sum', () => {
  fc.assert(fc.property(fc.array(effort, { maxLength: 20 }), fc.array(activity, { maxLength: 20 }), fc.integer({ min: 2017, max: 2019 }), (efforts, activities, year) => {
    const whole = effortOf([yearPeriod(year, collection)], efforts, activities, collection.from)[0]!
    const parts = effortOf(partsOfYear(year, 1, collection), efforts, activities, collection.from)
    const sum = (pick: (one: (typeof parts)[number]) => number | null): number => parts.reduce((all, one) => all + (pick(one) ?? 0), 0)
    expect([sum((one) => one.trainings), sum((one) => one.trained?.count ?? 0), sum((one) => one.outreachPasses)]).toEqual([whole.trainings ?? 0, whole.trained?.count ?? 0, whole.outreachPasses ?? 0])
    // Somebody counted in the year where somebody did in a month; where nobody did in some month, the year is a lower bound.
    expect(whole.trained?.isLeast ?? false).toBe(whole.trained !== null && parts.some((one) => one.trained?.isLeast === true || (one.trained === null && (one.trainings ?? 0) > 0)))
    expect([whole.trainings === null, whole.outreachPasses === null]).toEqual([parts.every((one) => one.trainings === null), parts.every((one) => one.outreachPasses === null)])
    // Said from a later month exactly where some month of collection is not known.
    const lacks = (pick: (one: (typeof parts)[number]) => number | null): boolean => pick(whole) !== null && parts.some((one) => one.months > 0 && pick(one) === null)
    expect([whole.trainingsFrom !== null, whole.outreachFrom !== null]).toEqual([lacks((one) => one.trainings), lacks((one) => one.outreachPasses)])
    expect(whole.activeOrganisations).toBeLessThanOrEqual(sum((one) => one.activeOrganisations!))
    for (const one of parts) expect(whole.activeOrganisations).toBeGreaterThanOrEqual(one.activeOrganisations!)
  }), { seed: 20261126, numRuns: 200 })
})
