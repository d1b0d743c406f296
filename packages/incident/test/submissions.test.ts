// Submissions of ODK and Kobo: whatever may be answered comes back as the same incident from every export, and what is wrong is told at its cell.
import { writeXlsx } from 'hucre/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalText, type FormAnswers, type ImportBundle, type ImportFile, type Incident, parseFormAnswers, parseSubmissions, type PersonAnswers, type Problem, renderProblem, resolveAnswers, withoutHidden,
} from '../src/index.ts'
import { anyAnswers, context, hotel, incidentOf, outside, shelter } from './form-support.ts'
import { centralJson, centralTables, centralZip, content, csv, file, type Filled, koboJson, koboTables } from './submission-support.ts'

const { today, network, organisations, ownIndicators, form } = context
const reading = { today, network, organisations, ownIndicators }
const idOf = (code: string) => organisations.find((one) => one.code === code)!.id

async function bundleOf(...files: readonly ImportFile[]): Promise<ImportBundle> {
  const { bundle, problems } = await parseSubmissions(files, reading)
  expect(problems.map((problem) => renderProblem(problem, 'en'))).toEqual([])
  return bundle!
}

async function textsOf(files: readonly ImportFile[], language: 'sv' | 'en' = 'en'): Promise<readonly string[]> {
  const { bundle, problems } = await parseSubmissions(files, reading)
  expect(bundle, 'all or nothing').toBeUndefined()
  return problems.map((problem: Problem) => renderProblem(problem, language))
}

const koboBook = async (filled: readonly Filled[]): Promise<ImportFile> => {
  const { main, persons } = koboTables(filled)
  const sheets = [{ name: 'Lykta', rows: main }, { name: 'persons', rows: persons }]
  return { name: 'kobo.xlsx', bytes: await writeXlsx({ sheets }) }
}

const without = (id: string, answers: FormAnswers): FormAnswers => Object.fromEntries(Object.entries(answers).filter(([name]) => name !== id)) as FormAnswers

/** What ODK can say of it: the source always, no span of days, and null nowhere, since everything is asked. */
const asked = anyAnswers.map(({ occurred, indicators, concernReport, persons, reportedBy, ...answers }): FormAnswers => ({
  ...without('external', answers), reportedBy: reportedBy ?? hotel.id,
  ...(occurred === undefined || (typeof occurred === 'object' && 'from' in occurred) ? {} : { occurred }),
  ...(indicators ? { indicators } : {}), ...(concernReport ? { concernReport } : {}),
  ...(persons === undefined ? {} : {
    persons: Array.isArray(persons) ? (persons as readonly PersonAnswers[]).map((person) => Object.fromEntries(Object.entries(person).filter(([, answer]) => answer !== null))) : persons,
  }),
}))

/** As the reporting page would have stored the same answers on the day of the submission. */
function stored({ answers, today: day }: Filled): Incident | undefined {
  const parsed = parseFormAnswers(withoutHidden(form, answers), { ...context, reporterOrganisation: null, reportedOn: day })
  return 'problems' in parsed ? undefined : incidentOf(parsed)
}

const uuid = (index: number) => `6f1d8a30-0000-4000-8000-${String(index).padStart(12, '0')}`

test('random answers come back as the same incidents from each kind of export', async () => {
  await fc.assert(fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 4 }), async (list) => {
    const filled = list.map((answers, index): Filled => ({ id: uuid(index), today: '2020-02-29', answers })).filter((one) => stored(one))
    if (filled.length === 0) return
    const expected = filled.map((one) => canonicalText(stored(one)))
    const { main, persons } = centralTables(filled)
    const kobo = koboTables(filled)
    const loose = [file('lykta-1.csv', csv(main)), file('lykta-1-persons.csv', csv(persons))]
    const legacy = [file('persons.csv', csv(kobo.persons, ';')), file('Lykta.csv', csv(kobo.main, ';'))]
    for (const files of [[centralZip(filled)], loose, legacy, [koboJson(filled)], [centralJson(filled)]]) {
      const { incidents } = await bundleOf(...files)
      expect(incidents.map((incident) => canonicalText(resolveAnswers(incident, idOf)))).toEqual(expected)
      expect(incidents.map(({ externalRef, formVersion }) => [externalRef, formVersion])).toEqual(filled.map(({ id }) => [`uuid:${id}`, 'lykta-1']))
    }
  }), { numRuns: process.env['LYKTA_PROVE'] ? 2000 : 60, seed: 20261126 })
})

