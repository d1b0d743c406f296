// Merging before hiding: categories along the catalogue's hierarchies, smallest first; then "other"; and years.
import { placeTypes } from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'
import { describe, expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, keepApart, protect, type ProtectRequest } from '../src/index.ts'
import { requestFor } from './support/request.ts'
import { type Alike, planOf, type Printed, printed, registerOf, rows } from './support/small-register.ts'

type Changes = Partial<ProtectRequest>

const incidents = defaultPlan(defaultPolicies.public).tables.filter(({ id }) => id === 'incidents')
const protectedTable = async (input: CountInput, id: string, changes: Changes): Promise<Printed> =>
  printed((await protect(requestFor(input, changes))).tables, id)

describe('categories', () => {
  const places = (groups: readonly Alike[]): Promise<Printed> =>
    protectedTable(registerOf(groups), 'placeType', { plan: planOf(rows({ id: 'placeType', unit: 'incident', by: ['place-type'], base: 'all' }, 'block')) })

  test('stand alone where they are large enough', async () => {
    const { rows: found } = await places(placeTypes.map((placeType, index) => ({ times: 11 + index, placeType })))
    expect(found).toEqual({ hotel: '11', home: '12', street: '13', internet: '14', workplace: '15', 'massage-parlour': '16', other: '17', unknown: '18' })
  })
  test('else merge with those that share their parent; "indoors" beside "hotel" is the rest of it', async () => {
    const found = await places([
      { times: 30, placeType: 'hotel' }, { times: 6, placeType: 'home' }, { times: 6, placeType: 'workplace' }, { times: 14, placeType: 'street' }, { times: 13, placeType: 'internet' },
      { times: 11, placeType: 'other' },
    ])
    expect(found.rows).toMatchObject({ hotel: '30', 'indoors-other': '12', street: '14', internet: '13', other: '11' })
    expect(found.rows).not.toHaveProperty('home')
  })
  test('else go into the rest, which takes in the smallest row when it may not stand', async () => {
    const found = await places([{ times: 30, placeType: 'hotel' }, { times: 20, placeType: 'street' }, { times: 12, placeType: 'internet' }, { times: 2, placeType: 'home' }])
    expect(found).toEqual({ periods: ['2017-2019'], base: '64', rows: { hotel: '30', street: '20', other: '14', unknown: '0' } })
  })
  test('unknown never merges: two of unknown place stand beside the rest', async () => {
    const found = await places([{ times: 30, placeType: 'hotel' }, { times: 20, placeType: 'street' }, { times: 12, placeType: 'other' }, { times: 2, placeType: 'unknown' }])
    expect(found.rows).toMatchObject({ hotel: '30', street: '20', other: '12', unknown: '2' })
  })
  test('kept apart by two persons, they are hidden instead, and the audit asks of them what it asks of all', async () => {
    const plan = keepApart(planOf(rows({ id: 'placeType', unit: 'incident', by: ['place-type'], base: 'all' }, 'block')), 'placeType')
    expect(plan.id).toBe('test-apart-placeType')
    const found = await protect(requestFor(registerOf([
      { times: 30, placeType: 'hotel' }, { times: 20, placeType: 'street' }, { times: 12, placeType: 'internet' }, { times: 6, placeType: 'home' }, { times: 6, placeType: 'workplace' },
    ]), { plan }))
    const { rows: told } = printed(found.tables, 'placeType')
    // Without a group for them, neither the small ones nor the empty ones can be told from each other.
    expect(told).toMatchObject({ home: '×', workplace: '×', 'massage-parlour': '×', hotel: '30' })
    expect(found.tables[0]!.rows.every(({ members }) => members.length === 0)).toBe(true)
    expect(found.certificate).toMatchObject({ plan: 'test-apart-placeType', solver: 'optimal' })
  })
  test('of several answers count each incident once in their group', async () => {
    const plan = planOf(rows({ id: 'nationalityIncidents', unit: 'incident', by: ['nationality'], base: 'answered' }, 'block'))
    const found = await protectedTable(registerOf([
      { times: 20, persons: [{ nationalities: ['TH'] }] },
      // Two nationalities of one group: twelve incidents, not twenty-four.
      { times: 12, persons: [{ nationalities: ['BG', 'RO'] }] },
      { times: 1, persons: [{ nationalities: ['HU'] }] },
    ]), 'nationalityIncidents', { plan })
    expect(found.base).toBe('33')
    expect(found.rows).toMatchObject({ TH: '20', BG: '12', RO: '12' })
    const merged = await protectedTable(registerOf([
      { times: 20, persons: [{ nationalities: ['TH'] }] },
      ...['BG', 'RO'].map((code) => ({ times: 4, persons: [{ nationalities: [code] }] })),
      { times: 4, persons: [{ nationalities: ['BG', 'RO'] }] },
      ...['NG', 'VN'].map((code) => ({ times: 6, persons: [{ nationalities: [code] }] })),
    ]), 'nationalityIncidents', { plan })
    // Twelve of the EU, not sixteen; twelve of the rest.
    expect(merged).toMatchObject({ base: '44', rows: { TH: '20', 'eu-other': '12', 'non-eu-other': '12' } })
  })
  test('a merged row names all that the catalogue has there, whether or not it occurs', async () => {
    const input = registerOf([{ times: 30, placeType: 'hotel' }, { times: 20, placeType: 'street' }, { times: 12, placeType: 'internet' }, { times: 2, placeType: 'home' }])
    const plan = planOf(rows({ id: 'placeType', unit: 'incident', by: ['place-type'], base: 'all' }, 'block'))
    const { tables } = await protect(requestFor(input, { plan }))
    expect(tables[0]!.rows.find(({ codes }) => codes[0] === 'other')!.members).toEqual(['home', 'internet', 'workplace', 'massage-parlour', 'other'])
  })
})

