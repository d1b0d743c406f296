// A protected table comes back only with the digest that was recorded, and a hidden cell has nowhere to hold a number.
import { describe, expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, protect, type ProtectedTable, protectedShare, readProtected } from '../src/index.ts'
import { requestFor, sha256 } from './support/request.ts'
import { type Alike, planOf, registerOf } from './support/small-register.ts'

const made = async (groups: readonly Alike[]): Promise<(id: string) => ProtectedTable> => {
  const { tables } = await protect(requestFor(registerOf(groups), { plan }))
  return (id) => tables.find((table) => table.id === id)!
}
const plan = planOf(...defaultPlan(defaultPolicies.public).tables.filter(({ id }) => ['incidents', 'exploitation', 'sex'].includes(id)))
const groups: readonly Alike[] = [
  ...['2017', '2018', '2019'].map((year): Alike => ({ year: Number(year), times: 16, indicators: ['sexual.many-phones'] })),
  { times: 9, exploitation: 'begging', indicators: ['general.disoriented'] }, { times: 6, exploitation: 'labour', indicators: ['general.disoriented'] },
]
const roundTrip = (table: ProtectedTable): Record<string, unknown> => JSON.parse(JSON.stringify(table)) as Record<string, unknown>

describe('reading back', () => {
  test('gives the same table when its digest is on record', async () => {
    const table = (await made(groups))('exploitation')
    expect(await readProtected(roundTrip(table), [{ digest: table.digest }], sha256)).toEqual(table)
  })
  test.each<[string, (table: Record<string, unknown>) => unknown, string]>([
    ['a changed count', (table) => ({ ...table, asOf: 2 }), 'the content is not what its digest says'],
    ['a count in a hidden cell', (table) => ({ ...table, base: [{ state: 'hidden', count: 2 }] }), 'a field too many or too few'],
    ['a field more', (table) => ({ ...table, raw: 2 }), 'a field that does not belong there'],
    ['a field less', (table) => Object.fromEntries(Object.entries(table).filter(([name]) => name !== 'rows')), 'no list'],
    ['a fraction as count', (table) => ({ ...table, base: [{ state: 'shown', count: 2.5, atLeast: false }] }), 'no count'],
    ['a dimension that the unit does not know', (table) => ({ ...table, by: ['sex'] }), 'unknown code'],
    ['cells for a period that is not there', (table) => ({ ...table, periods: [] }), 'one cell per period'],
    ['nothing', () => null, 'no table'],
  ])('refuses %s', async (_, change, message) => {
    const table = (await made(groups))('exploitation')
    await expect(readProtected(change(roundTrip(table)), [{ digest: table.digest }], sha256)).rejects.toThrow(message)
  })
  test('refuses a table with a right digest that was never recorded', async () => {
    const table = (await made(groups))('exploitation')
    await expect(readProtected(roundTrip(table), [], sha256)).rejects.toThrow('its digest was never recorded')
  })
})

describe('shares', () => {
  const share = (table: ProtectedTable, row: string, period: string): unknown => {
    const { share: found, reason } = protectedShare(table, row, period, defaultPolicies.public)
    return reason ?? found.share
  }
  test('are of shown values of one table, from a base of twenty', async () => {
    const table = await made(groups)
    expect(share(table('exploitation'), 'sexual', '2017-2019')).toBe(48 / 63)
  })
  test('are not taken of what is hidden or only a band, nor from a small or lower-bound base', async () => {
    const table = await made(groups)
    expect(share(table('sex'), 'woman', '2017-2019')).toBe('hidden')
    const small = await made([{ times: 10 }, { times: 5, exploitation: 'begging' }, { times: 4, exploitation: 'labour' }])
    expect(share(small('exploitation'), 'sexual', '2017-2019')).toBe('base-too-small')
    const bound = await made([{ times: 30, persons: [{}] }, { times: 20, persons: [{ sex: 'man' }] }, { times: 4, persons: [] }])
    expect(share(bound('sex'), 'woman', '2017-2019')).toBe('base-at-least')
  })
  test('ask for a row and a period that the table has', async () => {
    const table = await made(groups)
    expect(() => share(table('exploitation'), 'begging?', '2017-2019')).toThrow('has no begging?')
  })
})
