// The template: filled in, in every kind and language, it imports; its lists hold the words that the import reads.
import { readOds } from 'hucre/ods'
import { readXlsx } from 'hucre/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { catalogueOf, importFiles, makeTemplate, shippedIndicators } from '../src/index.ts'
import type { ImportFile, Language, TemplateKind } from '../src/index.ts'
import { findCoded, wordsOf } from '../src/import/code-list.ts'
import type { CodedList } from '../src/import/code-list.ts'
import { codesOf, context } from './import-support.ts'

const content = { today: '2026-11-01', indicators: shippedIndicators.map(({ id, sv }) => ({ id, wording: sv })) }
const variants = (['xlsx', 'ods'] as const).flatMap((kind) => (['sv', 'en'] as const).map((language) => [kind, language] as const))

type Cells = Readonly<Record<string, readonly string[]>>

/** What somebody types into the second row of three sheets. */
const typed: Readonly<Record<Language, Cells>> = {
  sv: {
    Organisationer: ['soc', 'Socialtjänsten', 'socialtjänst', '2016-06-01'],
    Incidenter: ['1', '2019-04', '2019-05-02', 'soc', 'hotell', '', 'sexuella ändamål', 'sexual.many-phones|sexual.x-rum', 'Många telefoner', 'ja', '1', 'minst 2', '', '', 'medlem'],
    Personer: ['1', '', '', 'kvinna', 'vuxen', 'RO', 'ja', 'soc', '2019-05-03', 'ja', 'nej'],
    Indikatorer: ['sexual.x-rum', 'sexuella ändamål', 'Byter rum', 'Changes rooms'],
  },
  en: {
    Organisations: ['soc', 'Social services', 'social services', '2016-06-01'],
    Incidents: ['1', '2019-04', '2019-05-02', 'soc', 'hotel', '', 'sexual', 'sexual.many-phones|sexual.x-rum', 'Many phones', 'yes', '1', 'at least 2', '', '', 'member'],
    Persons: ['1', '', '', 'woman', 'adult', 'RO', 'yes', 'soc', '2019-05-03', 'yes', 'no'],
    Indicators: ['sexual.x-rum', 'sexual', 'Byter rum', 'Changes rooms'],
  },
}

