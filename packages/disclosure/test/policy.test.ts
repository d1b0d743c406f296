// The default policy, rule by rule: what lets a cell stand, and what does not.
import { emptyCell, type CountCell, periodOf, type TableSpec } from '@lykta/statistics'
import { describe, expect, test } from 'vitest'
import { isExempt } from '../src/cell-key.ts'
import { judge } from '../src/frame.ts'
import { defaultPolicies } from '../src/index.ts'
import { recordCounts } from '../src/recorded.ts'
import { rulesAgainst, thresholdOf } from '../src/sensitive.ts'

const policy = defaultPolicies.public
const cell = (changes: Partial<CountCell> = {}): CountCell => ({ count: 9, atLeast: false, incidents: 9, organisations: 4, largest: 3, ...changes })
const against = (changes: Partial<CountCell>): readonly string[] => rulesAgainst(cell(changes), null, policy.threshold, policy)

describe('a cell', () => {
  test('of five, on five incidents of three organisations, none of which has all but one, may stand', () => {
    expect(against({ count: 5, incidents: 5, organisations: 3, largest: 3 })).toEqual([])
  })
  test.each<[string, Partial<CountCell>, readonly string[]]>([
    ['four in its own unit', { count: 4 }, ['few']],
    ['zero: else a hidden cell could never be zero', emptyCell, ['few']],
    ['five persons of four incidents', { count: 5, incidents: 4, largest: 2 }, ['few-incidents']],
    ['nine of two organisations', { organisations: 2, largest: 5 }, ['few-organisations']],
    ['one organisation has eight of nine', { largest: 8 }, ['one-organisation']],
    ['one organisation has seven of nine', { largest: 7 }, []],
    ['a lower bound of zero', { count: 0, atLeast: true, incidents: 1, organisations: 1, largest: 1 }, ['few', 'few-incidents', 'few-organisations', 'one-organisation']],
  ])('%s', (_, changes, rules) => {
    expect(against(changes)).toEqual(rules)
  })
  test('nearly the whole margin tells about everybody, and so does all of it', () => {
    const rules = (count: number, margin: number): readonly string[] => rulesAgainst(cell({ count, incidents: count }), cell({ count: margin }), 5, policy)
    expect([rules(31, 31), rules(27, 31), rules(26, 31)]).toEqual([['nearly-all'], ['nearly-all'], []])
  })
})

describe('thresholds', () => {
  test('nationality, age and place need eleven, all else five', () => {
    expect((['nationality', 'age-group', 'place-type', 'sex', 'exploitation', 'sector', 'indicator'] as const).map((by) => thresholdOf(policy, [by])))
      .toEqual([11, 11, 11, 5, 5, 5, 5])
  })
  test('network as public; three for the core group, which may see crosses', () => {
    expect({ ...defaultPolicies.network, id: '', audience: '' }).toEqual({ ...policy, id: '', audience: '' })
    expect(defaultPolicies.core).toMatchObject({ threshold: 3, incidents: 3, sensitiveThreshold: 3, crosses: true })
    expect(policy.crosses).toBe(false)
  })
})

describe('what is never sensitive by itself', () => {
  test.each<[boolean, Parameters<typeof isExempt>]>([
    [true, ['organisation', ['membership'], ['reported']]],
    [true, ['organisation', [], []]],
    [true, ['person', ['sex'], ['unknown']]],
    [true, ['person', ['support-contact'], ['not-asked']]],
    [true, ['incident', ['persons-known'], ['unknown']]],
    [false, ['person', ['sex'], ['conflicting']]],
    [false, ['person', ['support-contact'], ['no']]],
    [false, ['incident', [], []]],
  ])('%s: %j', (exempt, cellName) => {
    expect(isExempt(...cellName)).toBe(exempt)
  })
})

describe('judging a cell where it stands', () => {
  const collection = { from: '2019-01-01', to: '2019-12-31' }
  const period = periodOf('2019', '2019-01-01', '2019-12-31', collection)
  const spec: TableSpec = { id: 'sex', unit: 'person', by: ['sex'], base: 'all' }
  const judged = (count: number, all: number, notAsked = 0, harmless = false): readonly string[] => {
    const row = (code: string, of: number): { codes: string[]; cells: CountCell[] } => ({ codes: [code], cells: [cell({ count: of, incidents: of })] })
    const recorded = recordCounts([{
      spec, basis: 'occurred', asOf: 1, periods: [period], base: [cell({ count: all, incidents: all })], severalAnswers: false,
      rows: [row('woman', count), row('not-asked', notAsked)],
    }])
    return judge({ policy, recorded }, { harmless }, spec, ['woman'], cell({ count, incidents: count }), period)
  }
  test('against its margin, unless the attribute is marked harmless', () => {
    expect([judged(31, 31), judged(31, 31, 0, true)]).toEqual([['nearly-all'], []])
  })
  test('what nobody was asked is known to be zero', () => {
    expect([judged(0, 12, 12), judged(0, 12, 11)]).toEqual([[], ['few']])
  })
  test('what was not collected tells nothing', () => {
    const recorded = recordCounts([])
    expect(judge({ policy, recorded }, { harmless: false }, { ...spec, by: [] }, [], emptyCell, { ...period, months: 0 })).toEqual([])
  })
})