describe('years', () => {
  const yearly = async (counts: readonly (readonly [year: number, times: number])[], years: readonly [number, number] = [2017, 2019]): Promise<Printed> =>
    protectedTable(registerOf(counts.map(([year, times]) => ({ year, times }))), 'incidents', { plan: planOf(...incidents), years })

  test('stand alone where each may', async () => {
    expect(await yearly([[2017, 5], [2018, 9], [2019, 30]])).toMatchObject({ periods: ['2017', '2018', '2019'], base: '5 9 30' })
  })
  test.each<[string, readonly (readonly [number, number])[], readonly string[], string]>([
    ['a first year of three, with the next', [[2017, 3], [2018, 9], [2019, 30]], ['2017-2018', '2019'], '12 30'],
    ['a year without incidents, with the next', [[2017, 8], [2019, 9]], ['2017', '2018-2019'], '8 9'],
    ['two small years, and the third waits', [[2017, 2], [2018, 3], [2019, 2]], ['2017-2018'], '5'],
    ['three small years', [[2017, 1], [2018, 1], [2019, 3]], ['2017-2019'], '5'],
  ])('merge forwards: %s', async (_, counts, periods, base) => {
    expect(await yearly(counts)).toMatchObject({ periods, base })
  })
  test('a last year of three waits for the next: a run that is closed never opens again', async () => {
    const counts = [[2017, 8], [2018, 9], [2019, 3]] as const
    expect(await yearly(counts)).toMatchObject({ periods: ['2017', '2018'], base: '8 9' })
    const later = registerOf([...counts, [2020, 7] as const].map(([year, times]) => ({ year, times })))
    const days = { from: '2017-01-01', to: '2021-03-01' }
    expect(await protectedTable(later, 'incidents', { plan: planOf(...incidents), years: [2017, 2020], collection: days })).toMatchObject({ periods: ['2017', '2018', '2019-2020'], base: '8 9 10' })
  })
  test('a figure that may stand waits for the one beside it: all incidents of 2018 are in contact, not all persons', async () => {
    const plan = planOf(...defaultPlan(defaultPolicies.public).tables.filter(({ id }) => ['incidents', 'persons', 'contact'].includes(id)))
    const [yes, no] = [{ supportContact: 'yes' }, { supportContact: 'no' }] as const
    const { tables } = await protect(requestFor(registerOf([
      { year: 2017, times: 10, persons: [yes] }, { year: 2017, times: 10, persons: [no] }, { year: 2018, times: 20, persons: [yes, no] }, { year: 2019, times: 20, persons: [no] },
    ]), { plan }))
    for (const id of ['personsInContact', 'incidentsInContact']) expect(printed(tables, id)).toMatchObject({ periods: ['2017', '2018-2019'], base: '10 20' })
  })
  test('a year that waits is told in the protocol, and printed nowhere', async () => {
    const { tables, protocol } = await protect(requestFor(registerOf([[2017, 8], [2018, 9], [2019, 3]].map(([year, times]) => ({ year: year!, times: times! }))), { plan: planOf(...incidents) }))
    expect(protocol.cells.filter(({ period }) => period === '2019')).toMatchObject([{ table: 'incidents', outcome: 'not-printed', reasons: ['few', 'few-incidents', 'waits-for-years'] }])
    expect(JSON.stringify(tables)).not.toMatch(/2019/)
  })
  test('that wait leave the block before them alone', async () => {
    const exploitation = rows({ id: 'exploitation', unit: 'incident', by: ['exploitation'], base: 'all' }, 'block')
    const input = registerOf([[2017, 10], [2018, 23], [2019, 30], [2020, 3]].map(([year, times]) => ({ year: year!, times: times! })))
    const { tables } = await protect(requestFor(input, { plan: planOf(...incidents, exploitation), years: [2017, 2020], collection: { from: '2017-01-01', to: '2021-03-01' } }))
    expect(printed(tables, 'incidents')).toMatchObject({ periods: ['2017', '2018', '2019'], base: '10 23 30' })
    expect(printed(tables, 'exploitation').base).toBe('63')
  })
  test('merge before a row hides, so that a table has no holes by year', async () => {
    const plan = planOf(...incidents, rows({ id: 'exploitation', unit: 'incident', by: ['exploitation'], base: 'all' }))
    const forms = (year: number, begging: number): readonly Alike[] => [{ year, times: 20 }, { year, times: begging, exploitation: 'begging' }]
    const found = await protectedTable(registerOf([...forms(2017, 3), ...forms(2018, 3), ...forms(2019, 9)]), 'exploitation', { plan })
    expect(found).toMatchObject({ periods: ['2017-2018', '2019'], base: '46 29', rows: { sexual: '40 20' } })
    expect(Object.values(found.rows).join(' ')).not.toContain('3')
  })
  test('a figure and what stands beside it share their periods', async () => {
    const police = defaultPlan(defaultPolicies.public).tables.filter(({ id }) => id === 'police')
    const { tables } = await protect(requestFor(registerOf([
      { year: 2017, times: 2 }, { year: 2017, times: 8, policeContacted: 'unknown' }, { year: 2018, times: 20 }, { year: 2018, times: 9, policeContacted: 'no' },
      { year: 2019, times: 20 }, { year: 2019, times: 9, policeContacted: 'no' },
    ]), { plan: planOf(...incidents, ...police) }))
    expect(printed(tables, 'policeContacted')).toMatchObject({ periods: ['2017-2018', '2019'], base: '22 20' })
    // Eight "unknown" stay apart from "yes", and are not hidden for being few.
    expect(printed(tables, 'policeContacted.unknown')).toMatchObject({ periods: ['2017-2018', '2019'], base: '8 0' })
  })
})

describe('parts of a year', () => {
  const plan = planOf(...defaultPlan(defaultPolicies.public).tables.filter(({ id }) => id === 'incidents' || id === 'months'))
  const parts = (groups: readonly Alike[]): Promise<Printed> => protectedTable(registerOf(groups), 'months', { plan, years: [2019, 2019] })
  const monthly = (times: (month: number) => number): readonly Alike[] => Array.from({ length: 12 }, (_, index) => ({ month: index + 1, times: times(index + 1) }))

  test.each<[string, (month: number) => number, string]>([
    ['months', () => 5, '5 5 5 5 5 5 5 5 5 5 5 5'],
    ['quarters, for one month has four', (month) => (month === 7 ? 4 : 5), '15 15 14 15'],
    ['half-years, for one quarter has three', (month) => (month > 6 && month < 10 ? 1 : 5), '30 18'],
    ['the year, for one half has four', (month) => (month > 6 ? Math.floor(month / 9) : 5), '34'],
  ])('%s', async (_, times, base) => {
    expect((await parts(monthly(times))).base).toBe(base)
  })
})
