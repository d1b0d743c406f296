// What the founder wrote, checked before anything is made of it; and the codes made of names.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkStep, codesFor, emptyDraft, emptyOrganisation, findPasswordError, type FoundingDraft, organisationsToSend, type WrittenStep, writtenNumbers } from '../../src/pages/found/founding-draft.ts'

const today = '2026-11-26'
const town = { ...emptyOrganisation(), name: 'Exempelstads kommun', sector: 'municipality' } as const
const whole: FoundingDraft = {
  network: { name: 'Exempelstads nätverk', municipality: 'Exempelstad', collectionStart: '2018-01-01', timeZone: 'Europe/Stockholm' },
  organisations: [town],
  numbers: [{ name: 'Socialjouren', number: '0470-12 34 56', hours: 'kvällar' }],
  threshold: '5',
  you: { name: 'Anna Berg', email: 'anna@exempelstad.se', organisation: town.id },
}
const password = 'lyktan lyser i natten'
const wrong = (step: WrittenStep, change: Partial<FoundingDraft>, given = password): readonly string[] =>
  checkStep(step, { ...whole, ...change }, { password: given, today, known: [] }).map(({ field, error }) => `${field.replace(town.id, 'TOWN')}: ${error}`)

test('a whole draft has nothing wrong in any step; an empty one says what is missing', () => {
  for (const step of ['network', 'organisations', 'rules', 'you'] as const) expect(wrong(step, {})).toEqual([])
  const empty = emptyDraft(today)
  expect(wrong('network', empty)).toEqual(['name: missing', 'municipality: missing'])
  expect(wrong('organisations', empty).map((one) => one.replace(/-[0-9a-f-]{36}-/, '-ID-'))).toEqual(['organisation-ID-name: no-organisation'])
  expect(wrong('rules', empty)).toEqual([])
  expect(wrong('you', empty, '')).toEqual(['yourName: missing', 'email: email', 'yourOrganisation: organisation', 'password: password-short'])
})

describe('the network', () => {
  const network = (change: Partial<FoundingDraft['network']>): readonly string[] => wrong('network', { network: { ...whole.network, ...change } })
  test.each(['', '2018-02-30', '18-01-01', 'i går'])('a first day that is none: %s', (collectionStart) => {
    expect(network({ collectionStart })).toEqual(['collectionStart: date'])
  })
  test('collection may begin today, not tomorrow', () => {
    expect(network({ collectionStart: today })).toEqual([])
    expect(network({ collectionStart: '2026-11-27' })).toEqual(['collectionStart: date-future'])
  })
  test('a year that lost a figure is told, as what a keyboard leaves in a date field', () => {
    expect(network({ collectionStart: '1990-01-01' })).toEqual([])
    for (const collectionStart of ['1989-12-31', '0024-01-01', '0201-03-04']) expect(network({ collectionStart })).toEqual(['collectionStart: date-early'])
  })
  test('spaces are no name, and a name has an end', () => {
    expect(network({ name: '  ', municipality: 'x'.repeat(101) })).toEqual(['name: missing', 'municipality: too-long'])
  })
})

describe('the organisations', () => {
  test('a row with a name alone needs a sector; an untouched one counts for nothing', () => {
    expect(wrong('organisations', { organisations: [{ ...town, sector: '' }, emptyOrganisation()] })).toEqual(['organisation-TOWN-sector: sector'])
  })
  test('the same name twice is told at the second, letter case aside', () => {
    const twin = { ...emptyOrganisation(), name: ' exempelstads KOMMUN', sector: 'municipality' } as const
    expect(wrong('organisations', { organisations: [town, twin] })).toEqual([`organisation-${twin.id}-name: name-twice`])
  })
  test('none is needed where the network has some already', () => {
    expect(checkStep('organisations', { ...whole, organisations: [] }, { password, today, known: [{ id: 'x' }] })).toEqual([])
  })
  test('without a day of its own a row has been in since collection began', () => {
    const late = { ...emptyOrganisation(), name: 'Polisen', sector: 'police', joined: '2020-05-01' } as const
    expect(organisationsToSend({ ...whole, organisations: [town, late, emptyOrganisation()] }).map(({ code, joined }) => [code, joined])).toEqual([['EXEMPELSTADS', '2018-01-01'], ['POLISEN', '2020-05-01']])
  })
})

describe('codes', () => {
  test('made of the name: plain capital letters, told apart by numbers', () => {
    expect(codesFor(['Socialtjänsten Mitt', 'Frälsningsarmén', 'Frälsningsarmén Norr', 'Ö!', '???', '!'], ['FRALSNINGSAR'])).toEqual([
      'SOCIALTJANST', 'FRALSNINGSAR2', 'FRALSNINGSAR3', 'O', 'ORG', 'ORG2',
    ])
  })
  test('whatever the names, each is one the server takes, and no two are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 20 }), (names) => {
        const codes = codesFor(names)
        expect(new Set(codes).size).toBe(names.length)
        for (const code of codes) expect(code).toMatch(/^[A-Z0-9]{1,40}$/)
      }),
      { seed: 20_261_126, numRuns: 300 },
    )
  })
})

describe('rules', () => {
  test.each(['4', '0', '-5', '5,5', '101', 'fem', ''])('no smallest number: %s', (threshold) => {
    expect(wrong('rules', { threshold })).toEqual(['threshold: threshold'])
  })
  test('a number to call has a name and digits; an empty row counts for nothing', () => {
    expect(wrong('rules', { numbers: [{ name: 'Jour', number: 'ring', hours: '' }, { name: '', number: '112', hours: '' }, { name: '', number: '', hours: 'x' }] })).toEqual(['number-0-number: number', 'number-1-name: missing'])
    expect(writtenNumbers({ ...whole, numbers: [...whole.numbers, { name: ' ', number: '', hours: '' }] })).toHaveLength(1)
  })
})

describe('you', () => {
  test('an organisation that is no longer there must be chosen anew', () => {
    expect(wrong('you', { organisations: [{ ...emptyOrganisation(), name: 'Polisen', sector: 'police' }] })).toEqual(['yourOrganisation: organisation'])
  })
  test.each([
    ['elva tecken', 'password-short'], ['x'.repeat(129), 'password-long'], ['aaaaaaaaaaaaaa', 'password-like'], ['Anna Berg 2026!', 'password-like'], ['annaberg1234', 'password-like'], ['anna-berg-1234', 'password-like'],
    ['mitt ANNA@exempelstad.se', 'password-like'], [password, undefined], ['tolv tecken!', undefined],
  ])('the password %s', (given, expected) => {
    expect(findPasswordError(given, [whole.you.name, whole.you.email])).toBe(expected)
  })
})
