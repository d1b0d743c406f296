// Counting by hand: one small register an example, with the sentences of docs/statistics.md that it shows.
import type { Incident, PersonGroup, StoredIncident } from '@lykta/incident'
import { expect, test } from 'vitest'
import { acceptance, type CountCell, countInMemory, type CountTable, partsOfYear, type Period, type TableSpec, wholePeriod, yearPeriods } from '../src/index.ts'

const collection = { from: '2017-11-01', to: '2020-06-30' }
const periods = [...yearPeriods(2018, 2019, collection), wholePeriod(2018, 2019, collection)]

const woman: PersonGroup = {
  personRef: null, count: { count: 1, atLeast: false }, sex: 'woman', ageGroup: 'adult', nationalities: [], supportContact: 'no', supportOrganisation: null,
  contactDate: null, supportOffered: null, acceptedSupport: null,
}

const plain: Incident = {
  occurred: { from: '2019-04-03', to: '2019-04-03', about: false }, reportedOn: '2019-04-05', reportedBy: 'soc', external: false, placeType: 'hotel', area: null,
  exploitation: 'sexual', indicators: [], policeContacted: 'yes', policeReports: { count: 0, atLeast: false }, buyers: { count: 0, atLeast: false },
  procurers: { count: 0, atLeast: false }, otherPerpetrators: { count: 0, atLeast: false }, persons: [woman],
}

const on = (day: string): Pick<Incident, 'occurred'> => ({ occurred: { from: day, to: day, about: false } })

function count(spec: Omit<TableSpec, 'id'>, incidents: readonly Partial<Incident>[], inPeriods: readonly Period[] = periods): CountTable {
  const stored = incidents.map((changes, index): StoredIncident => ({
    id: `incident-${index}`, ref: `R${index}`, externalRef: null, revision: 1, withdrawn: false, answers: { ...plain, ...changes },
  }))
  const organisations = [
    { id: 'soc', code: 'soc', name: 'Socialtjänsten', sector: 'social-services', joined: '2017-06-01', left: null },
    { id: 'guest', code: 'guest', name: 'Gäst', sector: 'other', joined: '2017-07-01', left: '2018-01-01' },
    { id: 'never', code: 'never', name: 'Utomstående', sector: 'business', joined: null, left: null },
  ] as const
  return countInMemory({ organisations, incidents: stored, position: 1 }, [{ id: 'example', ...spec }], inPeriods, { collection, basis: 'occurred' })[0]!
}

const shown = (cells: readonly CountCell[]): readonly string[] => cells.map(({ count, atLeast }) => `${atLeast ? '≥' : ''}${count}`)
const rows = (table: CountTable): Readonly<Record<string, readonly string[]>> => Object.fromEntries(table.rows.map(({ codes, cells }) => [codes.join('/'), shown(cells)]))

const persons: Omit<TableSpec, 'id'> = { unit: 'person', by: [], base: 'all' }
const occurrences: Omit<TableSpec, 'id'> = { unit: 'person-occurrence', by: [], base: 'all' }

test('a person seen in both years counts once in each and once in all: years need not add up', () => {
  const seen = { persons: [{ ...woman, personRef: 'a' }] }
  const incidents = [{ ...seen, ...on('2018-05-01') }, { ...seen, ...on('2019-05-01') }, { ...seen, ...on('2019-06-01') }]
  expect(shown(count(persons, incidents).base)).toEqual(['1', '1', '1'])
  expect(shown(count(occurrences, incidents).base)).toEqual(['1', '2', '3'])
  // Behind the one person of 2019 stand two incidents.
  expect(count(persons, incidents).base[1]).toEqual({ count: 1, atLeast: false, incidents: 2, organisations: 1, largest: 2 })
})

