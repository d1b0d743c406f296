// The count in memory agrees with an independent one on random networks, cell by cell.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countInMemory, mergePeriods, notesInMemory, partsOfYear, reportTables, type TableSpec, wholePeriod, yearPeriods } from '../src/index.ts'
import { expectIndependent } from './support/compare.ts'
import { linkedNetwork, randomNetwork } from './support/random-network.ts'
import { randomSpec } from './support/random-spec.ts'
import { specialTables } from './support/special-tables.ts'

const collection = { from: '2017-03-15', to: '2020-06-10' }
const years = yearPeriods(2017, 2020, collection)
const periods = [...years, mergePeriods(years.slice(0, 2), collection), wholePeriod(2017, 2020, collection), ...partsOfYear(2018, 3, collection)]

test.each(['occurred', 'reported'] as const)('agrees with the independent count by date %s', (basis) => {
  fc.assert(
    fc.property(randomNetwork, (input) => {
      for (const table of countInMemory(input, [...reportTables, ...specialTables], periods, { collection, basis })) expectIndependent(input, table, collection)
    }),
    { seed: 20191231, numRuns: 60 },
  )
})

test.each(['occurred', 'reported'] as const)('agrees with the independent count of linked incidents by date %s', (basis) => {
  fc.assert(
    fc.property(linkedNetwork, (input) => {
      for (const table of countInMemory(input, [...reportTables, ...specialTables], periods, { collection, basis })) expectIndependent(input, table, collection)
    }),
    { seed: 20201231, numRuns: process.env['LYKTA_PROVE'] ? 2_000 : 25 },
  )
})

test('every incident is counted, before the collection, outside the periods, or withdrawn', () => {
  fc.assert(
    fc.property(linkedNetwork, (input) => {
      const all = wholePeriod(2000, 2030, collection)
      const options = { collection, basis: 'occurred' } as const
      const [incidents] = countInMemory(input, [{ id: 'incidents', unit: 'incident', by: [], base: 'all' }], [all], options)
      const notes = notesInMemory(input, options)
      expect(incidents!.base[0]!.count + notes.beforeCollection + notes.withdrawn + notes.joined).toBe(input.incidents.length)
    }),
    { seed: 7, numRuns: 100 },
  )
})

test('a specification outside the closed set is a defect', () => {
  const wrong: TableSpec[] = [
    { id: 'a', unit: 'incident', by: ['sex'], base: 'all' },
    { id: 'b', unit: 'person', by: ['sex'], where: { 'support-contact': ['yes'] }, base: 'all' },
    { id: 'c', unit: 'incident', by: ['exploitation', 'indicator'], base: 'all' },
    { id: 'd', unit: 'perpetrator', by: [], where: { role: ['buyer', 'other'] }, base: 'all' },
    { id: 'e', unit: 'perpetrator', by: ['role'], groups: [{ code: 'seller', members: ['procurer', 'other'] }], base: 'all' },
    { id: 'f', unit: 'person', by: ['support-contact', 'accepted-support'], base: 'all' },
    { id: 'g', unit: 'person', by: ['nationality'], base: 'all' },
    { id: 'h', unit: 'person', by: ['accepted-support'], where: { 'support-contact': ['yes'] }, groups: [{ code: 'known', members: ['yes', 'no'] }], base: 'all' },
    { id: 'i', unit: 'person', by: ['accepted-support'], where: { 'support-contact': ['yes', 'no'] }, base: 'all' },
  ]
  for (const spec of wrong) {
    expect(() => countInMemory({ organisations: [], incidents: [], position: 0 }, [spec], periods, { collection, basis: 'occurred' })).toThrow(`table ${spec.id}`)
  }
})

test('agrees with the independent count on any specification of the closed set', () => {
  fc.assert(
    fc.property(randomNetwork, randomSpec, (input, spec) => {
      const [table] = countInMemory(input, [spec], periods, { collection, basis: 'occurred' })
      expectIndependent(input, table!, collection)
    }),
    { seed: 63, numRuns: process.env['LYKTA_PROVE'] ? 20_000 : 500 },
  )
})
