// The answers of a form: what becomes of them, and what is said of those that cannot be.
import { expect, test } from 'vitest'
import { answersOf, canonicalText, findFormProblemText, parseFormAnswers, renderProblem, withoutHidden } from '../src/index.ts'
import type { FormAnswers } from '../src/index.ts'
import { context, former, hotel, incidentOf, outside, problemsOf, shelter } from './form-support.ts'

const parse = (answers: unknown, more: Partial<typeof context> = {}) => parseFormAnswers(answers, { ...context, ...more })
const placed = (answers: unknown, more: Partial<typeof context> = {}) => problemsOf(parse(answers, more)).map(({ code, where }) => [code, where.question, where.group])

test('nothing need be answered', () => {
  expect(incidentOf(parse({}))).toEqual({
    occurred: { from: '2017-11-01', to: '2020-03-01', about: true }, reportedOn: '2020-03-01', reportedBy: hotel.id, external: false,
    placeType: 'unknown', area: null, exploitation: 'unknown', indicators: [], policeContacted: 'unknown', policeReports: null,
    buyers: null, procurers: null, otherPerpetrators: null, persons: [], channel: 'form',
  })
})

test('"unknown" to every question says no more than silence', () => {
  const ids = [
    'channel', 'reportedBy', 'external', 'reportedOn', 'indicators', 'occurred', 'placeType', 'area', 'exploitation', 'persons', 'buyers', 'procurers',
    'otherPerpetrators', 'policeContacted', 'policeReports', 'concernReportOn',
  ]
  expect(incidentOf(parse(Object.fromEntries(ids.map((id) => [id, 'unknown']))))).toEqual(incidentOf(parse({})))
  const group = ['count', 'sex', 'ageGroup', 'nationalities', 'supportContact', 'supportOrganisation', 'contactDate']
  expect(incidentOf(parse({ persons: [Object.fromEntries(group.map((id) => [id, 'unknown']))] }))).toEqual(incidentOf(parse({ persons: [{}] })))
})

test.each([
  [{ on: '2019-04-03' }, { from: '2019-04-03', to: '2019-04-03', about: false }],
  [{ on: '2019-04-03', about: true }, { from: '2019-04-03', to: '2019-04-03', about: true }],
  [{ on: '2020-02' }, { from: '2020-02-01', to: '2020-02-29', about: false }],
  [{ on: '2019' }, { from: '2019-01-01', to: '2019-12-31', about: false }],
  [{ on: '2020-03' }, { from: '2020-03-01', to: '2020-03-31', about: false }],
  [{ from: '2019-04-03', to: '2019-05-01' }, { from: '2019-04-03', to: '2019-05-01', about: false }],
])('when: %o', (occurred, expected) => {
  expect(incidentOf(parse({ occurred })).occurred).toEqual(expected)
})

test.each([
  [{ on: '2020-03-02' }, 'form.date-future'], [{ on: '2020-04' }, 'form.date-future'], [{ on: '2021' }, 'form.date-future'],
  [{ on: '0219-04-03' }, 'form.date-unlikely'], [{ on: '2019-02-30' }, 'form.date'], [{ on: 'i går' }, 'form.date'], [{}, 'form.date'],
  [{ on: '2019', from: '2019-01-01', to: '2019-12-31' }, 'form.date'], [{ from: '2019-01-01' }, 'form.date'], [{ on: 2019 }, 'form.date'],
  [{ from: '2019-05-01', to: '2019-04-03' }, 'form.days-reversed'], [{ on: '2019', about: 'ja' }, 'form.date'], ['2019-04-03', 'form.date'],
])('when: %o is told at its question', (occurred, code) => {
  expect(placed({ occurred })).toEqual([[code, 'occurred', undefined]])
})

test('numbers are exact or a lower bound; a group nobody counted is at least one', () => {
  const { buyers, procurers, otherPerpetrators, persons } = incidentOf(parse({ buyers: { count: 2 }, procurers: { count: 4, atLeast: true }, otherPerpetrators: { count: -0 }, persons: [{ sex: 'woman' }] }))
  expect([buyers, procurers, otherPerpetrators]).toEqual([{ count: 2, atLeast: false }, { count: 4, atLeast: true }, { count: 0, atLeast: false }])
  expect(persons[0]?.count).toEqual({ count: 1, atLeast: true })
  for (const wrong of [2, '2', { count: 1.5 }, { count: -1 }, { count: '2' }, { count: 1_000_000 }, { atLeast: true }, { count: 1, atLeast: 1 }, { count: 1, of: 2 }, [2]]) {
    expect(placed({ buyers: wrong })).toEqual([['form.count', 'buyers', undefined]])
  }
})