test('of one person: the common known value, conflicting where there is none, yes before unknown before no, nationalities united', () => {
  const entry = (changes: Partial<PersonGroup>): Partial<Incident> => ({ persons: [{ ...woman, personRef: 'a', ...changes }] })
  const incidents = [
    entry({ sex: 'woman', ageGroup: 'unknown', nationalities: ['RO'], supportContact: 'no', acceptedSupport: null }),
    entry({ sex: 'man', ageGroup: 'minor', nationalities: ['TH'], supportContact: 'unknown', acceptedSupport: 'no' }),
    entry({ sex: 'unknown', ageGroup: 'unknown', nationalities: ['RO'], supportContact: 'yes', acceptedSupport: 'no' }),
  ]
  expect(rows(count({ unit: 'person', by: ['sex', 'age-group'], base: 'all' }, incidents))).toEqual({ 'conflicting/minor': ['0', '1', '1'] })
  expect(rows(count({ unit: 'person', by: ['nationality'], base: 'answered' }, incidents))).toEqual({ RO: ['0', '1', '1'], TH: ['0', '1', '1'] })
  expect(rows(count({ unit: 'person', by: ['support-contact'], base: 'all' }, incidents))).toEqual({ yes: ['0', '1', '1'] })
  expect(rows(count(acceptance, incidents))).toEqual({ no: ['0', '1', '1'] })
})

test('a lower bound stays one through every sum; an incident without a person entry makes one; "0 persons" is nobody', () => {
  const group = (number: number, atLeast: boolean): PersonGroup => ({ ...woman, count: { count: number, atLeast } })
  expect(shown(count(persons, [{ persons: [group(4, true), group(2, false)] }, {}]).base)).toEqual(['0', '≥7', '≥7'])
  expect(shown(count(persons, [{ persons: [] }, {}]).base)).toEqual(['0', '≥1', '≥1'])
  const nobody = count(persons, [{ persons: [group(0, false)] }, {}])
  expect(nobody.base[1]).toEqual({ count: 1, atLeast: false, incidents: 1, organisations: 1, largest: 1 })
  expect(shown(count({ unit: 'incident', by: [], where: { 'persons-known': ['unknown'] }, base: 'all' }, [{ persons: [] }, {}]).base)).toEqual(['0', '1', '1'])
})

test('a blank number is unknown and makes the sum a lower bound; 0 is none', () => {
  const number = (count: number): Incident['buyers'] => ({ count, atLeast: false })
  const buyers: Omit<TableSpec, 'id'> = { unit: 'perpetrator', by: [], where: { role: ['buyer'] }, base: 'all' }
  expect(shown(count(buyers, [{ buyers: number(2) }, { buyers: number(0) }]).base)).toEqual(['0', '2', '2'])
  expect(shown(count(buyers, [{ buyers: number(2) }, { buyers: null }]).base)).toEqual(['0', '≥2', '≥2'])
  // An unknown procurer is no unknown buyer, but the sum of all roles is open.
  expect(shown(count(buyers, [{ buyers: number(2), procurers: null }]).base)).toEqual(['0', '2', '2'])
  expect(shown(count({ unit: 'perpetrator', by: [], base: 'all' }, [{ buyers: number(2), procurers: null }]).base)).toEqual(['0', '≥2', '≥2'])
})

test('four persons who are Romanian and Thai: at least one of each, and two of whom nothing is known', () => {
  const four: PersonGroup = { ...woman, count: { count: 4, atLeast: false }, nationalities: ['RO', 'TH'] }
  const table = count({ unit: 'person', by: ['nationality'], base: 'answered' }, [{ persons: [four, { ...woman, nationalities: ['RO'] }, woman] }])
  expect(shown(table.base)).toEqual(['0', '5', '5'])
  expect(rows(table)).toEqual({ RO: ['0', '≥2', '≥2'], TH: ['0', '≥1', '≥1'], 'distribution-not-known': ['0', '2', '2'] })
  // A lower bound stays one through the rest too, also where nothing is left of what is known.
  const atLeastTwo = { ...four, count: { count: 2, atLeast: true } }
  expect(rows(count({ unit: 'person', by: ['nationality'], base: 'answered' }, [{ persons: [four, atLeastTwo] }]))).toEqual({
    RO: ['0', '≥2', '≥2'], TH: ['0', '≥2', '≥2'], 'distribution-not-known': ['0', '≥2', '≥2'],
  })
  const incidents = count({ unit: 'incident', by: ['nationality'], base: 'answered' }, [{ persons: [four] }, { persons: [woman] }])
  expect([shown(incidents.base), rows(incidents)]).toEqual([['0', '1', '1'], { RO: ['0', '1', '1'], TH: ['0', '1', '1'] }])
})