const told: Filled = {
  id: uuid(1), today: '2020-02-29',
  answers: {
    reportedBy: shelter.id, occurred: { on: '2019-11', about: true }, buyers: { count: 3, atLeast: true }, policeReports: { count: 0 }, policeContacted: 'unknown',
    indicators: ['sexual.many-phones', 'labour.no-contract', 'sexual.x-own'], area: 'Centrum',
    persons: [{ count: { count: 2, atLeast: true }, sex: 'woman', ageGroup: 'minor', nationalities: ['RO', 'BG'], supportContact: 'yes', supportOffered: 'no', supportOrganisation: shelter.id }, {}],
    concernReport: 'yes', concernReportOn: '2020-01-10',
  },
}

test('a workbook of Kobo, with a month, lower bounds, none, unknown and not asked apart', async () => {
  const { incidents: [incident] } = await bundleOf(await koboBook([told]))
  expect(incident).toMatchObject({
    externalRef: `uuid:${told.id}`, reporterCode: 'O2', reason: null,
    answers: {
      occurred: { from: '2019-11-01', to: '2019-11-30', about: true }, reportedOn: '2020-02-29', external: false,
      buyers: { count: 3, atLeast: true }, procurers: null, policeReports: { count: 0, atLeast: false }, policeContacted: 'unknown',
      indicators: ['labour.no-contract', 'sexual.many-phones', 'sexual.x-own'], area: 'Centrum', channel: 'form', concernReport: { made: 'yes', on: '2020-01-10' },
    },
  })
  expect(new Set(incident!.answers.persons)).toEqual(new Set([
    { personRef: null, count: { count: 1, atLeast: true }, sex: 'unknown', ageGroup: 'unknown', nationalities: [], supportContact: 'unknown', supportOrganisation: null, contactDate: null, supportOffered: null, acceptedSupport: null },
    { personRef: null, count: { count: 2, atLeast: true }, sex: 'woman', ageGroup: 'minor', nationalities: ['BG', 'RO'], supportContact: 'yes', supportOrganisation: 'O2', contactDate: null, supportOffered: 'no', acceptedSupport: 'unknown' },
  ]))
})

/** The export with one cell replaced, or a column taken away. */
function changedCsv(which: 'main' | 'persons', column: string, cell: string | undefined, of: readonly Filled[] = [told]): readonly ImportFile[] {
  const tables = centralTables(of)
  const at = tables[which][0]!.findIndex((header) => header === column || header.endsWith(`-${column}`))
  expect(at, column).toBeGreaterThanOrEqual(0)
  tables[which] satisfies string[][]
  for (const [index, row] of tables[which].entries()) {
    if (cell === undefined) row.splice(at, 1)
    else if (index === 1) row[at] = cell
  }
  return [file('a.csv', csv(tables.main)), file('b.csv', csv(tables.persons))]
}

test('a question that was taken out of the form was not asked', async () => {
  const unasked = await bundleOf(...changedCsv('persons', 'supportContact', undefined))
  expect(unasked.incidents[0]!.answers.persons.map(({ supportContact }) => supportContact)).toEqual([null, null])
  const tables = centralTables([told])
  const kept = tables.main[0]!.map((header, index) => [header, index] as const).filter(([header]) => !header.includes('indicators_') && !header.endsWith('-channel')).map(([, index]) => index)
  const { incidents: [incident] } = await bundleOf(file('a.csv', csv(tables.main.map((row) => kept.map((index) => row[index] ?? '')))), file('b.csv', csv(tables.persons)))
  expect([incident!.answers.indicators, 'channel' in incident!.answers]).toEqual([null, false])
})

