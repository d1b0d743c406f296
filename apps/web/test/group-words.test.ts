// Groups of persons in words: number and nouns agree, bounds and unknown numbers included, in both languages.
import { expect, test } from 'vitest'
import { groupInWords, personsInWords } from '../src/format/group-words.ts'

const several = { count: 2, atLeast: true }
const one = { count: 1, atLeast: true }

test('several are worded as several, one as one, also as a lower bound', () => {
  expect(groupInWords({ count: several, sex: 'woman', ageGroup: 'minor' }, 'sv')).toBe('minst 2 kvinnor, minderåriga')
  expect(groupInWords({ count: several, sex: 'man', ageGroup: 'adult' }, 'sv')).toBe('minst 2 män, vuxna')
  expect(groupInWords({ count: one, sex: 'woman', ageGroup: 'minor' }, 'sv')).toBe('minst 1 kvinna, minderårig')
  expect(groupInWords({ count: several, sex: 'woman', ageGroup: 'minor' }, 'en')).toBe('at least 2 women, minors')
  expect(groupInWords({ count: one, sex: 'man', ageGroup: 'unknown' }, 'en')).toBe('at least 1 man, age unknown')
  expect(groupInWords({ count: { count: 3, atLeast: false }, sex: 'unknown', ageGroup: 'unknown' }, 'sv')).toBe('3 personer av okänt kön, okänd ålder')
})

test('a number that nobody knows reads as such', () => {
  expect(groupInWords({ count: { count: 0, atLeast: true }, sex: 'woman', ageGroup: 'adult' }, 'sv')).toBe('okänt antal kvinnor, vuxna')
  expect(personsInWords(null, 'en')).toBe('unknown number of persons')
  expect([personsInWords(one, 'sv'), personsInWords(several, 'sv'), personsInWords({ count: 0, atLeast: false }, 'sv')]).toEqual(['minst 1 person', 'minst 2 personer', '0 personer'])
})
