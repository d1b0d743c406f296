// The row that is counted, from the answers it comes from.
import { type Incident, indicatorMark } from '@lykta/incident'
import { projectIncident } from '@lykta/register'
import { describe, expect, test } from 'vitest'
import { answersOf, person } from './support/network.ts'

const reporter = '00000000-0000-4000-8000-000000000001'
const project = (changes: Partial<Incident>): ReturnType<typeof projectIncident> => projectIncident(answersOf(reporter, changes))
const one = { count: 1, atLeast: false }

describe('an incident\'s row', () => {
  test('holds the dates, their months and the codes', () => {
    const facts = project({
      occurred: { from: '2017-12-01', to: '2018-01-31', about: true },
      reportedOn: '2018-02-01',
      indicators: ['general.fear-or-stress', 'labour.x-own', 'sexual.many-phones'],
    })
    expect(facts).toEqual({
      occurred_from: '2017-12-01', occurred_to: '2018-01-31', reported_on: '2018-02-01',
      month_from: 2017 * 12 + 11, month_to: 2018 * 12, month_reported: 2018 * 12 + 1,
      organisation_id: reporter, external: false, place_type: 'hotel', area: 'Norr', exploitation: 'sexual',
      indicators: `${indicatorMark('general.fear-or-stress')}{labour.x-own}${indicatorMark('sexual.many-phones')}`,
      police_contacted: 'yes', police_reports: 1, police_reports_at_least: false, buyers: 2, buyers_at_least: true,
      procurers: null, procurers_at_least: false, other_perpetrators: 0, other_perpetrators_at_least: false,
      persons_known: true, nationalities: 'RO', support_contact: 'yes', support_offered: 'not-asked', accepted_support: 'no',
      persons: 'way-n1RO',
    })
  })

  test('repeats the area as it is written, and tells none from an empty one', () => {
    for (const area of [null, '', ' Västra "hamnen" \\ 50 % ']) expect(project({ area }).area).toBe(area)
  })

  test('tells a question that was not asked from one without an answer', () => {
    expect(project({ indicators: null }).indicators).toBeNull()
    expect(project({ indicators: [] }).indicators).toBe('')
    expect(project({ persons: [] })).toMatchObject({ persons_known: false, persons: '', support_contact: 'not-asked' })
  })

  test('unites what its persons have, each code once, and keeps them apart in their line', () => {
    const facts = project({
      persons: [
        { ...person, nationalities: ['TH'], supportContact: 'no', acceptedSupport: null },
        { ...person, count: { count: 4, atLeast: true }, nationalities: ['RO', 'TH'], ageGroup: 'minor', supportContact: 'unknown', acceptedSupport: 'no' },
        { ...person, personRef: 'k1', count: one, nationalities: [] },
      ],
    })
    expect(facts).toMatchObject({
      nationalities: 'RO|TH', support_contact: 'yes', accepted_support: 'no', persons: 'wan--1TH|wmu-n4+RO,TH|way-n1=k1',
    })
  })

  test('leaves out groups of nobody, but knows that the question was answered', () => {
    const nobody = { ...person, count: { count: 0, atLeast: false }, sex: 'man' as const, nationalities: ['SE'] }
    expect(project({ persons: [nobody] })).toMatchObject({ persons_known: true, persons: '', nationalities: '', support_contact: 'not-asked' })
    // "At least 0" may be somebody.
    const perhaps = { ...nobody, count: { count: 0, atLeast: true } }
    expect(project({ persons: [perhaps] })).toMatchObject({ persons: 'may-n0+SE', nationalities: 'SE' })
  })
})
