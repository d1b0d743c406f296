// The sample network must give exactly the figures that the first network published for 2017–2019.
import { describe, expect, test } from 'vitest'
import { type CountTable, countInMemory, measures, reportTables, specsOf, wholePeriod, yearPeriods } from '../src/index.ts'
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

  test('every specification of every measure is counted', () => {
    expect(measures.flatMap(specsOf).every((spec) => tables.has(spec.id))).toBe(true)
  })
})
