// Changing an incident: what nobody touched stays as it was recorded, also what the form cannot show; the rest is what was entered.
import { type FormAnswers, findFormVersion, type PersonAnswers } from '@lykta/incident'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedAnswers, draftOfAnswers } from '../src/report/change/change-answers.ts'
import { answersOfDraft } from '../src/report/draft.ts'

const form = findFormVersion('lykta-1')!
const organisation = '11111111-1111-4111-8111-111111111111'

const count = fc.oneof(fc.constant('unknown' as const), fc.record({ count: fc.integer({ min: 1, max: 40 }), atLeast: fc.boolean() }))
const answer = fc.constantFrom('yes', 'no', 'unknown')
const person: fc.Arbitrary<PersonAnswers> = fc.record({
  count, sex: fc.constantFrom('woman', 'man', 'unknown'), ageGroup: fc.constantFrom('adult', 'minor', 'unknown'),
  nationalities: fc.oneof(fc.constant('unknown' as const), fc.subarray(['RO', 'SE', 'NG'], { minLength: 1 })),
  supportContact: fc.oneof(fc.constant(null), answer), personRef: fc.oneof(fc.constant(null), fc.constant('person-4')),
}, { requiredKeys: [] })
const answers: fc.Arbitrary<FormAnswers> = fc.record({
  channel: fc.oneof(fc.constant(null), fc.constantFrom('form', 'telephone')), reportedBy: fc.constant(organisation), external: fc.boolean(), reportedOn: fc.constant('2026-03-04'),
  indicators: fc.oneof(fc.constant(null), fc.constant('unknown' as const), fc.subarray(['general.fear-or-stress', 'sexual.many-phones'], { minLength: 1 })),
  occurred: fc.oneof(
    fc.constant('unknown' as const), fc.record({ on: fc.constantFrom('2026-03-01', '2026-02', '2025'), about: fc.boolean() }),
    fc.constant({ from: '2026-01-03', to: '2026-01-09', about: true }),
  ),
  placeType: fc.constantFrom('hotel', 'unknown'), area: fc.constantFrom('Centrum', 'Norr'), exploitation: fc.constantFrom('sexual', 'unknown'),
  persons: fc.oneof(fc.constant('unknown' as const), fc.array(person, { maxLength: 3 })),
  concernReport: fc.oneof(fc.constant(null), answer), buyers: count, policeContacted: answer, policeReports: count,
}, { requiredKeys: ['reportedBy', 'reportedOn'] })

describe('an incident that is changed', () => {
  test('left alone it is the same to the last detail', () => {
    fc.assert(fc.property(answers, (base) => {
      const before = draftOfAnswers(form, base)
      expect(changedAnswers(form, base, before, before)).toEqual(base)
    }), { seed: 20191231, numRuns: 300 })
  })

  test('one answer changed changes that one', () => {
    fc.assert(fc.property(answers, (base) => {
      const before = draftOfAnswers(form, base)
      const changed = changedAnswers(form, base, before, { ...before, area: { text: 'Söder' } })
      expect(changed).toEqual({ ...base, area: 'Söder' })
    }), { seed: 20191231, numRuns: 100 })
  })

  test('what the form can show it shows', () => {
    const base: FormAnswers = {
      placeType: 'hotel', area: 'Centrum', occurred: { on: '2026-02', about: true }, indicators: ['sexual.many-phones'], buyers: { count: 3, atLeast: true },
      persons: [{ count: { count: 2, atLeast: false }, sex: 'woman', nationalities: ['RO'] }], policeContacted: 'no',
    }
    expect(answersOfDraft(form, draftOfAnswers(form, base))).toEqual(base)
  })

  test('a group that is changed keeps what no question asks for; a new one has it not, and one that is removed is gone', () => {
    const base: FormAnswers = { persons: [{ count: { count: 2, atLeast: false }, sex: 'woman', personRef: 'person-4', supportContact: null }, { count: { count: 1, atLeast: false } }] }
    const before = draftOfAnswers(form, base)
    const [first] = before['persons']!.rows!
    const rows = [{ ...first!, entries: { ...first!.entries, ageGroup: { code: 'minor' } } }, { key: 7, entries: { sex: { code: 'man' } } }]
    const { persons } = changedAnswers(form, base, before, { ...before, persons: { rows } })
    expect(persons).toEqual([{ count: { count: 2, atLeast: false }, sex: 'woman', ageGroup: 'minor', personRef: 'person-4', supportContact: null }, { sex: 'man' }])
    expect(changedAnswers(form, base, before, { ...before, persons: {} }).persons).toBeUndefined()
  })
})
