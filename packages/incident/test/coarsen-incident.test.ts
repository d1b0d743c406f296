// What is left of an incident's answers after each level, by hand.
import { expect, test } from 'vitest'
import { coarsenIncident, type Incident } from '../src/index.ts'

const start = '2017-11-10'
const group = {
  personRef: 'k1', count: { count: 1, atLeast: false }, sex: 'woman', ageGroup: 'minor', nationalities: ['RO'], supportContact: 'yes', supportOrganisation: 'o', contactDate: '2019-05-02',
  supportOffered: 'yes', acceptedSupport: 'no',
} as const
const incident: Incident = {
  occurred: { from: '2019-02-03', to: '2019-02-05', about: true }, reportedOn: '2019-03-05', reportedBy: 'o', external: false, placeType: 'hotel', area: 'Norr', exploitation: 'sexual',
  indicators: ['sexual.many-phones'], policeContacted: 'yes', policeReports: null, buyers: { count: 2, atLeast: true }, procurers: null, otherPerpetrators: null, persons: [group],
  channel: 'form', concernReport: { made: 'yes', on: '2019-03-06' }, own: { q1: 'yes' },
}

test('the first level takes contacts, the second days, area and own answers; what tables count stays', () => {
  const less = { ...incident, persons: [{ ...group, supportOrganisation: null, contactDate: null }], concernReport: { made: 'yes', on: null } }
  expect(coarsenIncident(incident, ['person'], start)).toEqual(less)
  const { own: _, ...rest } = less
  const least = { ...rest, occurred: { from: '2019-02-01', to: '2019-02-28', about: true }, reportedOn: '2019-03-31', area: null }
  expect(coarsenIncident(incident, ['person', 'coded'], start)).toEqual(least)
  expect(coarsenIncident(least as Incident, ['coded', 'person'], start)).toEqual(least)
  expect(coarsenIncident(incident, [], start)).toEqual(incident)
  expect('concernReport' in coarsenIncident({ ...incident, concernReport: undefined } as never, ['person'], start)).toBe(false)
})

test('what was before the day on which collection began stays before it', () => {
  const on = (from: string, to: string): readonly string[] => {
    const { occurred, reportedOn } = coarsenIncident({ ...incident, occurred: { from, to, about: false }, reportedOn: to }, ['coded'], start)
    return [occurred.from, occurred.to, reportedOn]
  }
  expect(on('2017-11-03', '2017-11-09')).toEqual(['2017-11-01', '2017-11-09', '2017-11-09'])
  expect(on('2017-11-03', '2017-11-10')).toEqual(['2017-11-01', '2017-11-30', '2017-11-30'])
  expect(on('2017-10-03', '2017-10-09')).toEqual(['2017-10-01', '2017-10-31', '2017-10-31'])
  expect(on('2018-12-30', '2019-01-02')).toEqual(['2018-12-01', '2019-01-31', '2019-01-31'])
})
