// The line that the register keeps of an incident's persons: what is written is read again, and parts stay apart.
import fc from 'fast-check'
import { ageGroups, betweenPersons, type CountedPerson, nationalities, readPerson, sexes, writePersonsLine } from '@lykta/incident'
import { expect, test } from 'vitest'

const answer = fc.constantFrom('yes', 'no', 'unknown', null)

const person: fc.Arbitrary<CountedPerson> = fc.record({
  // Anything that people write: separators, signs of the line itself, other scripts.
  personRef: fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '|', ';', '=', '%3D', 'a|wayn-1RO', '1;2', '+', 'k 1'))),
  count: fc.record({ count: fc.nat(100_000), atLeast: fc.boolean() }),
  sex: fc.constantFrom(...sexes),
  ageGroup: fc.constantFrom(...ageGroups),
  nationalities: fc.uniqueArray(fc.constantFrom(...nationalities), { maxLength: 4 }),
  supportContact: answer,
  supportOffered: answer,
  acceptedSupport: answer,
})

test('reads as the table in docs/database.md says', () => {
  const known = { personRef: null, count: { count: 1, atLeast: false }, sex: 'woman', ageGroup: 'adult', nationalities: ['RO'] } as const
  const first = { ...known, supportContact: 'yes', supportOffered: 'no', acceptedSupport: null } as const
  const second = {
    personRef: 'k=1|a', count: { count: 4, atLeast: true }, sex: 'unknown', ageGroup: 'minor', nationalities: [], supportContact: null, supportOffered: 'unknown', acceptedSupport: 'yes',
  } as const
  expect(writePersonsLine([first, second])).toBe('wayn-1RO|um-uy4+=k%3D1%7Ca')
  expect(writePersonsLine([{ ...first, nationalities: ['RO', 'TH'] }])).toBe('wayn-1RO,TH')
  expect(writePersonsLine([])).toBe('')
})

test('gives back the persons that were written', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), (persons) => {
      const line = writePersonsLine(persons)
      expect(line).not.toContain(';')
      expect(line.includes('=')).toBe(persons.some(({ personRef }) => personRef !== null))
      expect(line.split(betweenPersons).map(readPerson)).toEqual(persons)
    }),
    { seed: 20191231, numRuns: 2000 },
  )
})

test.each(['', 'wayn-', 'xayn-1', 'wayn1RO', 'waynq1'])('refuses %j', (part) => {
  expect(() => readPerson(part)).toThrow('not a person of a line')
})