test.each([
  ['main', 'sex', 'persons', 'kvinna', 'b.csv, row 2, column sex: “kvinna” is none of the answers. Allowed: woman, man, other, unknown.'],
  ['main', 'placeType', 'main', 'villa', 'a.csv, row 2, column step_where-placeType: “villa” is none of the answers. Allowed: hotel, home, street, internet, workplace, massage-parlour, other, unknown.'],
  ['main', 'buyers', 'main', 'minst 3', 'a.csv, row 2, column step_perpetrators-buyers: “minst 3” is no number. Write a whole number from 0 to 999,999, or leave it empty if it is not known.'],
  ['main', 'indicators_sexual', 'main', 'sexual.many-fones', 'a.csv, row 2, column step_signs-indicators_sexual: The indicator “sexual.many-fones” is not in the catalogue. Is it sexual.many-phones? Correct it.'],
  ['main', 'occurred_month', 'main', '2019-13-01', 'a.csv, row 2, column step_when-occurred_month: “2019-13-01” is no date. Write it as 2019-04-03.'],
  ['main', 'occurred_month', 'main', '2020-03-01', 'a.csv, row 2, column step_when-occurred_precision: The event is after the day on which it was reported (2020-02-29). Correct one of the dates.'],
  ['main', 'reportedBy', 'main', 'O22', 'a.csv, row 2, column step_source-reportedBy: The organisation “O22” is not known. Is it O2?'],
  ['main', 'reportedBy', 'main', '', 'a.csv, row 2, column step_source-reportedBy: The cell is empty but must be filled in.'],
  ['main', 'nationalities', 'persons', 'RO XX', 'b.csv, row 2, column nationalities: “XX” is no country code.'],
  ['main', 'KEY', 'main', '', undefined],
  ['main', 'groups_of_persons', 'main', '3', 'a.csv, row 2, column step_persons-groups_of_persons: The submission says 3 groups of persons, but there are 2 rows.'],
  ['main', 'PARENT_KEY', 'persons', 'uuid:none', 'b.csv, row 2: The row belongs to a submission that is not in the files.'],
  ['main', 'lykta_form', 'main', 'lykta-99', 'a.csv, row 2, column lykta_form: The form “lykta-99” is not known here.'],
  ['main', 'area', 'main', '=1+1', 'a.csv, row 2, column step_where-area: The text begins with =, +, - or @'],
  ['main', 'Status', 'main', 'not decrypted', 'a.csv, row 2: The submission is still encrypted.'],
] as const)('a wrong cell refuses all and is told with file, row, column and what is allowed: %s %s %s %s', async (_, column, table, cell, text) => {
  const texts = await textsOf(changedCsv(table, column, cell, [told, { ...told, id: uuid(2) }]))
  if (text === undefined) expect(texts.join('\n')).toContain('b.csv, row 2: The row belongs to a submission that is not in the files.')
  else expect(texts[0]).toContain(text)
})

test('both languages, and what the cell of a text says is never repeated', async () => {
  const texts = await textsOf(changedCsv('main', 'area', '=Anna Andersson'), 'sv')
  expect(texts[0]).toMatch(/^a\.csv, rad 2, kolumn step_where-area: /)
  expect(texts.join()).not.toContain('Anna')
})

test('persons that a flat export leaves out are missed, not lost', async () => {
  const { main } = centralTables([told])
  expect((await textsOf([file('a.csv', csv(main))]))[0]).toContain('says 2 groups of persons, but there are no rows. Bring the table persons along')
})

test('the same submission from two exports is one; the same with other answers is refused', async () => {
  const other = { ...told, answers: { ...told.answers, buyers: { count: 4 } } }
  expect((await bundleOf(centralZip([told]), { ...centralZip([told, { ...told, id: uuid(2) }]), name: 'later.zip' })).incidents.map(({ externalRef }) => externalRef)).toEqual([uuid(1), uuid(2)].map((id) => `uuid:${id}`))
  expect((await textsOf([centralZip([told]), { ...centralZip([other]), name: 'later.zip' }]))[0]).toMatch(/^later\.zip › lykta-1\.csv, row 2: The submission “uuid:6f1d8a30.* already stands in row 2 and says something else there/)
})

test('the day is the device’s; without it, the day on which the server had it; one of them must be there', async () => {
  const late = await bundleOf(...changedCsv('main', 'today', ''))
  expect(late.incidents[0]!.answers.reportedOn).toBe('2020-02-28')
  const tables = centralTables([told])
  for (const table of [tables.main]) for (const row of table) row.splice(0, 2)
  expect((await textsOf([file('a.csv', csv(tables.main)), file('b.csv', csv(tables.persons))]))[0]).toContain('Nothing says on which day it was submitted.')
})

