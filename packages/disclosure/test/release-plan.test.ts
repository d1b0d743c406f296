// The release plan: what is printed by year and what by block is fixed, and a plan that contradicts the policy is a defect.
import type { TableSpec } from '@lykta/statistics'
import { describe, expect, test } from 'vitest'
import { checkPlan, defaultPlan, defaultPolicies, type PlannedTable, protect } from '../src/index.ts'
import { requestFor } from './support/request.ts'
import { planOf, registerOf, rows } from './support/small-register.ts'

const { public: policy, core } = defaultPolicies

describe('the default plan', () => {
  test('totals, police, support and indicators by year; what a person or place is by block; months of the last year', () => {
    const released = Map.groupBy(defaultPlan(policy).tables, ({ release }) => release)
    const ids = (release: PlannedTable['release']): readonly string[] => released.get(release)!.map(({ id }) => id)
    expect(ids('year')).toEqual(['incidents', 'persons', 'participants', 'police', 'contact', 'acceptance', 'perpetrators', 'indicators', 'policeReports', 'offered'])
    expect(ids('block')).toEqual(['exploitation', 'nationalityIncidents', 'sex', 'ageGroup', 'placeType', 'sector'])
    expect(ids('part-of-year')).toEqual(['months'])
  })
  test('marks nothing harmless but when it happened', () => {
    expect(defaultPlan(policy).tables.filter(({ harmless }) => harmless).map(({ id }) => id)).toEqual(['months'])
  })
  test('keeps every policy', () => {
    for (const one of Object.values(defaultPolicies)) expect(() => checkPlan(defaultPlan(one), one)).not.toThrow()
  })
})

describe('refuses', () => {
  const sex: TableSpec = { id: 'sex', unit: 'person', by: ['sex'], base: 'all' }
  test.each<[string, readonly PlannedTable[], string]>([
    ['a sensitive dimension by year', [rows({ id: 'age', unit: 'person', by: ['age-group'], base: 'all' })], 'a sensitive dimension is published by block only'],
    ['one table by year and by block', [rows(sex), rows({ ...sex, id: 'sex2' }, 'block')], 'person by sex is published twice'],
    ['a cross of two personal attributes', [rows({ ...sex, by: ['sex', 'age-group'] }, 'block')], 'the policy allows no cross'],
    ['a filter', [rows({ ...sex, where: { sex: ['woman'] } }, 'block')], 'neither filter nor groups'],
    ['months of more than a total', [rows(sex, 'part-of-year')], 'parts of a year are of one total'],
    ['rows of a total', [rows({ ...sex, by: [] })], 'rows of one or two'],
  ])('%s', (_, tables, why) => {
    expect(() => checkPlan(planOf(...tables), policy)).toThrow(why)
  })
  test('a row of a cross beside the cross', () => {
    const plan = planOf(rows({ ...sex, by: ['sex', 'age-group'] }, 'block'), rows(sex, 'block'))
    expect(() => checkPlan(plan, core)).toThrow('follows from a cross that is published too')
  })
})

describe('blocks', () => {
  const input = registerOf([2017, 2018, 2019, 2020, 2021, 2022].map((year) => ({ year, times: 10, indicators: [] })))
  const collection = { from: '2017-01-01', to: '2023-03-01' }
  const plan = planOf(...defaultPlan(policy).tables.filter(({ id }) => id === 'incidents' || id === 'sex'))
  const blockOf = async (last: number, to = collection.to): Promise<string | undefined> =>
    (await protect(requestFor(input, { plan, years: [2017, last], collection: { ...collection, to } }))).tables.find(({ id }) => id === 'sex')?.periods.map(({ id }) => id).join()

  test('follow each other, never overlap, never grow', async () => {
    expect(await Promise.all([2017, 2018, 2019, 2020, 2021, 2022].map((last) => blockOf(last)))).toEqual([undefined, undefined, '2017-2019', '2017-2019', '2017-2019', '2020-2022'])
  })
  test('wait for their last day', async () => {
    expect(await Promise.all(['2019-12-30', '2019-12-31'].map((to) => blockOf(2019, to)))).toEqual([undefined, '2017-2019'])
  })
})

test('an edition that collected for less than half a year has its totals alone', async () => {
  const input = registerOf([{ month: 12, times: 20 }, { month: 12, times: 20, policeContacted: 'no' }])
  const ids = async (from: string): Promise<readonly string[]> =>
    (await protect(requestFor(input, { years: [2019, 2019], collection: { from, to: '2020-03-01' } }))).tables.map(({ id }) => id)
  expect(await ids('2019-07-02')).not.toContain('policeContacted.unknown')
  expect(await ids('2019-07-01')).toContain('policeContacted.unknown')
})
