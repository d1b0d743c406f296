// `lykta count` on the reference data: the contract with scripts, every figure, the text for people, and wrong usage.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedIndicators } from '@lykta/incident'
import { type NetworkFigures, renderFigures } from '@lykta/server'
import { UsageError } from '../../apps/cli/src/command.ts'
import { count } from '../../apps/cli/src/commands/count.ts'
import { parseLine } from '../../apps/cli/src/parse-line.ts'
import { type Home, makeHome, root } from '../journey/lykta.ts'
import { contract, type CountedFigures } from './contract.ts'

type Value = CountedFigures['measures'][number]['values'][number]
/** Recounted from the three CSV files by a program of its own, in another language, that shares nothing with this one. */
type Expected = {
  readonly measures: Readonly<Record<string, readonly Value[]>>
  readonly breakdowns: Readonly<Record<string, {
    readonly base: readonly number[]
    readonly baseAtLeast: readonly boolean[]
    readonly rows: Readonly<Record<string, readonly number[]>>
  }>>
}
const expected = JSON.parse(readFileSync(join(root, 'packages/statistics/test/reference/sample-figures.json'), 'utf8')) as Expected

let home: Home
let figures: CountedFigures & { readonly comparisons: unknown; readonly notes: unknown; readonly months: NetworkFigures['months'] }
beforeAll(async () => {
  home = await makeHome({ begins: 'cluster' })
  await home.keepRunning()
  for (const line of [['init', '--name', 'Provstad', '--since', '2017-11-01'], ['import', join(root, 'samples/exempelstad')]]) {
    const { status, err } = await home.lykta(...line)
    expect(status, err).toBe(0)
  }
  const { status, out, err } = await home.lykta('count', '--from', '2017', '--to', '2019', '--json')
  expect([status, err]).toEqual([0, ''])
  figures = JSON.parse(out) as typeof figures
})
afterAll(() => home.remove())

describe('as JSON', () => {
  test('keeps the contract', () => {
    expect(contract.safeParse(figures).error?.issues ?? []).toEqual([])
    expect(figures.network.name).toBe('Provstad')
    expect(figures.periods).toEqual([
      { id: '2017', from: '2017-01-01', to: '2017-12-31', months: 2 },
      { id: '2018', from: '2018-01-01', to: '2018-12-31', months: 12 },
      { id: '2019', from: '2019-01-01', to: '2019-12-31', months: 12 },
      { id: 'all', from: '2017-01-01', to: '2019-12-31', months: 26 },
    ])
  })

  test('the contract can be broken', () => {
    const broken = (change: (copy: CountedFigures) => void): boolean => {
      const copy = structuredClone(figures)
      change(copy)
      return !contract.safeParse(copy).success
    }
    expect(broken(() => {})).toBe(false)
    expect(broken((copy) => copy.measures.shift())).toBe(true)
    expect(broken((copy) => { copy.measures[1]!.values[0]!.count = 13.5 })).toBe(true)
    expect(broken((copy) => { copy.periods[0]!.id = '2016' })).toBe(true)
    expect(broken((copy) => { delete copy.measures[1]!.values[2]!.occurrences })).toBe(true)
  })

  test('every measure', () => {
    expect(Object.fromEntries(figures.measures.map(({ id, values }) => [id, values]))).toEqual(expected.measures)
  })

  test('every breakdown', () => {
    const found = figures.breakdowns.map(({ id, base, rows }) => [id, {
      base: base.map(({ count }) => count),
      baseAtLeast: base.map(({ atLeast }) => atLeast),
      rows: Object.fromEntries(rows.map(({ code, values }) => [code, values.map(({ count }) => count)])),
    }])
    expect(Object.fromEntries(found)).toEqual(expected.breakdowns)
    expect(figures.breakdowns.flatMap(({ rows }) => rows.flatMap(({ values }) => values)).some(({ atLeast }) => atLeast)).toBe(false)
  })

  test('what was published for 2017 to 2019', () => {
    const of = (id: string, key: 'count' | 'incidentsUnknown' = 'count'): unknown => figures.measures.find((measure) => measure.id === id)!.values.map((one) => one[key])
    const row = (id: string, code: string): unknown => figures.breakdowns.find((one) => one.id === id)!.rows.find((one) => one.code === code)?.values.map(({ count }) => count)
    expect(of('incidents')).toEqual([10, 23, 30, 63])
    expect(of('persons')).toEqual([14, 31, 41, 86])
    expect(of('persons', 'incidentsUnknown')).toEqual([1, 2, 3, 6])
    expect(of('personsInContact')).toEqual([2, 13, 25, 40])
    expect(of('incidentsAccepting')).toEqual([1, 6, 5, 12])
    expect(of('personsAccepting')).toEqual([1, 7, 6, 14])
    expect(of('participants')).toEqual([7, 7, 9, 9])
    expect(figures.measures.find(({ id }) => id === 'perpetrators')!.values[2]).toMatchObject({ count: 42, atLeast: true })
    expect(figures.measures.find(({ id }) => id === 'policeContacted')!.values[2]).toMatchObject({ count: 21, atLeast: false })
    expect(['sexual', 'begging', 'labour'].map((code) => (row('exploitation', code) as number[])[2])).toEqual([28, 1, 1])
    expect(['woman/adult', 'woman/minor', 'man/adult'].map((code) => (row('sexAge', code) as number[])[2])).toEqual([38, 2, 1])
    const nationalities = figures.breakdowns.find(({ id }) => id === 'nationalityIncidents')!
    expect(nationalities.base[3]!.count).toBe(41)
    expect(nationalities.rows.map(({ values }) => values[3]!.count).sort((a, b) => b - a)).toEqual([22, 16, 7, 7, 4, 1, 1, 1, 1, 1, 1])
    expect(['RO', 'TH', 'RU', 'UA', 'SE'].map((code) => (row('nationalityIncidents', code) as number[])[3])).toEqual([22, 16, 7, 7, 4])
  })

  test('month by month', () => {
    expect(figures.months.map(({ year, values, inNoMonth }) => [year, values.map(({ count }) => count), inNoMonth])).toEqual([
      ['2017', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 6], 0],
      ['2018', [3, 3, 2, 1, 1, 3, 2, 1, 1, 3, 3, 0], 0],
      ['2019', [3, 1, 6, 2, 0, 3, 4, 4, 3, 1, 0, 3], 0],
    ])
    expect(figures.months[0]!.values.map(({ months }) => months)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
  })

  test('no direction is said, and why', () => {
    expect(figures.comparisons).toMatchObject([
      { ratio: { estimate: 23 / 12 / (10 / 2) }, direction: 'none', noDirection: ['short-exposure', 'start-of-collection'] },
      { ratio: { estimate: 30 / 23 }, direction: 'none', noDirection: ['may-be-chance'] },
    ])
    expect(figures.notes).toEqual({ collected: 63, beforeCollection: 0, withdrawn: 0, joined: 0, probable: 0, spanning: 0, outside: 0 })
  })
})

