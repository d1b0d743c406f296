// How many came late is told in steps that may stand by themselves, so that two editions never differ by a few.
import type { CountCell } from '@lykta/statistics'
import { expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, lateTableId, type LateReports, protect } from '../src/index.ts'
import { entryOf } from './support/ledger.ts'
import { requestFor } from './support/request.ts'
import { planOf, printed, registerOf } from './support/small-register.ts'

const policy = defaultPolicies.public
const input = registerOf([{ year: 2018, times: 20 }, { times: 20 }])
const plan = planOf(...defaultPlan(policy).tables.filter(({ id }) => ['incidents', 'persons'].includes(id)))
const period = { id: '2018', from: '2018-01-01', to: '2018-12-31', months: 12 }
const cell = (count: number, organisations: number, largest: number): CountCell => ({ count, atLeast: false, incidents: count, organisations, largest })
const made = (late: LateReports | undefined) => protect(requestFor(input, { plan, years: [2018, 2019], collection: { from: '2018-01-01', to: '2020-03-01' }, late }))
const told = async (before: number, waiting: CountCell): Promise<string> => printed((await made({ period, told: before, waiting })).tables, lateTableId).base

test.each([
  ['none', 0, cell(0, 0, 0), '×'],
  ['four', 0, cell(4, 3, 2), '×'],
  ['five of two organisations', 0, cell(5, 2, 3), '×'],
  ['seven of which one organisation has six', 0, cell(7, 3, 6), '×'],
  ['five of three', 0, cell(5, 3, 2), '5'],
  ['three more after five', 5, cell(3, 3, 1), '5'],
  ['six more after five', 5, cell(6, 3, 2), '11'],
])('%s', async (_, before, waiting, expected) => {
  expect(await told(before, waiting)).toBe(expected)
})

test('nothing is said where nothing was printed before, and the number is of no other count', async () => {
  expect((await made(undefined)).tables.map(({ id }) => id)).not.toContain(lateTableId)
  const first = await made({ period, told: 0, waiting: cell(5, 3, 2) })
  const again = await protect(requestFor(input, { plan, years: [2018, 2019], collection: { from: '2018-01-01', to: '2020-03-01' }, earlier: [entryOf(2018, 1, first)] }))
  expect(printed(again.tables, 'incidents').base).toBe('20 20')
})
