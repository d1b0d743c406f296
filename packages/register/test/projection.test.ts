// The rows that are counted, from the answers they come from.
import type { Incident } from '@lykta/incident'
import { projectIncident } from '@lykta/register'
import { describe, expect, test } from 'vitest'
import { answersOf, person } from './support/network.ts'

const reporter = '00000000-0000-4000-8000-000000000001'
const project = (changes: Partial<Incident>): ReturnType<typeof projectIncident> => projectIncident(answersOf(reporter, changes))
const one = { count: 1, atLeast: false }

describe('an incident\'s row', () => {
  test('holds the dates, their months and the codes', () => {
    const { incident } = project({
      occurred: { from: '2017-12-01', to: '2018-01-31', about: true },
      reportedOn: '2018-02-01',
      indicators: ['sexual.many-phones', 'general.fear', 'sexual.moves-often'],
    })
    expect(incident).toEqual({
      occurred_from: '2017-12-01', occurred_to: '2018-01-31', reported_on: '2018-02-01',
      month_from: 2017 * 12 + 11, month_to: 2018 * 12, month_reported: 2018 * 12 + 1,
      organisation_id: reporter, external: false, place_type: 'hotel', area: 'Norr', exploitation: 'sexual',
      indicators: ['sexual.many-phones', 'general.fear', 'sexual.moves-often'], indicator_categories: 'general|sexual',
      police_contacted: 'yes', police_reports: 1, police_reports_at_least: false, buyers: 2, buyers_at_least: true,
      procurers: null, procurers_at_least: false, other_perpetrators: 0, other_perpetrators_at_least: false,
      persons_known: true, nationalities: 'RO', support_contact: 'yes', support_offered: 'not-asked', accepted_support: 'no',
      sex_ages: 'woman/adult', contact_acceptances: 'yes/no', support_offers: 'not-asked', counted_apart: false,
    })
  })

  test('repeats the area as it is written, and tells none from an empty one', () => {
    for (const area of [null, '', ' Västra "hamnen" \\ 50 % ']) expect(project({ area }).incident.area).toBe(area)
  })

  test('tells a question that was not asked from one without an answer', () => {
    expect(project({ indicators: null }).incident).toMatchObject({ indicators: null, indicator_categories: '' })
    expect(project({ indicators: [] }).incident).toMatchObject({ indicators: [], indicator_categories: '' })
    expect(project({ persons: [] }).incident).toMatchObject({ persons_known: false, sex_ages: '', support_contact: 'not-asked', contact_acceptances: '' })
  })

  test('unites what its persons have, each code once', () => {
    const { incident } = project({
      persons: [
        { ...person, nationalities: ['TH'], supportContact: 'no', acceptedSupport: null },
        { ...person, nationalities: ['RO', 'TH'], ageGroup: 'minor', supportContact: 'unknown', acceptedSupport: 'no' },
      ],
    })
    expect(incident).toMatchObject({
      nationalities: 'RO|TH', sex_ages: 'woman/adult|woman/minor', support_contact: 'unknown', contact_acceptances: 'no/not-asked|unknown/no',
      accepted_support: 'no',
    })
  })

  test('leaves out groups of nobody, but knows that the question was answered', () => {
    const nobody = { ...person, count: { count: 0, atLeast: false }, sex: 'man' as const, nationalities: ['SE'] }
    expect(project({ persons: [nobody] }).incident).toMatchObject({ persons_known: true, sex_ages: '', nationalities: '', support_contact: 'not-asked' })
    // "At least 0" may be somebody.
    const perhaps = { ...nobody, count: { count: 0, atLeast: true } }
    expect(project({ persons: [perhaps] }).incident).toMatchObject({ sex_ages: 'man/adult', nationalities: 'SE' })
  })

  test('is counted apart when a person may span incidents or has several nationalities', () => {
    expect(project({ persons: [{ ...person, personRef: 'k1', count: one }] }).incident.counted_apart).toBe(true)
    expect(project({ persons: [{ ...person, nationalities: ['RO', 'TH'] }] }).incident.counted_apart).toBe(true)
    expect(project({ persons: [person, { ...person, nationalities: [] }] }).incident.counted_apart).toBe(false)
  })
})

test('persons\' rows repeat what is asked of their incident, in the order of the answers', () => {
  const { incident, persons } = project({ persons: [{ ...person, count: { count: 4, atLeast: true } }, { ...person, personRef: 'k1', nationalities: [] }] })
  expect(persons.map(({ entry, count, at_least, person_ref, nationalities }) => [entry, count, at_least, person_ref, nationalities]))
    .toEqual([[0, 4, true, null, ['RO']], [1, 1, false, 'k1', []]])
  for (const row of persons) {
    for (const column of ['occurred_from', 'occurred_to', 'reported_on', 'month_from', 'month_to', 'month_reported', 'organisation_id', 'counted_apart'] as const) {
      expect(row[column]).toBe(incident[column])
    }
  }
})
