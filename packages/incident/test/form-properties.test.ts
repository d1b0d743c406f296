// Whatever is sent gets an answer; whatever is said is kept; and the form says what a spreadsheet says.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf, canonicalText, formVersions, importFiles, parseFormAnswers, questionsOf, resolveAnswers, shippedIndicators } from '../src/index.ts'
import { anyAnswers, context, incidentOf, problemsOf } from './form-support.ts'
import { csvFiles } from './import-support.ts'
import { anyBundle, tablesOf } from './random-bundle.ts'

const prove = process.env['LYKTA_PROVE'] !== undefined
const runs = { seed: 20191231, numRuns: prove ? 50_000 : 1500 }
const ids = ['external', 'personRef', '__proto__', 'constructor', ...questionsOf(context.form).map(({ id }) => id)]

const marker = 'Zmarkerz'
const anything = fc.jsonValue({ maxDepth: 3 })
const leaf = fc.oneof(anything, fc.string({ unit: 'binary', maxLength: 12 }).map((text) => marker + text), fc.constantFrom('unknown', 'yes', 'minor', '2019-04', -0, 1e300))
const group = fc.dictionary(fc.constantFrom(...ids), leaf, { maxKeys: 8 })
const nearly = fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.constant(marker) }), fc.oneof(leaf, group, fc.array(group, { maxLength: 3 })), { maxKeys: 12 })

test('any JSON gets an incident or problems, and none of it is echoed', () => {
  let refused = 0
  fc.assert(fc.property(fc.oneof(anything, nearly), (value) => {
    const parsed = parseFormAnswers(JSON.parse(JSON.stringify(value)), context)
    if ('problems' in parsed) {
      refused += 1
      expect(parsed.problems.length).toBeGreaterThan(0)
      expect(JSON.stringify(parsed.problems)).not.toContain(marker)
    } else expect(canonicalText(parsed.incident)).toBe(canonicalText(JSON.parse(canonicalText(parsed.incident))))
  }), runs)
  expect(refused).toBeGreaterThan(runs.numRuns / 10)
})

test('what a willing person may answer is an incident with one text, whatever the order; as answers again it is the same', () => {
  fc.assert(fc.property(anyAnswers, (answers) => {
    const parsed = parseFormAnswers(answers, context)
    expect(problemsOf(parsed)).toEqual([])
    const text = canonicalText(incidentOf(parsed))
    const turned = Object.fromEntries(Object.entries(answers).reverse().map(([id, answer]) => [id, Array.isArray(answer) ? answer.toReversed() : answer]))
    expect(canonicalText(incidentOf(parseFormAnswers(turned, context)))).toBe(text)
    const again = answersOf(JSON.parse(text), context.network)
    expect(canonicalText(incidentOf(parseFormAnswers(JSON.parse(JSON.stringify(again)), context)))).toBe(text)
  }), runs)
})

test('the form says the same of an event as the spreadsheet’s row', async () => {
  const today = '2020-12-31'
  await fc.assert(fc.asyncProperty(anyBundle, async (bundle) => {
    const read = await importFiles(csvFiles(tablesOf(bundle, 'sv')), { today, indicatorIds: new Set(shippedIndicators.map(({ id }) => id)) })
    const idOf = (code: string) => `id of ${code}`
    const organisations = read.bundle!.organisations.map((organisation) => ({ ...organisation, id: idOf(organisation.code) }))
    for (const row of read.bundle!.incidents) {
      const imported = resolveAnswers(row, idOf)
      const answers = answersOf(imported, context.network)
      const parsed = parseFormAnswers(answers, { ...context, form: formVersions[0]!, today, organisations, reporterOrganisation: null })
      expect(problemsOf(parsed)).toEqual([])
      expect(canonicalText(incidentOf(parsed))).toBe(canonicalText(imported))
    }
  }), { seed: 20191231, numRuns: prove ? 1000 : 40 })
})
