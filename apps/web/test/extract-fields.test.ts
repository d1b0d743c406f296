// What is handed out in full is all that is stored: each answer has its row, with a name of its own that can be masked.
import type { Incident } from '@lykta/incident'
import { expect, test } from 'vitest'
import type { NetworkAnswer } from '../../server/src/api/types.ts'
import { messagesIn } from '../src/messages/messages.ts'
import { extractGroups, maskFields } from '../src/pages/authority/extract-fields.ts'
import { en } from '../src/pages/authority/messages/extract-en.ts'
import { sv } from '../src/pages/authority/messages/extract-sv.ts'

const [hotel, shelter] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const network = {
  network: { collectionStart: '2020-01-01' }, organisations: [{ id: hotel, name: 'Hotell Fyren' }, { id: shelter, name: 'Skyddet' }],
  indicators: [{ id: 'body.marks', text: { sv: 'Skador', en: 'Injuries' } }], ownQuestions: [{ id: 'harbour', sv: 'Vid hamnen?', en: 'At the harbour?', choices: [] }],
} as unknown as NetworkAnswer

const full: Required<Incident> = {
  occurred: { from: '2026-03-04', to: '2026-03-04', about: false }, reportedOn: '2026-03-05', reportedBy: hotel, external: true, placeType: 'hotel', area: 'Norra kajen', exploitation: 'sexual',
  indicators: ['body.marks'], policeContacted: 'yes', policeReports: { count: 31, atLeast: false }, buyers: { count: 41, atLeast: false }, procurers: { count: 51, atLeast: false }, otherPerpetrators: { count: 61, atLeast: false },
  persons: [{
    personRef: 'P-7', count: { count: 1, atLeast: false }, sex: 'woman', ageGroup: 'adult', nationalities: ['RO'], supportContact: 'yes', supportOrganisation: shelter, contactDate: '2026-04-06', supportOffered: 'no', acceptedSupport: 'no',
  }],
  channel: 'telephone', concernReport: { made: 'yes', on: '2026-05-07' }, own: { harbour: 'yes' },
}
const fieldsOf = (answers: Incident, externalRef: string | null, language: 'sv' | 'en' = 'sv') =>
  extractGroups({ answers, externalRef }, network, language, messagesIn[language], language === 'sv' ? sv : en).flatMap(({ fields }) => fields)

test('every answer that is stored has a row, and two fields are said beside another', () => {
  const fields = fieldsOf(full, '2019-43')
  const names = fields.map(({ id }) => id)
  expect(new Set(names).size).toBe(names.length)
  const beside = ['external', 'persons', 'indicators', 'own']
  expect(Object.keys(full).filter((key) => !beside.includes(key) && !names.includes(key))).toEqual([])
  expect(names).toEqual(expect.arrayContaining(['externalRef', 'indicator-body.marks', 'own-harbour']))
  expect(names.filter((name) => name.startsWith('persons.1.')).map((name) => name.slice(10))).toEqual(['count', 'sex', 'ageGroup', 'nationalities', 'contact', 'contactDate', 'offered', 'accepted', 'personRef'])
  // As the server takes the names of what was masked.
  for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z]*(?:[.-][a-zA-Z0-9.-]{1,110})?$/)
})

test.each([
  ['sv', ['Telefon', '6 april 2026', 'P-7', '2019-43', 'Skyddet', 'utanför nätverket', '7 maj 2026', 'Norra kajen']],
  ['en', ['Telephone', '6 April 2026', 'P-7', '2019-43', 'Skyddet', 'outside the network', '7 May 2026', 'Norra kajen']],
] as const)('their values stand there, in %s', (language, values) => {
  const text = fieldsOf(full, '2019-43', language).map(({ value }) => value).join('\n')
  for (const value of values) expect(text).toContain(value)
})

test('the day of the contact and the reference of a person are masked like any other answer', () => {
  const ground = { code: 'osl-26-1', words: null } as const
  const groups = extractGroups({ answers: full, externalRef: null }, network, 'sv', messagesIn.sv, sv)
  const paper = JSON.stringify(maskFields(groups, [{ field: 'persons.1.contactDate', ground }, { field: 'persons.1.personRef', ground }]))
  expect(paper).not.toContain('6 april 2026')
  expect(paper).not.toContain('P-7')
})

test('what was asked and not ticked, not asked, and not known of persons is said too', () => {
  const { channel: _, ...rest } = full
  expect(fieldsOf({ ...rest, indicators: [], persons: [] }, null)).toEqual(expect.arrayContaining([
    expect.objectContaining({ id: 'indicators', value: 'Inga kryssade.' }), expect.objectContaining({ id: 'persons', value: expect.stringContaining('okänt') }),
  ]))
  expect(fieldsOf({ ...rest, indicators: null }, null).map(({ id, value }) => [id, value])).toContainEqual(['indicators', 'Formuläret frågade inte.'])
  expect(fieldsOf(rest, null).map(({ id }) => id)).not.toContain('channel')
})
