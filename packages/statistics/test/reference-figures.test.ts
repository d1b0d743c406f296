// The sample network must give exactly the figures that the first network published for 2017–2019.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type CountTable, countInMemory, figuresOf, figureTables, notesInMemory, reportTables, wholePeriod, yearPeriods } from '../src/index.ts'
import { sampleNetwork } from './support/sample-network.ts'

const collection = { from: '2017-11-01', to: '2020-03-01' }
const periods = [...yearPeriods(2017, 2019, collection), wholePeriod(2017, 2019, collection)]
const input = sampleNetwork()
const tables = new Map(countInMemory(input, reportTables, periods, { collection, basis: 'occurred' }).map((table) => [table.spec.id, table]))

const counts = (id: string): readonly number[] => tables.get(id)!.base.map((cell) => cell.count)
const row = (id: string, ...codes: string[]): readonly number[] | undefined =>
  tables.get(id)!.rows.find((candidate) => candidate.codes.join() === codes.join())?.cells.map((cell) => cell.count)

describe('the published figures', () => {
  test('exposure in months', () => {
    expect(periods.map((period) => period.months)).toEqual([2, 12, 12, 26])
  })

  test.each([
    ['incidents', [10, 23, 30, 63]],
    ['persons', [14, 31, 41, 86]],
    ['persons.incidentsUnknown', [1, 2, 3, 6]],
    ['personsInContact', [2, 13, 25, 40]],
    ['incidentsAccepting', [1, 6, 5, 12]],
    ['participants', [7, 7, 9, 9]],
  ])('%s', (id, expected) => {
    expect(counts(id)).toEqual(expected)
  })

  test('persons are a lower bound in every year, incidents never', () => {
    expect(tables.get('persons')!.base.every((cell) => cell.atLeast)).toBe(true)
    expect(tables.get('incidents')!.base.some((cell) => cell.atLeast)).toBe(false)
  })

  test('14 persons accepted support', () => {
    expect(counts('personsAccepting').at(-1)).toBe(14)
  })

  test('2019', () => {
    expect([row('exploitation', 'sexual')![2], row('exploitation', 'begging')![2], row('exploitation', 'labour')![2]]).toEqual([28, 1, 1])
    expect([row('sexAge', 'woman', 'adult')![2], row('sexAge', 'woman', 'minor')![2], row('sexAge', 'man', 'adult')![2]]).toEqual([38, 2, 1])
    expect(counts('perpetrators')[2]).toBe(42)
    expect(tables.get('perpetrators')!.base[2]!.atLeast).toBe(true)
    expect(counts('policeContacted')[2]).toBe(21)
  })

  test('nationalities over all years', () => {
    const table: CountTable = tables.get('nationalityIncidents')!
    expect(table.base.at(-1)!.count).toBe(41)
    expect(['RO', 'TH', 'RU', 'UA', 'SE'].map((code) => row('nationalityIncidents', code)!.at(-1))).toEqual([22, 16, 7, 7, 4])
    expect(table.rows).toHaveLength(11)
    expect(table.rows.filter((other) => other.cells.at(-1)!.count === 1)).toHaveLength(6)
  })

  test('the eight indicators that the report names, in its order', () => {
    const ranked = [...tables.get('indicators')!.rows].sort((a, b) => b.cells[2]!.count - a.cells[2]!.count).map(({ codes: [code], cells }) => [code, cells[2]!.count])
    expect(ranked.filter(([code]) => String(code).startsWith('sexual.')).slice(0, 5)).toEqual([
      ['sexual.many-phones', 21], ['sexual.moves-often', 19], ['sexual.unusual-hours', 18], ['sexual.spoken-for', 13], ['sexual.prostitution-setting', 9],
    ])
    expect(ranked.filter(([code]) => String(code).startsWith('general.')).slice(0, 3)).toEqual([
      ['general.disoriented', 12], ['general.unnaturally-cheerful', 9], ['general.fear-or-stress', 8],
    ])
  })
})

describe('every figure, recounted from the three files by a program of its own in another language', () => {
  const figures = figuresOf(countInMemory(input, figureTables, periods, { collection, basis: 'occurred' }), periods, notesInMemory(input, { collection, basis: 'occurred' }))
  const file = readFileSync(new URL('reference/sample-figures.json', import.meta.url), 'utf8')
  const expected = JSON.parse(file) as {
    readonly measures: Readonly<Record<string, unknown>>
    readonly breakdowns: Readonly<Record<string, { readonly base: readonly number[]; readonly baseAtLeast: readonly boolean[]; readonly rows: Readonly<Record<string, readonly number[]>> }>>
  }

  test('measures', () => {
    expect(Object.fromEntries(figures.measures.map(({ id, values }) => [id, values]))).toEqual(expected.measures)
  })

  test.each(figures.breakdowns)('$id', ({ id, base, rows }) => {
    expect({
      base: base.map(({ count }) => count),
      baseAtLeast: base.map(({ atLeast }) => atLeast),
      rows: Object.fromEntries(rows.map(({ code, values }) => [code, values.map(({ count }) => count)])),
    }).toEqual(expected.breakdowns[id])
  })

  test('nothing is left out', () => {
    expect(figures.breakdowns.map(({ id }) => id).sort()).toEqual(Object.keys(expected.breakdowns).sort())
    expect(figures.notes).toEqual({ collected: 63, beforeCollection: 0, withdrawn: 0, spanning: 0, outside: 0, joined: 0, probable: 0 })
  })
})
