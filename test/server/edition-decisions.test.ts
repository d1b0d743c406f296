// The private protocol becomes the decisions of the coordinator's page: with all reasons, and with the years that wait.
import type { Protocol, ProtocolCell } from '@lykta/disclosure'
import { expect, test } from 'vitest'
import { decisionsOf } from '../../apps/server/src/work/edition-decisions.ts'

const cell = (changes: Partial<ProtocolCell>): ProtocolCell => ({
  table: 'personsInContact', unit: 'person', by: [], codes: [], period: '2019', count: 3, atLeast: false,
  outcome: 'shown', into: null, band: null, reasons: [], interval: null, others: null, ...changes,
})
const decisions = (...cells: readonly ProtocolCell[]) =>
  decisionsOf({ plan: 'annual', policy: 'default', asOf: 1, cells, ledger: [], suppression: { weight: 0, bound: 0 }, exposedBefore: [], different: [] } satisfies Protocol).map(({ action, into, reasons }) => ({ action, into, reasons }))

test('a year that waits for its neighbour is listed with why; what the plan prints nowhere is not', () => {
  expect(decisions(
    cell({ outcome: 'not-printed', reasons: ['few', 'waits-for-years'] }),
    cell({ outcome: 'not-printed', reasons: ['few', 'not-printed'] }),
    cell({ outcome: 'not-printed', reasons: ['not-printed'] }),
  )).toEqual([{ action: 'waits', into: null, reasons: ['few', 'waits'] }])
})

test('all reasons are told, and those that are one to a reader once', () => {
  expect(decisions(
    cell({ outcome: 'hidden', reasons: ['few', 'few-incidents', 'one-organisation', 'few-organisations', 'nearly-all'] }),
    cell({ outcome: 'merged', reasons: ['few', 'merged-years'], into: { codes: [], period: '2018-2019' } }),
    cell({ outcome: 'merged', reasons: ['merged-categories'], into: { codes: ['other'], period: '2019' } }),
    cell({}),
  )).toEqual([
    { action: 'hidden', into: null, reasons: ['few', 'organisations', 'nearly-all'] },
    { action: 'merged', into: '2018-2019', reasons: ['few'] },
    { action: 'merged', into: 'other', reasons: [] },
    { action: 'shown', into: null, reasons: [] },
  ])
})
