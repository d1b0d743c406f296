// What the police report they know of: that bounds from above how many incidents nobody told them of.
import { expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, protect, type ProtectedTable } from '../src/index.ts'
import { independentAttack } from './support/independent-attack.ts'
import { collection, requestFor } from './support/request.ts'
import { type Alike, planOf, printed, registerOf } from './support/small-register.ts'

const policy = defaultPolicies.public
const plan = planOf(...defaultPlan(policy).tables.filter(({ id }) => ['incidents', 'police', 'sector'].includes(id)))

/** Three police organisations report 20 of 30 incidents in each of two years, and 26 of the 30 of the third; of its other four nobody told the police of two. */
const police = [0, 7, 14]
const others = [1, 2, 3, 4, 8, 9]
const spread = (list: readonly number[], times: number, rest: Omit<Alike, 'times'>): readonly Alike[] => Array.from({ length: times }, (_, index) => ({ ...rest, times: 1, by: list[index % list.length]! }))
const input = registerOf([
  ...[2017, 2018].flatMap((year) => [...spread(police, 20, { year }), ...spread(others, 10, { year, policeContacted: 'no' })]),
  ...spread(police, 26, { year: 2019 }), ...spread(others, 2, { year: 2019, policeContacted: 'no' }), ...spread(others.slice(2), 2, { year: 2019, policeContacted: 'unknown' }),
], 15)

test('two of which the police were not told are not told by what the police reported', async () => {
  const { tables, protocol } = await protect(requestFor(input, { plan }))
  expect(printed(tables, 'policeContacted').base).toMatch(/×$/)
  expect((await independentAttack(input, collection, policy, tables)).exposed).toEqual([])
  const no = protocol.cells.find(({ table, codes, period }) => table === 'policeContacted' && codes[0] === 'no' && period === '2019')!
  expect([no.count, no.interval!.low, no.interval!.high >= 5]).toEqual([2, 0, true])
  // With all that the police reported in print, and 20 and 20 of two years, the third has at least 26, and four are left.
  const row = (table: ProtectedTable): ProtectedTable => ({ ...table, rows: table.rows.map((one) => (one.codes[0] === 'police' ? { ...one, cells: [{ state: 'shown', count: 66, atLeast: false }] } : one)) })
  const yes = (table: ProtectedTable): ProtectedTable => ({ ...table, base: [20, 20].map((count) => ({ state: 'shown' as const, count, atLeast: false })).concat(table.base.slice(2) as never) })
  const told = tables.map((table) => (table.id === 'sector' ? row(table) : table.id === 'policeContacted' ? yes(table) : table))
  expect((await independentAttack(input, collection, policy, told)).exposed).toContainEqual(expect.objectContaining({ cell: 'incident police-contacted no 2019', high: 4 }))
})