test('support: what was not asked is kept apart from what is not known', () => {
  const supportOf = (group: object) => {
    const { supportContact, supportOffered, acceptedSupport } = incidentOf(parse({ persons: [group] })).persons[0]!
    return [supportContact, supportOffered, acceptedSupport]
  }
  expect(supportOf({})).toEqual(['unknown', null, null])
  expect(supportOf({ supportContact: 'no' })).toEqual(['no', null, null])
  expect(supportOf({ supportContact: 'yes' })).toEqual(['yes', 'unknown', 'unknown'])
  expect(supportOf({ supportContact: 'yes', supportOffered: 'yes', acceptedSupport: null })).toEqual(['yes', 'yes', null])
  expect(supportOf({ supportContact: null })).toEqual([null, null, null])
  expect([incidentOf(parse({ indicators: null })).indicators, incidentOf(parse({ indicators: [] })).indicators]).toEqual([null, []])
})

test('a minor opens the question of concern, and it is apart from the police', () => {
  expect(incidentOf(parse({ persons: [{ ageGroup: 'minor' }] })).concernReport).toEqual({ made: 'unknown', on: null })
  expect(incidentOf(parse({ persons: [{ ageGroup: 'minor' }], concernReport: 'yes', concernReportOn: '2020-02-28', policeReports: { count: 0 } })))
    .toMatchObject({ concernReport: { made: 'yes', on: '2020-02-28' }, policeReports: { count: 0 } })
  expect(incidentOf(parse({ persons: [{ ageGroup: 'adult' }] }))).not.toHaveProperty('concernReport')
  expect(placed({ persons: [{ ageGroup: 'minor' }], concernReport: 'no', concernReportOn: '2020-02-28' })).toEqual([['form.concern-date-without-report', 'concernReportOn', undefined]])
  const hidden: FormAnswers = { persons: [{ ageGroup: 'adult', supportContact: 'no', supportOffered: 'yes' }], concernReport: 'yes', concernReportOn: '2020-02-28' }
  expect(withoutHidden(context.form, hidden)).toEqual({ persons: [{ ageGroup: 'adult', supportContact: 'no' }] })
  const put: FormAnswers = { persons: [{ ageGroup: 'minor', supportContact: 'yes', supportOffered: 'yes' }], concernReport: 'yes', concernReportOn: '2020-02-28' }
  expect(withoutHidden(context.form, put)).toEqual(put)
})

test('on behalf of a source: a member, one that has left, one outside, nobody at all', () => {
  const sourceOf = (answers: FormAnswers, more: Partial<typeof context> = {}) => {
    const { reportedBy, external, channel, reportedOn } = incidentOf(parse(answers, more))
    return { reportedBy, external, channel, reportedOn }
  }
  expect(sourceOf({ channel: 'telephone', reportedBy: shelter.id, reportedOn: '2020-02-28' }))
    .toEqual({ reportedBy: shelter.id, external: false, channel: 'telephone', reportedOn: '2020-02-28' })
  expect(sourceOf({ channel: 'meeting', external: true })).toMatchObject({ reportedBy: hotel.id, external: true, channel: 'meeting' })
  expect(sourceOf({ reportedBy: outside.id })).toMatchObject({ external: true })
  expect(sourceOf({ reportedBy: former.id, occurred: { on: '2019-06-30' } })).toMatchObject({ external: false })
  expect(sourceOf({ reportedBy: former.id, occurred: { on: '2019-07-01' } })).toMatchObject({ external: true })
  expect(sourceOf({}, { reportedOn: '2020-01-01' })).toMatchObject({ reportedOn: '2020-01-01' })
  expect(placed({ reportedBy: outside.id, external: false })).toEqual([['form.source-not-member', 'reportedBy', undefined]])
  expect(placed({}, { reporterOrganisation: null })).toEqual([['form.source-missing', 'reportedBy', undefined]])
  expect(placed({ reportedOn: '2020-01-01', occurred: { on: '2020-01-02' } })).toEqual([['form.occurred-after-reported', 'reportedOn', undefined]])
  expect(placed({ occurred: { on: '2020-01-02' } }, { reportedOn: '2020-01-01' })).toEqual([['form.occurred-after-reported', 'occurred', undefined]])
})