test('the reason of a decrypted export is read, to be sealed; and a source outside is outside', async () => {
  const of = { ...content, publicKey: 'MIIB', withReason: true }
  const { incidents: [incident] } = await bundleOf(centralZip([{ ...told, answers: { ...told.answers, reportedBy: outside.id }, reason: 'Rad ett.\nRad "två"; tre.' }], of))
  expect([incident!.reason, incident!.answers.external]).toEqual(['Rad ett.\nRad "två"; tre.', true])
})

test('columns that belong to no question are told of and not read; other tables are refused', async () => {
  const { main, persons } = centralTables([told])
  const more = main.map((row, index) => [...row, ...Array.from({ length: main[0]!.length - row.length }, () => ''), index === 0 ? 'extra' : 'something'])
  const { bundle, problems } = await parseSubmissions([file('a.csv', csv(more)), file('b.csv', csv(persons))], reading)
  expect([bundle?.incidents.length, problems.map((problem) => renderProblem(problem, 'en'))]).toEqual([1, ['a.csv, row 1, column extra: The column belongs to no question of Lykta’s form, and was not read.']])
  expect((await textsOf([file('labels.csv', 'Vem lämnade uppgiften?;Område\nHotellet;Centrum')]))[0]).toContain('XML values and headers')
  expect((await textsOf([file('x.json', '{"results": 3}')]))[0]).toContain('The file is no list of submissions.')
  expect((await textsOf([file('x.json', '[{')]))[0]).toContain('The file is damaged')
})

describe('a small file that would be a large table', () => {
  const rows = (count: number, keys: (at: number) => readonly string[]) => JSON.stringify(Array.from({ length: count }, (_, at) => Object.fromEntries(keys(at).map((key) => [key, 1]))))
  const codes = async (...files: readonly ImportFile[]) => (await parseSubmissions(files, reading)).problems.map(({ code }) => code)

  test('of a name in each row is refused before it is laid out', async () => {
    expect(await codes(file('a.json', rows(4_000, (at) => [`k${at}`])))).toEqual(['import.columns-too-many'])
  })

  test('of more cells than a workbook may have is refused, also when they stand in many repeats', async () => {
    const names = Array.from({ length: 1_500 }, (_, at) => `k${at}`)
    expect(await codes(file('a.json', rows(9_000, (at) => (at === 0 ? names : []))))).toEqual(['import.cells-too-many'])
    const repeat = [Object.fromEntries(names.map((name) => [name, 1])), ...Array.from({ length: 1_000 }, () => ({}))]
    expect(await codes(file('b.json', JSON.stringify([Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`r${at}`, repeat]))])))).toEqual(['import.cells-too-many'])
  })

  test('of one key on many rows is refused, and its rows are nobody\'s', async () => {
    const { main, persons } = centralTables([told])
    const one = await codes(file('a.csv', csv([...main, main[1]!])), file('b.csv', csv(persons)))
    expect(one).toEqual(expect.arrayContaining(['import.submission-parents']))
    expect((await textsOf([file('a.csv', csv([...main, main[1]!])), file('b.csv', csv(persons))]))[0])
      .toBe('b.csv, row 2: The row belongs to 2 submissions: their key is the same. Take one export at a time, and each submission once.')
    // Whoever has no rows of persons may stand in two exports.
    const alone = { ...told, answers: { reportedBy: told.answers.reportedBy! } }
    const tables = centralTables([alone])
    expect((await bundleOf(file('a.csv', csv(tables.main)), file('later.csv', csv(tables.main)))).incidents).toHaveLength(1)
  })
})

test('no file of chance, and no mutilated one, does more than be refused', async () => {
  const { bytes } = centralZip([told])
  const json = koboJson([told]).bytes
  await fc.assert(fc.asyncProperty(fc.constantFrom(bytes, json), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }), fc.nat(), async (whole, changes, cut) => {
    const broken = Uint8Array.from(whole.subarray(0, whole.length - (cut % 3 === 0 ? cut % whole.length : 0)))
    for (const [at, byte] of changes) if (broken.length > 0) broken[at % broken.length] = byte
    const { problems, bundle } = await parseSubmissions([{ name: 'x', bytes: broken }], reading)
    expect(bundle !== undefined || problems.length > 0).toBe(true)
    for (const problem of problems) expect(renderProblem(problem, 'sv')).toMatch(/\S/)
  }), { numRuns: process.env['LYKTA_PROVE'] ? 5000 : 150, seed: 7 })
})