describe('as text', () => {
  const lineOf = (out: string, head: string): string | undefined => out.split('\n').find((line) => line.startsWith(head))?.slice(head.length).trim().replace(/\s+/g, ' ')

  test('in English', async () => {
    const { out } = await home.lykta('count', '--from', '2017', '--to', '2019')
    expect(out).toContain('must not be passed on')
    expect(out).toContain('Counted by date of occurrence, as the register stood')
    expect(lineOf(out, 'Months of collection')).toBe('2 12 12 26')
    expect(lineOf(out, '  Incidents a month')).toBe('5.00 1.92 2.50 2.42')
    expect(lineOf(out, 'Possibly exploited persons')).toBe('≥14 ≥31 ≥41 ≥86')
    expect(lineOf(out, '  number unknown (incidents)')).toBe('1 2 3 6')
    // Nobody was asked, which is not none.
    expect(lineOf(out, 'Incidents in which someone was offered')).toBe('? ? ? ?')
    expect(lineOf(out, 'Nationalities *, base (incidents)')).toBe('8 11 22 41')
    expect(lineOf(out, '  Romania')).toBe('4 6 12 22')
    // 1 of 2 and 7 of 13 are no percentages; unknown answers leave a range.
    expect(lineOf(out, '  Share who accepted')).toBe('– – 24–60 % 35–73 %')
    expect(lineOf(out, '  2017 ')).toBe('– – – – – – – – – – 4 6 0')
    expect(out).toContain('2018 against 2017: 0.38 (0.18–0.90), no direction is given: one of the periods is shorter than six months')
    expect(out).toContain('2019 against 2018: 1.30 (0.73–2.35), no direction is given: the difference may be chance.')
    const columns = out.split('\n').filter((line) => /^(Incidents|  Romania|Police reports) {2,}/.test(line)).map((line) => line.length)
    expect(new Set(columns).size).toBe(1)
  })

  test('in Swedish, from what the JSON holds, and nothing collected is no zero', () => {
    const before: CountedFigures = structuredClone(figures)
    before.periods[0]!.months = 0
    for (const { values } of before.measures) values[0]!.count = 0
    for (const { base, rows } of before.breakdowns) for (const values of [base, ...rows.map((row) => row.values)]) values[0]!.count = 0
    const out = renderFigures({ ...(before as unknown as NetworkFigures), rates: [null, null, null, null] }, 'sv', shippedIndicators)
    expect(lineOf(out, 'Incidenter')).toBe('– 23 30 63')
    expect(lineOf(out, '  Incidenter per månad')).toBe('– – – –')
    expect(lineOf(out, 'Organisationer i nätverket')).toBe('– 7 9 9')
    expect(lineOf(out, '  Vuxna kvinnor')).toBe('– 31 38 83')
    expect(out).toContain('2018 mot 2017: 0,38 (0,18–0,90), ingen riktning anges:')
  })
})

test('wrong usage is 2, with a sentence, also where there is no network', async () => {
  const empty = await makeHome()
  try {
    const { status, out, err } = await empty.lykta('count', '--from', '2020', '--to', '2017')
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain('The first year should not come after the last.')
    expect(err).toContain('Usage: lykta count')
  } finally {
    await empty.remove()
  }
})

test.each([
  [['--from', 'abc'], '--from should be a year of four digits'],
  [['--to', '20l9'], '--to should be a year of four digits'],
  [['--from', '-2017'], '--from'],
  [['--from', '9999'], '--from should be a year'],
  [['--from', '2019', '--to', '2017'], 'The first year should not come after the last.'],
  [['--from'], '--from'],
  [['--basis', 'guess'], '--basis'],
  [['2019'], 'One argument too many: 2019'],
])('%j is wrong usage', async (line, sentence) => {
  const run = async (): Promise<number> => {
    const given = parseLine(count, line, 'en')
    return count.run({ given, language: 'en', environment: { variables: { LYKTA_DATA: '/nowhere' }, interactive: false }, print: () => {}, say: () => {} })
  }
  const refused = await run().catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(UsageError)
  expect((refused as UsageError).message).toContain(sentence)
})
