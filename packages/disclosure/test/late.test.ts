// How many came late is told in steps that may stand by themselves, so that two editions never differ by a few.
import type { CountCell } from '@lykta/statistics'
import { expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, lateTableId, type LateReports, mayTellLate, protect } from '../src/index.ts'
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

// Else the next public number would be greater by what the core group, or one edition's looser rule, was told of.
test.each([
  ['three of three, for the core group', cell(3, 3, 1), defaultPolicies.core, 0, false],
  ['five of three, for the core group', cell(5, 3, 2), defaultPolicies.core, 0, true],
  ['five of two, where two organisations are enough', cell(5, 2, 3), { ...policy, organisations: 2 }, 0, false],
  ['six of three, for the core group of a network that shows the public nothing below ten', cell(6, 3, 2), defaultPolicies.core, 10, false],
  ['ten of three, there', cell(10, 3, 4), defaultPolicies.core, 10, true],
] as const)('nobody is told of a step that the public might not be: %s', (_, waiting, readers, publicThreshold, expected) => {
  expect(mayTellLate({ period, told: 5, waiting, publicThreshold }, readers)).toBe(expected)
})
