// A network's own questions in the browser: what the page sends for them, and what the settings page makes of what was written.
import { findFormVersion, isOwnChoiceId, isOwnQuestionId, type OwnQuestion, withOwnQuestions } from '@lykta/incident'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, emptyDraft, type QuestionDraft, questionOf, slipsOf } from '../src/pages/network/questions/question-draft.ts'
import { changedAnswers, draftOfAnswers } from '../src/report/change/change-answers.ts'
import { answersOfDraft, withUnknown } from '../src/report/draft.ts'

const night: OwnQuestion = { id: 'own_night', kind: 'yes-no', step: 'when', sv: 'Natt?', en: 'Night?', choices: [], validFrom: null, validTo: null }
const seen: OwnQuestion = { ...night, id: 'own_seen', kind: 'several', choices: [{ id: 'towels', sv: 'Handdukar', en: 'Towels' }, { id: 'none', sv: 'Inget', en: 'None' }] }
const form = withOwnQuestions(findFormVersion('lykta-1')!, [night, seen])

describe('on the reporting page', () => {
  test('what was asked and left alone is unknown; of the form’s own questions it is left out', () => {
    expect(answersOfDraft(form, {})).toEqual({ own_night: 'unknown', own_seen: 'unknown' })
    expect(answersOfDraft(form, { own_night: { code: 'no' }, own_seen: { ids: ['none'] } })).toEqual({ own_night: 'no', own_seen: ['none'] })
    expect(answersOfDraft(form, { own_seen: { ids: ['none'], unknown: true } }).own_seen).toBe('unknown')
    expect(answersOfDraft(form, { own_seen: { ids: [] } }).own_seen).toBe('unknown')
  })

  test('“don’t know” for a whole step ticks it, and takes no answer away', () => {
    const { questions } = form.steps.find(({ id }) => id === 'when')!
    expect(withUnknown(questions, {})).toMatchObject({ own_night: { code: 'unknown' }, own_seen: { unknown: true } })
    expect(withUnknown(questions, { own_night: { code: 'yes' }, own_seen: { ids: ['towels'] } })).toMatchObject({ own_night: { code: 'yes' }, own_seen: { ids: ['towels'] } })
  })

  test('in a correction what nobody touched stays as it was: not asked, or answered', () => {
    const base = { placeType: 'hotel', own_seen: ['towels'] } as const
    const before = draftOfAnswers(form, base)
    expect(changedAnswers(form, base, before, before)).toEqual(base)
    expect(changedAnswers(form, base, before, { ...before, placeType: { code: 'home' } })).toEqual({ ...base, placeType: 'home' })
    expect(changedAnswers(form, base, before, { ...before, own_night: { code: 'yes' } })).toEqual({ ...base, own_night: 'yes' })
    expect(changedAnswers(form, base, before, { ...before, own_seen: { ...before['own_seen'], unknown: true } })).toEqual({ ...base, own_seen: 'unknown' })
  })
})

describe('on the settings page', () => {
  const written: QuestionDraft = { ...emptyDraft('when', '2026-11-26'), kind: 'one', sv: 'Hur många?', en: 'How many?', choices: [{ id: '', sv: 'Få', en: 'Few', key: 0, isNew: true }, { id: '', sv: 'Många', en: 'Many', key: 1, isNew: true }] }

  test('ids come from the first words, and stay', () => {
    const made = questionOf(written, [])
    expect(made).toEqual({ id: 'own_hur_manga', kind: 'one', step: 'when', sv: 'Hur många?', en: 'How many?', choices: [{ id: 'fa', sv: 'Få', en: 'Few' }, { id: 'manga', sv: 'Många', en: 'Many' }], validFrom: '2026-11-26', validTo: null })
    const draft = draftOf(made)
    expect(questionOf({ ...draft, sv: 'Annat?', choices: [...draft.choices, { id: '', sv: 'Få', en: 'Few', key: 9, isNew: true }] }, [made.id])).toMatchObject({ id: 'own_hur_manga', choices: [{ id: 'fa' }, { id: 'manga' }, { id: 'fa-2' }] })
    expect(questionOf(written, ['own_hur_manga', 'own_hur_manga_2']).id).toBe('own_hur_manga_3')
    expect(questionOf({ ...written, kind: 'yes-no' }, []).choices).toEqual([])
  })

  test('whatever is written, the ids are ids', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 60 }), fc.array(fc.string({ maxLength: 80 }), { minLength: 2, maxLength: 8 }), (sv, words) => {
      const { id, choices } = questionOf({ ...written, sv, choices: [...words, 'Unknown', 'unknown'].map((word, key) => ({ id: '', sv: word, en: word, key, isNew: true })) }, [])
      expect(isOwnQuestionId(id)).toBe(true)
      expect(choices.every((choice) => isOwnChoiceId(choice.id))).toBe(true)
      expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length)
    }), { numRuns: 60, seed: 3 })
  })

  test('what is missing, out of order or identifying is told at its field', () => {
    expect(slipsOf(written)).toEqual(new Map())
    expect(slipsOf({ ...written, sv: ' ', en: 'Call 070-123 45 67?' })).toEqual(new Map([['sv', 'missing'], ['en', 'sensitive']]))
    expect(slipsOf({ ...written, choices: written.choices.slice(1) })).toEqual(new Map([['choices', 'fewChoices']]))
    expect(slipsOf({ ...written, choices: [written.choices[0]!, { ...written.choices[1]!, en: '' }] })).toEqual(new Map([['1:en', 'missing']]))
    expect(slipsOf({ ...written, validTo: '2026-11-25' })).toEqual(new Map([['to', 'datesReversed']]))
    expect(slipsOf({ ...written, kind: 'yes-no', choices: [] })).toEqual(new Map())
  })
})
