// Answers that are made coarser after their time: every table of every year and month counts what it did before.
import fc from 'fast-check'
import { coarsenIncident, type Incident } from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'
import { expect, test } from 'vitest'
import { countInMemory, mergePeriods, notesInMemory, partsOfYear, reportTables, wholePeriod, yearPeriods } from '../src/index.ts'
import { linkedNetwork, randomNetwork } from './support/random-network.ts'
import { specialTables } from './support/special-tables.ts'

const collection = { from: '2017-03-15', to: '2020-06-10' }
const years = yearPeriods(2017, 2019, collection)
const periods = [...years, mergePeriods(years.slice(0, 2), collection), wholePeriod(2017, 2019, collection), ...partsOfYear(2018, 3, collection), ...partsOfYear(2019, 1, collection)]
const coarse = (input: CountInput, which: (index: number) => boolean): CountInput => {
  const reports = new Set((input.links ?? []).flatMap(({ incident, entry }) => (entry === null ? [incident] : [])))
  return {
    ...input, incidents: input.incidents.map((one, index) => (which(index) ? { ...one, answers: coarsenIncident(one.answers, ['person', 'coded'], collection.from, reports.has(one.id)) } : one)),
  }
}

test.each([['alone', randomNetwork, 'occurred'], ['alone', randomNetwork, 'reported'], ['linked', linkedNetwork, 'occurred'], ['linked', linkedNetwork, 'reported']] as const)('%s, by date %#', (_, network, basis) => {
  fc.assert(
    fc.property(network, fc.constantFrom(() => true, (index: number) => index % 2 === 0), (input, which) => {
      // The day that collection ends for now is years after what is coarsened.
      const past = { ...input, incidents: input.incidents.filter(({ answers: { occurred, reportedOn } }) => occurred.to < '2020-01-01' && reportedOn < '2020-01-01') }
      const count = (of: CountInput) => [countInMemory(of, [...reportTables, ...specialTables], periods, { collection, basis }), notesInMemory(of, { collection, basis })]
      expect(count(coarse(past, which))).toEqual(count(past))
    }),
    { seed: 20361231, numRuns: process.env['LYKTA_PROVE'] ? 2_000 : 20 },
  )
})

test('of a report of an event the days stay, for they say which report came first and which knows the day', () => {
  const [one, other] = ['2019-04-20', '2019-04-03'].map((day, index) => ({ reportedBy: `o${index}`, reportedOn: day, occurred: { from: day, to: day, about: false }, area: 'Hamnen', own: { q: true }, persons: [] }) as unknown as Incident) as [Incident, Incident]
  const of = (answers: Incident, keepsDays: boolean) => coarsenIncident(answers, ['person', 'coded'], '2017-11-01', keepsDays)
  expect([of(one, true).reportedOn, of(one, true).occurred, of(one, true).area, 'own' in of(one, true)]).toEqual([one.reportedOn, one.occurred, null, false])
  // With months alone they would be alike, and which is the first would be no more than a matter of their ids.
  expect(of(one, false).reportedOn).toBe(of(other, false).reportedOn)
})
