// Forms as data: every question has its words in both languages, hangs together, and reaches every code of the record.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  canonicalText, findFormProblemText, findFormVersion, formVersionOn, formVersions, formWords, importFormVersion, isShown, parseFormAnswers, problem, questionsOf, shippedIndicators,
} from '../src/index.ts'
import type { FormAnswers } from '../src/index.ts'
import { ageGroups, answers, channels, exploitations, placeTypes, sexes } from '../src/codes.ts'
import type { FormWordsOf } from '../src/form/form-words.ts'
import { lykta1En } from '../src/form/lykta-1/en.ts'
import type { lykta1 } from '../src/form/lykta-1/form.ts'
import { formProblemsEn } from '../src/form/problems/en.ts'
import { context, incidentOf } from './form-support.ts'

const questions = formVersions.flatMap((form) => questionsOf(form).map((question) => [form, question] as const))

test.each(['sv', 'en'] as const)('every step, question and code has its words in %s', (language) => {
  const said: string[] = []
  for (const form of formVersions) {
    const words = formWords(form, language)
    for (const step of form.steps) said.push(words.steps[step.id]!.title, words.steps[step.id]!.help)
    for (const question of questionsOf(form)) {
      const { label, help } = words.questions[question.id]!
      said.push(label, help)
      if (question.kind === 'choice') {
        const codes = question.codes.map((code) => words.codes[question.id]![code]!)
        expect(new Set(codes).size).toBe(question.codes.length)
        said.push(...codes)
      }
    }
  }
  for (const text of said) expect(text).toMatch(/^\p{Lu}(?:.*[^ ])?$/u)
  // What nobody here is called; and nothing is exclaimed.
  expect(said.join(' ')).not.toMatch({ sv: /\boffer|gärnings|!/i, en: /victim|offender|!/i }[language])
})

test('the languages are not copies of each other', () => {
  const [sv, en] = [formWords(context.form, 'sv'), formWords(context.form, 'en')]
  const same = questionsOf(context.form).filter(({ id }) => sv.questions[id]!.help === en.questions[id]!.help)
  expect(same).toEqual([])
})

test('what a question hangs on is asked before it, and has the code', () => {
  for (const [form, { id, shownWhen }] of questions) {
    if (!shownWhen) continue
    const ids = questionsOf(form).map((question) => question.id)
    const asked = questionsOf(form).find((question) => question.id === shownWhen.question)
    expect(ids.indexOf(shownWhen.question)).toBeLessThan(ids.indexOf(id))
    expect(asked?.kind === 'choice' && shownWhen.is.every((code) => asked.codes.includes(code))).toBe(true)
  }
  for (const form of formVersions) {
    const ids = questionsOf(form).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('the concern for a child is asked for when any group is of minors, its day when it was reported', () => {
  const shown = (id: string, given: FormAnswers) => isShown(context.form, questionsOf(context.form).find((question) => question.id === id)!, given)
  expect(shown('concernReport', {})).toBe(false)
  expect(shown('concernReport', { persons: [{ ageGroup: 'adult' }, { ageGroup: 'unknown' }] })).toBe(false)
  expect(shown('concernReport', { persons: [{ ageGroup: 'adult' }, { ageGroup: 'minor' }] })).toBe(true)
  expect(shown('concernReportOn', { persons: [{ ageGroup: 'minor' }] })).toBe(false)
  expect(shown('concernReportOn', { persons: [{ ageGroup: 'minor' }], concernReport: 'yes' })).toBe(true)
  // An answer left over from before does not open what hangs on it.
  expect(shown('concernReportOn', { persons: [{ ageGroup: 'adult' }], concernReport: 'yes' })).toBe(false)
})

test('every code of the record can be answered', () => {
  const parse = (given: object) => incidentOf(parseFormAnswers(given, context))
  for (const code of placeTypes) expect(parse({ placeType: code }).placeType).toBe(code)
  for (const code of exploitations) expect(parse({ exploitation: code }).exploitation).toBe(code)
  for (const code of channels) expect(parse({ channel: code }).channel).toBe(code)
  for (const code of sexes) expect(parse({ persons: [{ sex: code }] }).persons[0]?.sex).toBe(code)
  for (const code of ageGroups) expect(parse({ persons: [{ ageGroup: code }] }).persons[0]?.ageGroup).toBe(code)
  for (const code of answers) {
    expect(parse({ policeContacted: code }).policeContacted).toBe(code)
    expect(parse({ concernReport: code }).concernReport?.made).toBe(code)
    expect(parse({ persons: [{ supportContact: code, supportOffered: code, acceptedSupport: code }] }).persons[0])
      .toMatchObject({ supportContact: code, supportOffered: code, acceptedSupport: code })
  }
  const ids = [...shippedIndicators.map(({ id }) => id), 'sexual.x-own'].sort()
  expect(parse({ indicators: ids }).indicators).toEqual(ids)
  // The form offers exactly the record's lists.
  const codes = Object.fromEntries(questions.flatMap(([, question]) => (question.kind === 'choice' ? [[question.id, question.codes]] : [])))
  expect(codes).toEqual({
    channel: channels, placeType: placeTypes, exploitation: exploitations, sex: sexes, ageGroup: ageGroups, concernReport: answers,
    policeContacted: answers, supportContact: answers, supportOffered: answers, acceptedSupport: answers,
  })
})

test('versions are found by their id, the newest by the day; an import’s is no form', () => {
  expect(formVersionOn('2017-01-01').id).toBe('lykta-1')
  expect(formVersionOn('2030-01-01').id).toBe(formVersions.at(-1)?.id)
  expect([findFormVersion(importFormVersion), findFormVersion('lykta-0')]).toEqual([undefined, undefined])
  expect(new Set(formVersions.map(({ id }) => id)).size).toBe(formVersions.length)
})

test('a form that has been in use never changes: another question, code or order is another version', () => {
  const digests = Object.fromEntries(formVersions.map((form) => [form.id, createHash('sha256').update(canonicalText(form)).digest('hex').slice(0, 16)]))
  // A code added to the record's lists shows here too: give the old version its own list before the new one gets it.
  expect(digests).toEqual({ 'lykta-1': 'b2501c862e6a2994' })
})

test('a language is one object, and one that lacks a word does not compile', () => {
  const { hotel: _, ...places } = lykta1En.codes.placeType
  // @ts-expect-error -- no word for a hotel
  const lacking: FormWordsOf<typeof lykta1> = { ...lykta1En, language: 'Soomaali', codes: { ...lykta1En.codes, placeType: places } }
  const { reason: __, ...asked } = lykta1En.questions
  // @ts-expect-error -- a question without its words
  const mute: FormWordsOf<typeof lykta1> = { ...lykta1En, language: 'Soomaali', questions: asked }
  const third: FormWordsOf<typeof lykta1> = { ...lykta1En, language: 'Soomaali' }
  expect([lacking.language, mute.language, third.language]).toEqual(['Soomaali', 'Soomaali', 'Soomaali'])
})

test('every problem of a form has its sentence in both languages', () => {
  const values = { largest: 9, today: '2020-03-01', earliest: '1990-01-01', reported: '2020-03-01', length: 201, allowed: 200 }
  for (const code of Object.keys(formProblemsEn)) {
    const [sv, en] = (['sv', 'en'] as const).map((language) => findFormProblemText(problem(code, values), language))
    for (const text of [sv, en]) expect(text).toMatch(/^\p{Lu}.*\.$/u)
    expect(sv).not.toBe(en)
  }
  expect(findFormProblemText(problem('import.formula'), 'sv')).toBeUndefined()
})