test('every problem is told at its question, all at once, with what to do and without what stood there', () => {
  const answers = {
    placeType: 'Zmarker', area: '=Zmarker', exploitation: 7, indicators: ['sexual.many-phones', 'Zmarker'], policeContacted: 'maybe', reportedBy: 'Zmarker', external: 'yes',
    persons: [{ sex: 'woman' }, { sex: 'Zmarker', nationalities: ['SE', 'ZZ'], contactDate: '2019-02-30', supportOrganisation: 'Zmarker' }, 'Zmarker'],
    reportedOn: '2021-01-01', reason: 'Zmarker', Zmarker: 1,
  }
  const found = problemsOf(parse(answers))
  expect(found.map(({ code, where }) => [code, where.question, where.group])).toEqual([
    ['form.reason-in-clear', 'reason', undefined], ['form.question-unknown', undefined, undefined], ['form.date-future', 'reportedOn', undefined],
    ['form.organisation-unknown', 'reportedBy', undefined], ['form.not-understood', 'external', undefined], ['form.indicator-unknown', 'indicators', undefined],
    ['form.choice', 'placeType', undefined], ['form.text-like-formula', 'area', undefined], ['form.choice', 'exploitation', undefined], ['form.choice', 'policeContacted', undefined],
    ['form.choice', 'sex', 2], ['form.nationality-unknown', 'nationalities', 2], ['form.organisation-unknown', 'supportOrganisation', 2], ['form.day', 'contactDate', 2],
    ['form.not-understood', 'persons', 3],
  ])
  expect(JSON.stringify(found)).not.toContain('Zmarker')
  for (const language of ['sv', 'en'] as const) for (const one of found) expect(renderProblem(one, language)).toContain(findFormProblemText(one, language))
  expect(renderProblem(found.at(-4)!, 'sv')).toBe('grupp 2, frågan ”Medborgarskap”: Ett av länderna finns inte. Välj ur listan, eller lämna tomt om du inte vet.')
  expect(renderProblem(found.at(-4)!, 'en')).toMatch(/^group 2, the question “Nationality”: /)
})

test('text in clear is one short line', () => {
  expect(incidentOf(parse({ area: '  Norra\n hamnen ' })).area).toBe('Norra hamnen')
  expect(incidentOf(parse({ area: 'A\u030A' })).area).toBe('Å')
  expect(placed({ area: 'a'.repeat(201) })).toEqual([['form.text-too-long', 'area', undefined]])
  for (const sign of '=+-@＝＋－＠') expect(placed({ area: `${sign}1` })).toEqual([['form.text-like-formula', 'area', undefined]])
  expect(placed({ area: 'a\u0000b' })).toEqual([['form.text-control-character', 'area', undefined]])
  expect(placed({ area: '\ud800' })).toEqual([['form.text-control-character', 'area', undefined]])
})

test('fifty groups and no more; a reference stands for one person', () => {
  expect(incidentOf(parse({ persons: Array.from({ length: 50 }, () => ({})) })).persons).toHaveLength(50)
  expect(placed({ persons: Array.from({ length: 51 }, () => ({})) })).toEqual([['form.groups-too-many', 'persons', undefined]])
  expect(placed({ persons: [{ personRef: 'P1' }] })).toEqual([['form.person-ref-count', 'count', 1]])
  expect(incidentOf(parse({ persons: [{ personRef: 'P1', count: { count: 1 } }] })).persons[0]?.personRef).toBe('P1')
})

test('what an import could not say stays unsaid when it is corrected', () => {
  const { channel: _, ...bare } = incidentOf(parse({ placeType: 'hotel', persons: [{ ageGroup: 'minor', supportContact: null, count: { count: 2 } }], indicators: null }))
  const { concernReport: __, ...imported } = bare
  const again = incidentOf(parse(answersOf(imported, context.network)))
  expect(canonicalText(again)).toBe(canonicalText(imported))
})