test('merged categories count each unit once, so the row is counted anew', () => {
  const both = { persons: [{ ...woman, nationalities: ['RO', 'BG'] }] }
  const spec = { unit: 'incident', by: ['nationality'], base: 'answered' } as const
  expect(rows(count(spec, [both]))).toEqual({ RO: ['0', '1', '1'], BG: ['0', '1', '1'] })
  expect(rows(count({ ...spec, groups: [{ code: 'eu', members: ['RO', 'BG'] }] }, [both]))).toEqual({ eu: ['0', '1', '1'] })
})

test('indicators have the incidents with at least one ticked as their base; a form that did not ask is outside', () => {
  const spec = { unit: 'incident', by: ['indicator'], base: 'answered' } as const
  const table = count(spec, [{ indicators: ['sexual.a', 'sexual.b'] }, { indicators: ['sexual.a'] }, { indicators: [] }, { indicators: null }])
  expect([shown(table.base), rows(table), table.severalAnswers]).toEqual([['0', '2', '2'], { 'sexual.a': ['0', '2', '2'], 'sexual.b': ['0', '1', '1'] }, true])
  expect(rows(count({ ...spec, by: ['indicator-category'] }, [{ indicators: ['sexual.a', 'sexual.b', 'own.c'] }]))).toEqual({ own: ['0', '1', '1'], sexual: ['0', '1', '1'] })
})

test('a date counts where both its ends lie: the year but no month, all but no year, or nowhere', () => {
  const spec = { unit: 'incident', by: [], base: 'all' } as const
  const known = (from: string, to: string): Partial<Incident> => ({ occurred: { from, to, about: true } })
  const incidents = [
    known('2019-01-01', '2019-12-31'), known('2018-12-31', '2019-01-01'), known('2019-04-01', '2019-04-30'), known('2017-12-31', '2018-01-01'),
    known('2017-10-01', '2017-10-31'),
  ]
  expect(shown(count(spec, incidents).base)).toEqual(['0', '2', '3'])
  expect(shown(count(spec, incidents, [...partsOfYear(2019, 1, collection)]).base)).toEqual(['0', '0', '0', '1', '0', '0', '0', '0', '0', '0', '0', '0'])
})

test('collection begins with its first day: what ends on it counts, what ended the day before does not', () => {
  const year = yearPeriods(2017, 2017, collection)
  const spec = { unit: 'incident', by: [], base: 'all' } as const
  expect(shown(count(spec, [on('2017-10-31')], year).base)).toEqual(['0'])
  expect(shown(count(spec, [on('2017-11-01')], year).base)).toEqual(['1'])
  expect(shown(count(spec, [{ occurred: { from: '2017-01-01', to: '2017-12-31', about: false } }], year).base)).toEqual(['1'])
})

test('participants: members on any day of the exposure, on its last day, and those that reported', () => {
  const members = (membership: string): readonly string[] =>
    shown(count({ unit: 'organisation', by: [], where: { membership: [membership] }, base: 'all' }, [{ reportedBy: 'never' }]).base)
  expect(members('member')).toEqual(['2', '1', '2'])
  expect(members('at-end')).toEqual(['1', '1', '1'])
  expect(members('reported')).toEqual(['0', '1', '1'])
})
