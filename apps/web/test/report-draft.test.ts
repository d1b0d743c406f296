// What was entered becomes answers: half typed it is a problem at its question, never something that nobody meant.
import { findFormVersion, parseFormAnswers, withoutHidden } from '@lykta/incident'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOfDraft, type Entries, type Entry, halfTyped, withUnknown } from '../src/report/draft.ts'

const form = findFormVersion('lykta-1')!
const organisation = { id: '11111111-1111-4111-8111-111111111111', code: 'A', name: 'A', sector: 'business', joined: '2018-01-01', left: null } as const
const context = {
  form, today: '2026-11-20', network: { collectionStart: '2018-01-01' }, organisations: [organisation], reporterOrganisation: organisation.id, ownIndicators: [],
}
const parse = (draft: Entries): ReturnType<typeof parseFormAnswers> => parseFormAnswers(withoutHidden(form, answersOfDraft(form, draft)), context)
const wrongAt = (draft: Entries): readonly unknown[] => {
  const parsed = parse(draft)
  return 'problems' in parsed ? parsed.problems.map(({ where }) => where) : []
}

describe('an entry as it was typed', () => {
  test('nothing entered is nothing answered', () => {
    expect(answersOfDraft(form, {})).toEqual({})
  })

  test('a date by its precision; what was typed under another one is not sent', () => {
    const typed = { day: '2026-03-04', month: '05', year: '2025' }
    const occurred = (entry: Entry): unknown => answersOfDraft(form, { occurred: { ...typed, ...entry } }).occurred
    expect(occurred({})).toEqual({ on: '2026-03-04', about: false })
    expect(occurred({ precision: 'month', about: true })).toEqual({ on: '2025-05', about: true })
    expect(occurred({ precision: 'year' })).toEqual({ on: '2025', about: false })
    expect(occurred({ unknown: true })).toBe('unknown')
  })

  test('numbers, and what is none', () => {
    const buyers = (text: string): unknown => answersOfDraft(form, { buyers: { text, atLeast: true } }).buyers
    expect(buyers(' 3 ')).toEqual({ count: 3, atLeast: true })
    expect(buyers('')).toBeUndefined()
    for (const text of ['några', '-1', '1,5', '1e3', '0x10']) expect(wrongAt({ buyers: { text } })).toEqual([{ question: 'buyers' }])
  })

  test('half a date is a problem at its question', () => {
    expect(wrongAt({ reportedOn: { day: halfTyped } })).toEqual([{ question: 'reportedOn' }])
    expect(wrongAt({ occurred: { precision: 'month', month: '05' } })).toEqual([{ question: 'occurred' }])
    expect(wrongAt({ occurred: { precision: 'month', year: '2025' } })).toEqual([{ question: 'occurred' }])
  })

  test('a problem in a group says which', () => {
    const rows = [{ key: 7, entries: {} }, { key: 3, entries: { count: { text: 'x' } } }]
    expect(wrongAt({ persons: { rows } })).toEqual([{ question: 'count', group: 2 }])
  })

  test('the reason is in no answer', () => {
    expect(JSON.stringify(answersOfDraft(form, { reason: { text: 'markör' } }))).not.toContain('markör')
  })
})

test('"I do not know" to everything that is left makes a report, and takes no answer away', () => {
  const entry = fc.record({ code: fc.constantFrom('hotel', 'sexual', 'yes', 'telephone'), text: fc.constantFrom('', '2'), day: fc.constantFrom('', '2026-01-02') }, { requiredKeys: [] })
  const questions = form.steps.flatMap((step) => step.questions)
  fc.assert(
    fc.property(fc.subarray(questions.map(({ id }) => id)), fc.array(entry, { minLength: 20, maxLength: 20 }), (ids, entries) => {
      const draft: Entries = Object.fromEntries(ids.map((id, index) => [id, entries[index]!]))
      const said = withUnknown(questions, draft)
      const [before, after] = [answersOfDraft(form, draft), answersOfDraft(form, said)]
      expect(after).toMatchObject(before)
      expect(Object.values(after).length).toBeGreaterThanOrEqual(Object.values(before).length)
    }),
    { seed: 20261126, numRuns: 200 },
  )
  expect(parse(withUnknown(questions, {}))).toHaveProperty('incident')
})
