// Every code has its words in both languages, and no word stands for two codes of a list.
import { expect, test } from 'vitest'
import {
  anyAnswer, answers, ageGroups, codeWords, exploitations, findCodes, findLabel, groupsOfSomebody, isEuNationality, isNationality, labelOf, nationalities, nationalityName,
  perpetratorRoles, personsLabel, placeTypes, sectors, sexes, shippedIndicators,
} from '../src/index.ts'
import { findCoded, wordsOf } from '../src/import/code-list.ts'
import type { CodedList } from '../src/import/code-list.ts'

const lists = {
  sector: [...sectors, 'authorities'], exploitation: [...exploitations, 'labour-like', 'other-forms'], 'place-type': [...placeTypes, 'indoors', 'outdoors', 'online'],
  sex: [...sexes, 'conflicting'], 'age-group': [...ageGroups, 'conflicting'], role: perpetratorRoles, nationality: [...nationalities, 'eu-other', 'non-eu-other', 'distribution-not-known'],
  indicator: [...shippedIndicators.map(({ id }) => id), 'sexual-other', 'forced-criminality-other'], 'police-contacted': [...answers, 'not-asked'],
}

test.each(['sv', 'en'] as const)('labels in %s', (language) => {
  for (const [dimension, codes] of Object.entries(lists)) {
    for (const code of codes) expect([dimension, code, findLabel(dimension, code, language)]).toEqual([dimension, code, expect.stringMatching(/^\p{Lu}/u)])
    expect(findLabel(dimension, 'toString', language)).toBeUndefined()
  }
  for (const sex of [...sexes, 'conflicting']) for (const age of [...ageGroups, 'conflicting']) expect(personsLabel(sex, age, language)).toMatch(/^\p{Lu}/u)
  const people = sexes.flatMap((sex) => ageGroups.map((age) => personsLabel(sex, age, language)))
  expect(new Set(people).size).toBe(people.length)
})

test('a merged row says how many it stands for, and a code without words stands for itself', () => {
  expect(labelOf('exploitation', 'other', 'sv')).toBe('Annat')
  expect(labelOf('nationality', 'other', 'sv', { members: ['RO', 'TH'] })).toBe('Övriga (2)')
  expect(labelOf('nationality', 'eu-other', 'en', { members: ['RO', 'BG'] })).toBe('Other EU country (2)')
  expect(labelOf('indicator', 'sexual.x-mine', 'en')).toBe('sexual.x-mine')
  expect(codeWords.sv.otherSigns('Barn')).toBe('Andra tecken: barn')
})

test('a part of a word, in either language and any case, finds the places and forms that it may mean', () => {
  expect(findCodes('Massage')).toEqual({ placeTypes: ['massage-parlour'], exploitations: [] })
  expect(findCodes(' tvångs')).toEqual({ placeTypes: [], exploitations: ['labour', 'forced-marriage'] })
  // An å of two characters; and a word that one list has in English and the other in Swedish.
  expect(findCodes('TVA\u030ANG ')).toEqual({ placeTypes: [], exploitations: ['labour', 'forced-criminality', 'forced-marriage'] })
  expect(findCodes('other')).toEqual({ placeTypes: ['other'], exploitations: ['other'] })
  for (const nothing of ['', ' ', 'constructor', 'Norr']) expect(findCodes(nothing)).toEqual({ placeTypes: [], exploitations: [] })
  for (const language of ['sv', 'en'] as const) {
    for (const code of placeTypes) expect(findCodes(codeWords[language]['place-type'][code]).placeTypes).toContain(code)
    for (const code of exploitations) expect(findCodes(codeWords[language].exploitation[code]).exploitations).toContain(code)
  }
})

const coded: readonly CodedList[] = ['answer', 'yesNo', 'sector', 'placeType', 'exploitation', 'sex', 'ageGroup', 'source', 'category']

test.each(coded)('no word of the list %s means two things in the two languages', (list) => {
  const [sv, en] = [wordsOf(list, 'sv'), wordsOf(list, 'en')]
  for (const [index, word] of sv.entries()) expect([word, findCoded(list, word)]).toEqual([word, findCoded(list, en[index] ?? '')])
  expect(new Set(sv).size).toBe(sv.length)
})

test('nationalities are those of ISO 3166-1, by the names the platform has', () => {
  expect(nationalities).toHaveLength(249)
  expect(nationalities.toSorted()).toEqual(nationalities)
  for (const code of ['UK', 'EU', 'XK', 'ZZ', 'AN', 'CS', 'SU', 'YU', 'se']) expect(isNationality(code)).toBe(false)
  expect([nationalityName('RO', 'sv'), nationalityName('RO', 'en'), nationalityName('ZZ', 'sv')]).toEqual(['Rumänien', 'Romania', 'ZZ'])
  expect(nationalities.filter((code) => isEuNationality(code, '2019-12-31'))).toHaveLength(28)
  expect(nationalities.filter((code) => isEuNationality(code, '2021-01-01'))).toHaveLength(27)
})

test('what is known of any of several persons', () => {
  expect(anyAnswer(['no', 'yes', 'unknown'])).toBe('yes')
  expect(anyAnswer(['no', null, 'unknown'])).toBe('unknown')
  expect(anyAnswer(['no', null])).toBe('no')
  expect([anyAnswer([null]), anyAnswer([])]).toEqual(['not-asked', 'not-asked'])
  const group = (count: number, atLeast: boolean) => ({ count: { count, atLeast } }) as Parameters<typeof groupsOfSomebody>[0][number]
  expect(groupsOfSomebody([group(0, false), group(0, true), group(2, false)])).toHaveLength(2)
})
