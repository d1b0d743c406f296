// The reference network: what its annual report shows, what cannot be worked out from it, also with two editions at hand.
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleNetwork } from '../../statistics/test/support/sample-network.ts'
import { defaultPolicies, protect, type Protection } from '../src/index.ts'
import { independentAttack } from './support/independent-attack.ts'
import { requestFor } from './support/request.ts'
import { type Printed, printed, textOf } from './support/small-register.ts'

const collection = { from: '2017-11-01', to: '2020-03-01' }
const policy = defaultPolicies.public
const input = sampleNetwork()
const edition = (year: number): Promise<Protection> => protect(requestFor(input, { collection, years: [2017, year] }))

let of2017: Protection
let of2018: Protection
let of2019: Protection
const table = (id: string): Printed => printed(of2019.tables, id)
beforeAll(async () => {
  of2017 = await edition(2017)
  of2018 = await edition(2018)
  of2019 = await edition(2019)
})

describe('shown', () => {
  test.each([
    ['incidents', '10 23 30'],
    ['persons', '≥14 ≥31 ≥41'],
    ['participants', '7 7 9'],
  ])('%s: %s', (id, base) => {
    expect(table(id)).toMatchObject({ periods: ['2017', '2018', '2019'], base })
  })
  test('63 incidents and at least 86 persons over all years', () => {
    expect([table('exploitation').base, table('sex').base]).toEqual(['63', '≥86'])
  })
  test('the eight indicators of 2019', () => {
    const { periods, base, rows } = table('indicators')
    expect([periods, base]).toEqual([['2017-2018', '2019'], '33 30'])
    const of = (id: string): string | undefined => rows[id]?.split(' ')[1]
    const eight = [
      'sexual.many-phones', 'sexual.moves-often', 'sexual.unusual-hours', 'sexual.spoken-for', 'general.disoriented', 'general.unnaturally-cheerful',
      'sexual.prostitution-setting', 'general.fear-or-stress',
    ]
    expect(eight.map(of)).toEqual(['21', '19', '18', '13', '12', '9', '9', '8'])
  })
  test('what the work is about, as bands', () => {
    expect([table('exploitation').rows['sexual'], table('sex').rows['woman'], table('ageGroup').rows['adult']]).toEqual(['>9/10', '>9/10', '>4/5'])
  })
  test('2017 never alone but as a total: two in contact and one accepting', () => {
    for (const id of ['personsInContact', 'incidentsInContact', 'personsAccepting', 'incidentsAccepting', 'policeContacted', 'policeReports', 'buyers', 'indicators']) {
      expect([id, table(id).periods]).toEqual([id, ['2017-2018', '2019']])
    }
    expect([table('personsInContact').base, table('personsAccepting').base]).toEqual(['15 25', '8 6'])
  })
})

describe('not shown', () => {
  test('the one that said no in 2017–2018: of 15 in contact 8 said yes, so the unknown are hidden', () => {
    expect(table('personsAccepting.unknown').base).toBe('× 9')
    expect(table('incidentsAccepting.unknown').base).toBe('× 7')
  })
  test('38 women, 2 girls, 1 man; 28, 1 and 1; small months', () => {
    const rows = of2019.tables.flatMap(({ id, rows: list, periods }) => list.map(({ codes }) => `${id} ${codes.join('/')} ${periods.map((period) => period.id).join(' ')}`))
    expect(rows.filter((row) => /^(sex|ageGroup|exploitation|nationality|placeType)/.test(row) && !row.endsWith('2017-2019'))).toEqual([])
    expect(rows.some((row) => /minor|girl|conflicting|begging|labour|man /.test(row.replace('woman', '')))).toBe(false)
    expect(table('months')).toMatchObject({ periods: ['2019-H1', '2019-H2'], base: '15 15' })
  })
  test('a hidden cell carries no number, wherever it stands', () => {
    const text = JSON.stringify(of2019.tables)
    const hidden = text.match(/\{[^{}]*"hidden"[^{}]*\}/g) ?? []
    expect(new Set(hidden)).toEqual(new Set(['{"state":"hidden"}']))
    expect(hidden.length).toBe(of2019.protocol.cells.filter(({ outcome }) => outcome === 'hidden').length)
  })
  test('the attacker may still think of every hidden cell as nobody, and as enough to be shown', () => {
    for (const { reasons, interval, others, codes, period, table: id } of of2019.protocol.cells) {
      const forbidden = reasons.some((reason) => ['few', 'few-incidents', 'few-organisations', 'one-organisation'].includes(reason))
      if (forbidden && interval) expect([id, codes, period, interval.low, interval.high >= 5]).toEqual([id, codes, period, 0, true])
      if (others) expect([id, codes, period, others.low, others.high >= 5]).toEqual([id, codes, period, 0, true])
    }
  })
})

describe('attacked by a program written apart', () => {
  const exposed = async (tables: Protection['tables'], lastYear = 2019): Promise<{ readonly exposed: readonly unknown[]; readonly asked: number }> =>
    independentAttack(input, collection, policy, tables, lastYear)

  test('the edition of 2019', async () => {
    const { exposed: found, asked } = await exposed(of2019.tables)
    expect(found).toEqual([])
    expect(asked).toBeGreaterThan(100)
  })
  test('the editions of 2017, 2018 and 2019 together', async () => {
    expect((await exposed([...of2019.tables, ...of2018.tables, ...of2017.tables])).exposed).toEqual([])
  })
  test('it can find something: one hidden figure more, and the one that said no is told', async () => {
    const tables = of2019.tables.map((one) => (one.id === 'personsAccepting.unknown' ? { ...one, base: one.base.with(0, { state: 'shown', count: 6, atLeast: false }) } : one))
    expect((await exposed(tables)).exposed).toContainEqual(expect.objectContaining({ cell: 'person accepted-support no 2017-2018', high: 1 }))
  })
})

describe('the first editions', () => {
  test('of two months are of totals alone: next year would have to be merged with them', () => {
    expect(of2017.tables.filter(({ unit }) => unit !== 'organisation').map(({ id, base }) => `${id} ${base.map(textOf).join(' ')}`)).toEqual([
      'incidents 10', 'persons ≥14', 'persons.occurrences ≥14', 'persons.incidentsUnknown 1', 'months 0 0 0 10',
    ])
  })
  test('have no table by block before it is full, so that none can grow from edition to edition', () => {
    const ids = of2018.tables.map(({ id }) => id)
    expect(ids.filter((id) => ['exploitation', 'sex', 'ageGroup', 'placeType', 'sector', 'nationalityIncidents'].includes(id))).toEqual([])
    expect(of2019.tables.filter(({ periods }) => periods.length === 1 && periods[0]!.id === '2017-2019').map(({ id }) => id)).toEqual([
      'exploitation', 'nationalityIncidents', 'sex', 'ageGroup', 'placeType', 'sector',
    ])
  })
  test('what both editions show of the same years is the same', () => {
    for (const earlier of of2018.tables) {
      const later = of2019.tables.find(({ id }) => id === earlier.id)!
      for (const [index, { id }] of earlier.periods.entries()) {
        const again = later.periods.findIndex((period) => period.id === id)
        if (again !== -1) expect([earlier.id, later.base[again]]).toEqual([earlier.id, earlier.base[index]])
      }
    }
  })
})

test('the same twice, to the byte', async () => {
  expect(JSON.stringify(await edition(2018))).toBe(JSON.stringify(of2018))
})
