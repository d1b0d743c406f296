// A network's own questions: coded answers in the record's canonical bytes, what was not asked apart from what is not known, readable for ever.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answersOf, canonicalText, type FormAnswers, formVersions, formWords, isOwnChoiceId, isOwnQuestionId, makeXlsForm, type OwnQuestion, ownQuestionsOn, parseFormAnswers, parseSubmissions, questionsOf,
  renderProblem, resolveAnswers, withOwnQuestions, withOwnWords,
} from '../src/index.ts'
import { anyAnswers, context as base, hotel, incidentOf, problemsOf } from './form-support.ts'
import { centralZip, content, type Filled, koboJson } from './submission-support.ts'

const words = (sv: string, en = sv) => ({ sv, en })
const shift: OwnQuestion = { id: 'own_night_shift', kind: 'yes-no', step: 'when', ...words('Var det nattskift?', 'Was it a night shift?'), choices: [], validFrom: '2020-01-01', validTo: null }
const heard: OwnQuestion = {
  id: 'own_heard', kind: 'one', step: 'contacts', ...words('Hur hörde ni om nätverket?', 'How did you hear of the network?'), validFrom: null, validTo: null,
  choices: [{ id: 'course', ...words('Kurs', 'Course') }, { id: 'poster-in-lobby', ...words('Affisch', 'Poster') }],
}
const seen: OwnQuestion = { id: 'own_seen', kind: 'several', step: 'persons', ...words('Vad såg ni i rummet?', 'What did you see in the room?'), validFrom: null, validTo: null, choices: [{ id: 'towels', ...words('Handdukar', 'Towels') }, { id: 'phones', ...words('Telefoner', 'Phones') }, { id: 'none', ...words('Inget av detta', 'None of these') }] }
const ended: OwnQuestion = { ...heard, id: 'own_ended', step: 'a-step-that-was', validTo: '2019-12-31' }
const own = [shift, heard, seen, ended]
const context = { ...base, ownQuestions: own }

const answers: FormAnswers = { own_night_shift: 'yes', own_heard: 'poster-in-lobby', own_seen: ['towels', 'phones', 'towels'] }

test('answers are codes in the record, sorted and each once; what was not asked is not there, what was left open is unknown', () => {
  expect(incidentOf(parseFormAnswers(answers, context)).own).toEqual({ own_night_shift: 'yes', own_heard: 'poster-in-lobby', own_seen: ['phones', 'towels'] })
  expect(incidentOf(parseFormAnswers({ own_heard: 'unknown', own_seen: [], own_night_shift: null }, context)).own).toEqual({ own_heard: 'unknown', own_seen: 'unknown' })
  expect(canonicalText(incidentOf(parseFormAnswers({}, context)))).toBe(canonicalText(incidentOf(parseFormAnswers({}, base))))
  expect(canonicalText(incidentOf(parseFormAnswers(answers, context)))).toContain('"own":{"own_heard":"poster-in-lobby","own_night_shift":"yes","own_seen":["phones","towels"]}')
})

test('an id that the network does not have, and a code that the question does not have, are refused at their place', () => {
  for (const [wrong, code, question] of [
    [{ own_other: 'yes' }, 'form.own-question-unknown', undefined], [{ own_heard: 'radio' }, 'form.choice', 'own_heard'], [{ own_heard: ['course'] }, 'form.choice', 'own_heard'],
    [{ own_seen: 'towels' }, 'form.choice', 'own_seen'], [{ own_seen: ['towels', 'unknown'] }, 'form.choice', 'own_seen'], [{ own_night_shift: true }, 'form.choice', 'own_night_shift'],
    [{ own: { own_heard: 'course' } }, 'form.question-unknown', undefined],
  ] as const) {
    const problems = problemsOf(parseFormAnswers(wrong, context))
    expect(problems.map((problem) => [problem.code, problem.where.question]), JSON.stringify(wrong)).toEqual([[code, question]])
    expect(renderProblem(problems[0]!, 'sv')).toMatch(/\S/)
  }
  expect(problemsOf(parseFormAnswers(answers, base)).map(({ code }) => code)).toEqual(['form.own-question-unknown'])
})

test('an ended question is read for ever: from a form that lay offline, and when an old incident is corrected', () => {
  const incident = incidentOf(parseFormAnswers({ own_ended: 'course' }, context))
  expect(incident.own).toEqual({ own_ended: 'course' })
  const again = answersOf(incident, context.network)
  expect(again['own_ended']).toBe('course')
  expect(canonicalText(incidentOf(parseFormAnswers(again, context)))).toBe(canonicalText(incident))
  expect(ownQuestionsOn('2020-03-01', own)).toEqual([shift, heard, seen])
  expect(ownQuestionsOn('2019-12-31', own)).toEqual([heard, seen, ended])
})