/** The template with the second row of each sheet typed in, as a spreadsheet program would save it. */
async function filledIn(kind: TemplateKind, language: Language): Promise<ImportFile> {
  const parts = unzipSync(await makeTemplate(kind, language, content))
  const text = (name: string) => new TextDecoder().decode(parts[name])
  const sheets = Object.entries(typed[language])
  if (kind === 'ods') {
    const cell = (value: string) => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
    const xml = sheets.reduce((all, [name, cells]) => {
      const at = all.indexOf('<table:table-row table:number-rows-repeated', all.indexOf(`table:name="${name}"><table:table-column`))
      return `${all.slice(0, at)}<table:table-row>${cells.map(cell).join('')}</table:table-row>${all.slice(at)}`
    }, text('content.xml'))
    return { name: 'register.ods', bytes: zipSync({ ...parts, 'content.xml': strToU8(xml) }) }
  }
  const filled = Object.fromEntries(sheets.map(([, cells], index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`
    const row = cells.map((value, column) => `<c r="${String.fromCharCode(65 + column)}2" t="inlineStr"><is><t>${value}</t></is></c>`).join('')
    const xml = text(name).replace(/<row r="2"(?:[^>]*\/>|[^>]*>.*?<\/row>)/, '').replace(/(<row r="1".*?<\/row>)/, `$1<row r="2">${row}</row>`)
    return [name, strToU8(xml)]
  }))
  return { name: 'register.xlsx', bytes: zipSync({ ...parts, ...filled }) }
}

const ids = new Set(catalogueOf([]).map(({ id }) => id))

test.each(variants)('%s in %s, filled in, imports without a question', async (kind, language) => {
  const { problems, bundle } = await importFiles([await filledIn(kind, language)], { ...context, today: '2026-11-01', indicatorIds: ids })
  expect(problems).toEqual([])
  expect(bundle?.organisations).toHaveLength(1)
  expect(bundle?.ownIndicators.map(({ id }) => id)).toEqual(['sexual.x-rum'])
  expect(bundle?.incidents[0]).toMatchObject({
    externalRef: '1',
    reporterCode: 'soc',
    answers: {
      occurred: { from: '2019-04-01', to: '2019-04-30' }, exploitation: 'sexual', indicators: ['sexual.many-phones', 'sexual.x-rum'],
      buyers: { count: 2, atLeast: true }, external: false,
      persons: [{ sex: 'woman', nationalities: ['RO'], supportOrganisation: 'soc', contactDate: '2019-05-03', acceptedSupport: 'no' }],
    },
  })
})

test.each(variants)('%s in %s, left empty, only warns', async (kind, language) => {
  const bytes = await makeTemplate(kind, language, content)
  const { problems } = await importFiles([{ name: `mall.${kind}`, bytes }], { ...context, existingOrganisations: [] })
  expect(codesOf(problems)).toEqual(['import.table-without-rows'])
})

test.each(variants)('%s in %s with the organisations already there', async (kind, language) => {
  const organisations = [{ code: 'r&d', name: 'Namn "med" <tecken>', sector: 'civil-society', joined: '2016-06-01', left: '2020-01-31' }] as const
  const bytes = await makeTemplate(kind, language, { ...content, organisations })
  expect((await importFiles([{ name: `mall.${kind}`, bytes }], context)).bundle?.organisations).toEqual(organisations)
})

const lists: readonly (readonly [column: string, list: CodedList])[] = [
  ['sektor', 'sector'], ['platstyp', 'placeType'], ['form', 'exploitation'], ['polis', 'answer'], ['källa', 'source'], ['kön', 'sex'],
  ['ålder', 'ageGroup'], ['kontakt_stöd', 'answer'], ['erbjudet', 'answer'], ['tackat_ja', 'answer'], ['kategori', 'category'],
]

test('every column of codes has a drop-down list in both kinds, and the import reads each of its words', async () => {
  const ods = new TextDecoder().decode(unzipSync(await makeTemplate('ods', 'sv', content))['content.xml'])
  const xlsx = await readXlsx(await makeTemplate('xlsx', 'sv', content))
  const inXlsx = xlsx.sheets.flatMap(({ dataValidations = [] }) => dataValidations.map(({ values }) => values?.join(';')))
  for (const [, list] of lists) {
    const words = wordsOf(list, 'sv')
    expect(inXlsx).toContain(words.join(';'))
    expect(ods).toContain(`cell-content-is-in-list(${words.map((word) => `&quot;${word}&quot;`).join(';')})`)
    for (const word of [...words, ...wordsOf(list, 'en')]) expect(findCoded(list, word)).toBeDefined()
  }
  // One validation for each list, and each reaches every prepared row through its cells.
  const names = [...ods.matchAll(/<table:content-validation table:name="([^"]+)"/g)].map(([, name]) => name)
  expect(names).toHaveLength(lists.length + 3)
  for (const name of names) expect(ods).toContain(`table:content-validation-name="${name}"`)
  expect(xlsx.sheets.flatMap(({ dataValidations = [] }) => dataValidations)).toHaveLength(lists.length + 3)
  // A list in an XLSX file may have 255 characters at most, or Excel calls the file damaged.
  for (const words of inXlsx) expect((words ?? '').length).toBeLessThanOrEqual(255)
})

test('lists of organisations and incidents follow what is typed in their sheets', async () => {
  const ods = new TextDecoder().decode(unzipSync(await makeTemplate('ods', 'sv', content))['content.xml'])
  expect(ods).toContain("of:cell-content-is-in-list([$'Organisationer'.$A$2:.$A$1001])")
  expect(ods).toContain("of:cell-content-is-in-list([$'Incidenter'.$A$2:.$A$1001])")
  const xlsx = await readXlsx(await makeTemplate('xlsx', 'en', content))
  const formulas = xlsx.sheets.flatMap(({ dataValidations = [] }) => dataValidations.flatMap(({ formula1 }) => formula1 ?? []))
  expect(formulas).toContain('Organisations!$A$2:$A$1001')
})

test('the same template twice is the same bytes', async () => {
  expect(await makeTemplate('ods', 'sv', content)).toEqual(await makeTemplate('ods', 'sv', content))
})

test('an ODS file is laid out as programs expect: its kind first and unpacked, and every part listed', async () => {
  const bytes = await makeTemplate('ods', 'sv', content)
  expect(new TextDecoder().decode(bytes.subarray(30, 38 + 46))).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
  const parts = unzipSync(bytes)
  const manifest = new TextDecoder().decode(parts['META-INF/manifest.xml'])
  for (const name of Object.keys(parts).filter((part) => part !== 'mimetype' && !part.startsWith('META-INF'))) expect(manifest).toContain(`full-path="${name}"`)
})

test('another reader of ODS sees the same sheets and headers as in the XLSX', async () => {
  const [ods, xlsx] = [await readOds(await makeTemplate('ods', 'en', content)), await readXlsx(await makeTemplate('xlsx', 'en', content))]
  const headers = (book: typeof xlsx) => book.sheets.map(({ name, rows }) => [name, rows[0]?.filter((cell) => cell !== null && cell !== '')])
  expect(headers(ods)).toEqual(headers(xlsx))
})

test('the explanation says what each column takes, and lists the catalogue', async () => {
  const xlsx = await readXlsx(await makeTemplate('xlsx', 'sv', content))
  const text = xlsx.sheets.at(-1)?.rows.flat().join('\n') ?? ''
  expect(xlsx.sheets.at(-1)?.name).toBe('Läs mig')
  for (const { id, sv } of shippedIndicators) expect(text).toContain(`${id}\n${sv}`)
})
