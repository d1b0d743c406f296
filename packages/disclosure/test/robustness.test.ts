// Networks as they may be: empty, of one organisation, of two hundred, and one whose solver has run out of time.
import { describe, expect, test } from 'vitest'
import { extremesWithin } from '../../../apps/server/src/adapters/solve-extremes.ts'
import { defaultPolicies, protect, type ProtectRequest } from '../src/index.ts'
import { requestFor } from './support/request.ts'
import { type Alike, printed, registerOf } from './support/small-register.ts'

const outcome = async (groups: readonly Alike[], organisations = 5, changes: Partial<ProtectRequest> = {}): Promise<string> => {
  try {
    const { tables } = await protect(requestFor(registerOf(groups, organisations), changes))
    return printed(tables, 'incidents').base
  } catch (error) {
    return String(error)
  }
}

describe('refused, for not even the number of incidents could stand', () => {
  test.each<[string, readonly Alike[], number]>([
    ['no incident', [], 5],
    ['no organisation', [], 0],
    ['four incidents', [{ times: 4 }], 5],
    ['three in one year', [{ year: 2018, times: 3 }], 5],
    ['forty of one organisation', [{ times: 40 }], 1],
    ['forty of two', [{ times: 40 }], 2],
    ['forty, of which one organisation has all but one', [{ times: 39, by: 0 }, { times: 1, by: 1 }], 5],
  ])('%s', async (_, groups, organisations) => {
    expect(await outcome(groups, organisations)).toContain('disclosure.totals-exposed')
  })
})

describe('published', () => {
  test.each<[string, readonly Alike[], number, string]>([
    ['everything in the last year', [{ times: 30 }], 5, '30'],
    ['everything in the first year', [{ year: 2017, times: 30 }], 5, '30'],
    ['a year without incidents', [{ year: 2017, times: 20 }, { year: 2019, times: 22 }], 5, '20 22'],
    ['a year with three', [{ year: 2017, times: 20 }, { year: 2018, times: 3 }, { year: 2019, times: 22 }], 5, '20 25'],
    ['two hundred organisations', [{ year: 2017, times: 200 }, { year: 2018, times: 210 }, { year: 2019, times: 220 }], 200, '200 210 220'],
  ])('%s', async (_, groups, organisations, base) => {
    expect(await outcome(groups, organisations)).toBe(base)
  })
  test('a year of three does not follow from how many organisations reported in it', async () => {
    const { tables } = await protect(requestFor(registerOf([{ year: 2017, times: 20 }, { year: 2018, times: 3 }, { year: 2019, times: 22 }])))
    expect(printed(tables, 'participants.reporting')).toMatchObject({ periods: ['2017', '2018', '2019'], base: '5 × 5' })
    expect(printed(tables, 'participants').base).toBe('5 5 5')
  })
})

describe('refused, for nothing is proven', () => {
  test('a solver that runs out of time', async () => {
    expect(await outcome([{ times: 30 }], 5, { solve: extremesWithin(0) })).toBe('AttackError: the solver gave no answer')
  })
  test('a count as of another position', async () => {
    expect(await outcome([{ times: 30 }], 5, { asOf: 7 })).toContain('counted as of another position')
  })
})

test('the core group sees more: threshold three, and the cross of sex and age', async () => {
  const request = requestFor(registerOf([{ times: 12 }, { times: 4, persons: [{ sex: 'man' }] }, { times: 4, persons: [{ ageGroup: 'minor' }] }]), { audience: 'core', years: [2017, 2019] })
  const { tables } = await protect(request)
  expect(request.policy).toBe(defaultPolicies.core)
  const { rows } = printed(tables, 'sexAge')
  // A row that stood there only because somebody is in it would say so; and the men are hidden, or it would follow that there is no boy.
  expect(Object.keys(rows)).toHaveLength(5 * 4)
  expect(Object.fromEntries(Object.entries(rows).filter(([, text]) => text !== '×'))).toEqual({ 'woman/adult': '12', 'woman/minor': '4', 'unknown/unknown': '0' })
})