test('they stand at the end of their part of the form, or of the last one when that is gone, with words in both languages', () => {
  for (const form of formVersions) {
    const asked = withOwnQuestions(form, own)
    expect([asked.id, questionsOf(asked).length]).toEqual([form.id, questionsOf(form).length + own.length])
    const at = (id: string) => asked.steps.find((step) => step.id === id)!.questions.at(-1)!.id
    expect([at('when'), at('contacts'), at('persons'), asked.steps.at(-1)!.questions.at(-1)!.id]).toEqual(['own_night_shift', 'own_heard', 'own_seen', 'own_ended'])
    for (const language of ['sv', 'en'] as const) {
      const said = withOwnWords(formWords(form, language), own, language)
      for (const question of own) {
        expect(said.questions[question.id]!.label).toBe(question[language])
        const codes = questionsOf(asked).find(({ id }) => id === question.id)!
        for (const code of 'codes' in codes ? codes.codes : []) expect(said.codes[question.id]![code], code).toMatch(/\S/)
      }
    }
  }
})

test('ids', () => {
  expect(['own_a', 'own_night_shift', 'own_2'].filter(isOwnQuestionId)).toHaveLength(3)
  expect(['own_', 'own_A', 'own_a-b', 'own__a', 'night', 'own_å', `own_${'a'.repeat(61)}`, '__proto__', 'own_a b'].filter(isOwnQuestionId)).toEqual([])
  expect(['unknown', 'A', 'a b', 'a.b', '', '-a'].filter(isOwnChoiceId)).toEqual([])
})

const answerTo = (question: OwnQuestion) => question.kind === 'several'
  ? fc.oneof(fc.constant('unknown'), fc.subarray(question.choices.map(({ id }) => id), { minLength: 1 }))
  : fc.constantFrom('unknown', ...(question.kind === 'yes-no' ? ['yes', 'no'] : question.choices.map(({ id }) => id)))

test('whatever is answered comes back when it is corrected, and from the form in ODK and Kobo', async () => {
  const asked = fc.record({ own_night_shift: answerTo(shift), own_heard: answerTo(heard), own_seen: answerTo(seen) }, { requiredKeys: [] }) as fc.Arbitrary<FormAnswers>
  fc.assert(fc.property(anyAnswers, asked, (others, more) => {
    const parsed = parseFormAnswers({ ...others, ...more }, context)
    if ('problems' in parsed) return
    expect(canonicalText(incidentOf(parseFormAnswers(answersOf(parsed.incident, context.network), { ...context, reportedOn: parsed.incident.reportedOn })))).toBe(canonicalText(parsed.incident))
  }), { numRuns: 100, seed: 9 })
  const of = { ...content, ownQuestions: own }
  expect(makeXlsForm(of).survey.find(({ name }) => name === 'lykta_own')!.calculation).toBe("'own_night_shift own_heard own_seen'")
  expect(makeXlsForm(of).survey.find(({ name }) => name === 'own_seen')).toMatchObject({ type: 'select_multiple own_seen', constraint: "not(selected(., 'unknown')) or count-selected(.) = 1" })
  await fc.assert(fc.asyncProperty(asked, async (more) => {
    // The form asks all three: one that is left alone is unknown, and the ended one was not asked.
    const all: FormAnswers = { reportedBy: hotel.id, own_night_shift: 'unknown', own_heard: 'unknown', own_seen: 'unknown', ...more }
    const expected = canonicalText(incidentOf(parseFormAnswers(all, { ...context, reportedOn: '2020-02-29' })))
    const filled: Filled = { id: '6f1d8a30-0000-4000-8000-000000000001', today: '2020-02-29', answers: { reportedBy: hotel.id, ...more } }
    for (const file of [centralZip([filled], of), koboJson([filled], of)]) {
      const { bundle, problems } = await parseSubmissions([file], context)
      expect(problems).toEqual([])
      expect(canonicalText(resolveAnswers(bundle!.incidents[0]!, () => hotel.id))).toBe(expected)
    }
    // A form made before there were any asks none of them.
    const { bundle } = await parseSubmissions([koboJson([{ ...filled, answers: { reportedBy: hotel.id } }])], context)
    expect(bundle!.incidents[0]!.answers.own).toBeUndefined()
  }), { numRuns: 20, seed: 10 })
})
