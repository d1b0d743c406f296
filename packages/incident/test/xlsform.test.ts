// The XLSForm, held against the specification (xlsform.org/en, docs.getodk.org/form-logic) by rules written from it, on the file's own bytes.
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { findFormVersion, formVersions, indicatorsOn, makeXlsForm, nationalities, questionsOf, shippedIndicators, writeXlsForm, type XlsFormContent } from '../src/index.ts'
import { context, former, hotel, outside, shelter } from './form-support.ts'

const content: XlsFormContent = {
  form: findFormVersion('lykta-1')!, today: '2026-11-26', organisations: context.organisations, ownIndicators: context.ownIndicators,
  ownQuestions: [{ id: 'own_seen', kind: 'several', step: 'signs', sv: 'Vad såg du?', en: 'What did you see?', validFrom: null, validTo: null, choices: [{ id: 'many-towels', sv: 'Handdukar', en: 'Towels' }, { id: 'none', sv: 'Inget', en: 'None' }] }],
  networkName: 'Exempelstad', emergencyNumbers: [{ name: 'Jouren', number: '042-10 00 00' }], version: '2611261015', language: 'sv',
}
const encrypted = { ...content, publicKey: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA', withReason: true }

type Row = Readonly<Record<string, string>>
type Book = { readonly survey: readonly Row[]; readonly choices: readonly Row[]; readonly settings: readonly Row[] }

async function bookOf(of: XlsFormContent): Promise<Book> {
  const { sheets } = await readXlsx(await writeXlsForm(makeXlsForm(of), '2026-11-26'))
  expect(sheets.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings'])
  const [survey, choices, settings] = sheets.map(({ rows: [header = [], ...rows] }) =>
    rows.map((row): Row => Object.fromEntries(header.map((name, index) => [String(name), String(row[index] ?? '')]))))
  return { survey: survey!, choices: choices!, settings: settings! }
}

const languages = ['Svenska (sv)', 'English (en)']
const answered = (rows: readonly Row[]) => rows.filter(({ type }) => !/^(?:begin|end)_|^note$/.test(type!))
const find = ({ survey }: Book, name: string): Row => survey.find((row) => row['name'] === name)!

test.each([['without a reason', content], ['encrypted, with the reason', encrypted]])('columns, names, lists, groups and references are those of the specification: %s', async (_, of) => {
  const { survey, choices, settings } = await bookOf(of)
  const known = new Set(['type', 'name', 'required', 'relevant', 'constraint', 'appearance', 'calculation', 'repeat_count', ...['label', 'hint', 'constraint_message'].flatMap((column) => languages.map((language) => `${column}::${language}`))])
  expect(Object.keys(survey[0]!).filter((column) => !known.has(column))).toEqual([])
  expect(Object.keys(choices[0]!)).toEqual(['list_name', 'name', ...languages.map((language) => `label::${language}`)])

  const lists = new Set(choices.map((row) => row['list_name']))
  const names = survey.map(({ name }) => name!).filter((name) => name !== '')
  expect(new Set(names.map((name) => name.toLowerCase())).size, 'names are told apart').toBe(names.length)
  expect(names.filter((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)), 'names of XML, without what stands between groups').toEqual([])
  for (const { type, name, relevant, constraint, calculation, appearance, ...row } of survey) {
    const [kind, list, ...more] = type!.split(' ')
    expect(more, type).toEqual([])
    expect(['today', 'calculate', 'note', 'text', 'integer', 'date', 'select_one', 'select_multiple', 'begin_group', 'end_group', 'begin_repeat', 'end_repeat']).toContain(kind)
    if (list !== undefined) expect(lists, type).toContain(list)
    if (!/^(?:today|calculate|end_)/.test(kind!)) for (const language of languages) expect(row[`label::${language}`], name).toMatch(/\S/)
    for (const [, reference] of `${relevant} ${constraint} ${calculation} ${row['repeat_count']}`.matchAll(/\$\{([^}]*)\}/g)) expect(names, name).toContain(reference)
    for (const expression of [relevant!, constraint!]) {
      const bare = expression.replace(/'[^']*'/g, '')
      expect(bare.split('(').length, name).toBe(bare.split(')').length)
      expect(bare.replace(/\$\{\w+\}|\b(?:and|or|not|today|date|selected|join|regex|string-length|count-selected)\b|[\s\d().,=<>!]/g, ''), name).toBe('')
    }
    if (constraint !== '') for (const language of languages) expect(row[`constraint_message::${language}`], name).toMatch(/\S/)
    expect(['', 'field-list', 'minimal', 'minimal autocomplete', 'month-year', 'year', 'multiline'], name).toContain(appearance)
  }
  // Ends close what was begun last; ODK Collect shows no repeat on a screen with other questions.
  const open: Row[] = []
  for (const row of survey) {
    if (row['type']!.startsWith('begin_')) {
      if (row['type'] === 'begin_repeat') expect(open.map(({ appearance }) => appearance)).not.toContain('field-list')
      open.push(row)
    }
    if (row['type']!.startsWith('end_')) expect(open.pop()?.['type']).toBe(row['type']!.replace('end_', 'begin_'))
  }
  expect(open).toEqual([])

  for (const list of lists) {
    const codes = choices.filter((row) => row['list_name'] === list).map(({ name }) => name!)
    expect(new Set(codes).size, list).toBe(codes.length)
    expect(codes.filter((code) => !/^[\w.-]+$/.test(code)), 'no blanks: an answer of several is separated by them').toEqual([])
  }
  for (const row of choices) for (const language of languages) expect(row[`label::${language}`]).toMatch(/\S/)
  expect(settings).toEqual([{
    form_title: 'Lykta: Exempelstad', form_id: 'lykta-1', version: '2611261015', default_language: 'Svenska (sv)', style: 'pages',
    ...(of.publicKey === undefined ? {} : { public_key: of.publicKey }),
  }])
})

test('every question of the form is asked, and only the source must be said', async () => {
  for (const form of formVersions) {
    const { survey } = await bookOf({ ...content, form })
    const names = answered(survey).map(({ name }) => name!)
    for (const { id, kind } of questionsOf(form)) {
      if (kind === 'sealed-text' || kind === 'groups') continue
      expect(names.some((name) => name === id || name.startsWith(`${id}_`)), id).toBe(true)
    }
    expect(survey.filter(({ required }) => required !== '').map(({ name, required }) => [name, required])).toEqual([['reportedBy', 'yes']])
  }
})

test('every choice has don’t know beside it, as the form has', async () => {
  const { survey, choices } = await bookOf(content)
  const lists = survey.filter(({ type }) => type!.startsWith('select_one ')).map(({ type }) => type!.split(' ')[1]!)
  for (const list of new Set(lists)) {
    if (/organisations$|^yes_no$/.test(list)) continue
    expect(choices.filter((row) => row['list_name'] === list).map(({ name }) => name), list).toContain('unknown')
  }
  expect(choices.find((row) => row['list_name'] === 'sex' && row['name'] === 'unknown')).toMatchObject({ 'label::Svenska (sv)': 'Vet inte', 'label::English (en)': 'Don’t know' })
})

test('months, years, bounds and groups are asked so that they keep their meaning', async () => {
  const book = await bookOf(content)
  expect(find(book, 'occurred_month')).toMatchObject({ type: 'date', appearance: 'month-year', relevant: "${occurred_precision} = 'month'" })
  expect(find(book, 'occurred_year')).toMatchObject({ type: 'date', appearance: 'year', relevant: "${occurred_precision} = 'year'" })
  expect(find(book, 'buyers_at_least')).toMatchObject({ type: 'select_one yes_no', relevant: "${buyers} != ''" })
  expect(find(book, 'persons')).toMatchObject({ type: 'begin_repeat', repeat_count: '${groups_of_persons}' })
  expect(find(book, 'concernReport')['relevant']).toBe("selected(join(' ', ${ageGroup}), 'minor')")
  expect(find(book, 'supportOffered')['relevant']).toBe("${supportContact} = 'yes'")
  const at = (name: string) => book.survey.findIndex((row) => row['name'] === name)
  const end = book.survey.findIndex(({ type }) => type === 'end_repeat')
  for (const name of ['count', 'ageGroup', 'supportContact', 'acceptedSupport']) expect(at('persons') < at(name) && at(name) < end, name).toBe(true)
  expect(at('concernReport')).toBeGreaterThan(end)
})

test('the network’s organisations and own signs can be chosen; a code that ODK would not take stands as its id', async () => {
  const odd = { ...shelter, id: '00000000-0000-4000-8000-000000000009', code: 'Hus & hem' }
  const { choices } = await bookOf({ ...content, organisations: [...context.organisations, odd] })
  const of = (list: string) => choices.filter((row) => row['list_name'] === list).map(({ name }) => name)
  expect(new Set(of('organisations'))).toEqual(new Set([odd.id, hotel.code, shelter.code, former.code, outside.code]))
  expect(new Set(of('support_organisations'))).toEqual(new Set([odd.id, shelter.code]))
  expect(choices.find(({ name }) => name === outside.code)!['label::English (en)']).toBe(`${outside.name} (outside the network)`)
  expect(of('indicators_sexual').at(-1)).toBe('sexual.x-own')
  const all = ['general', 'sexual', 'labour', 'begging', 'forced_criminality', 'domestic_servitude', 'children'].flatMap((category) => of(`indicators_${category}`))
  expect(all).toHaveLength(indicatorsOn('2026-11-26', shippedIndicators).length + 1)
  expect(new Set(of('nationalities'))).toEqual(new Set(nationalities))
})

test('the reason is asked for under encryption alone; otherwise a note says where it is told', async () => {
  const [clear, sealed] = [await bookOf(content), await bookOf(encrypted)]
  expect([find(clear, 'reason'), find(clear, 'note_reason_elsewhere')['type']]).toEqual([undefined, 'note'])
  expect(find(clear, 'note_reason_elsewhere')['label::English (en)']).toContain('Tell it to the coordinator')
  expect([find(sealed, 'reason')['type'], find(sealed, 'note_reason_elsewhere')]).toEqual(['text', undefined])
  expect(() => makeXlsForm({ ...content, withReason: true })).toThrow('never asked for in clear')
  // Whoever fills it in is told who can read it, in both cases.
  expect(find(clear, 'note_privacy')['label::Svenska (sv)']).toContain('den som driver servern kan läsa')
  expect(find(sealed, 'note_privacy')['label::Svenska (sv)']).toContain('krypteras på enheten')
  expect(find(clear, 'note_numbers')['label::Svenska (sv)']).toContain('Jouren 042-10 00 00')
})
