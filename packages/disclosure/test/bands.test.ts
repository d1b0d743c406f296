// Bands: what the work is about may be said where the exact cell may not, and only as far as every interval holds.
import { describe, expect, test } from 'vitest'
import { addBands } from '../src/band.ts'
import { hideUntilSafe } from '../src/hide.ts'
import { protect } from '../src/index.ts'
import { primaryDecisions, printTables } from '../src/print-tables.ts'
import { requestFor } from './support/request.ts'
import { type Alike, planOf, type Printed, printed, registerOf, rows } from './support/small-register.ts'
import { stepsOf } from './support/steps.ts'

/** As in the plan: by block, here of one year. */
const sex = { ...planOf(rows({ id: 'sex', unit: 'person', by: ['sex'], base: 'all' }, 'block')), blockYears: 1 }
const ofMany = (women: number, men: number): readonly Alike[] => [{ times: women }, { times: men, persons: [{ sex: 'man' }] }]
const printedSex = async (women: number, men: number): Promise<Printed> =>
  printed((await protect(requestFor(registerOf(ofMany(women, men)), { plan: sex, years: [2019, 2019] }))).tables, 'sex')

describe('nearly all', () => {
  test.each<[number, number, string]>([
    [85, 1, '>9/10'],
    [86, 0, '>9/10'],
    [38, 3, '>4/5'],
    [24, 1, '>3/4'],
    [12, 1, '>1/2'],
  ])('%i women and %i men: %s', async (women, men, band) => {
    expect(await printedSex(women, men)).toEqual({ periods: ['2019'], base: String(women + men), rows: { woman: band, other: '×', unknown: '0' } })
  })
  test('the band depends on the base alone: no man, one, or four give the same', async () => {
    for (const [women, men] of [[41, 0], [40, 1], [37, 4]] as const) {
      expect(await printedSex(women, men)).toEqual({ periods: ['2019'], base: '41', rows: { woman: '>4/5', other: '×', unknown: '0' } })
    }
  })
  test('five men may stand, so no band is needed', async () => {
    expect((await printedSex(36, 5)).rows).toEqual({ woman: '36', other: '5', unknown: '0' })
  })
  test('a base so small that no band leaves room shows the base alone', async () => {
    expect(await printedSex(7, 1)).toEqual({ periods: ['2019'], base: '8', rows: { unknown: '0' } })
  })
})

test('a stronger band than the chosen one would fail the audit: for men, for each kind of other, and for all of them', async () => {
  const request = requestFor(registerOf(ofMany(38, 3)), { plan: sex, years: [2019, 2019] })
  const { laid, input, auditBodies } = await stepsOf(request)
  const { tables, decisions } = await addBands(input, (await hideUntilSafe(input, primaryDecisions(laid))).decisions)
  const stronger = { ...decisions, bands: new Map([...decisions.bands.keys()].map((key) => [key, { numerator: 9, denominator: 10 }] as const)) }
  const unsafe = async (chosen: typeof decisions): Promise<number> =>
    (await auditBodies(printTables(tables, chosen, input, 1))).verdicts.filter(({ safe }) => !safe).length
  expect([await unsafe(decisions), await unsafe(stronger)]).toEqual([0, 4])
})
