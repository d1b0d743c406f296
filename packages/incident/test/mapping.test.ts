// Another town's spreadsheet by a mapping: two invented towns by hand, everything renamed, and every refusal at its place in their file.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Mapping, importFiles, isAmbiguous, type MappedColumn, parseMapping, proposeMapping, readerOfFormat, readSheets, shippedIndicators, type Language } from '../src/index.ts'
import { csvFiles, reference, textsOf, workbookFile } from './import-support.ts'
import { changed, context, eastmere, grankoping, importTown, renameEverything } from './mapping-support.ts'
import { anyBundle, tablesOf } from './random-bundle.ts'

const runs = process.env['LYKTA_PROVE'] ? 500 : 40

const one = { count: 1, atLeast: false }
const least = (count: number) => ({ count, atLeast: true })

test('Granköping: one sheet, a row an incident, counts by kind of person as groups', async () => {
  const { problems, bundle, rows } = await importTown(grankoping)
  expect(problems).toEqual([])
  expect(rows).toEqual({ incidents: { all: 7, good: 7 }, persons: { all: 9, good: 9 } })
  expect(bundle?.organisations.map(({ code, sector }) => [code, sector])).toEqual([['polis', 'police'], ['soc', 'social-services'], ['jour', 'civil-society'], ['hotell', 'business']])
  const of = (ref: string) => bundle!.incidents.find(({ externalRef }) => externalRef === ref)!
  expect(of('G-101')).toMatchObject({
    reporterCode: 'polis', reason: 'Två kvinnor i en uthyrd lägenhet; många besök på kvällen.',
    answers: {
      occurred: { from: '2023-03-14', to: '2023-03-14' }, reportedOn: '2023-03-15', placeType: 'home', area: 'Centrum', exploitation: 'sexual', indicators: ['sexual.advertised-online', 'sexual.many-phones'],
      policeContacted: 'yes', policeReports: one, buyers: least(1), persons: [{ count: { count: 2, atLeast: false }, sex: 'woman', ageGroup: 'adult', nationalities: ['RO'], supportContact: 'yes', acceptedSupport: 'no' }],
    },
  })
  expect(of('G-102').answers.buyers).toEqual(least(2))
  expect(of('G-103').answers).toMatchObject({ occurred: { from: '2023-05-01', to: '2023-05-31' }, policeReports: null, persons: [{ count: least(4), sex: 'man', nationalities: ['MD', 'UA'] }] })
  // About two women is at least one, and "?" children may be none.
  expect(of('G-105').answers.persons.map(({ count, sex, ageGroup }) => [count, sex, ageGroup])).toEqual([[one, 'man', 'adult'], [least(1), 'woman', 'adult'], [least(0), 'unknown', 'minor']])
  expect(of('G-106')).toMatchObject({ answers: { area: null, persons: [], buyers: null, occurred: { from: '2023-01-01', to: '2023-12-31' } } })
  // A range is its lowest for certain; here every "about" is at least one.
  expect(of('G-107').answers.buyers).toEqual(least(1))
})

test('Eastmere: three files with codes of their own', async () => {
  const { problems, bundle } = await importTown(eastmere)
  expect(problems).toEqual([])
  expect(bundle?.organisations.map(({ code, sector, joined }) => [code, sector, joined])).toEqual([
    ['EMP', 'police', '2021-06-01'], ['EMC', 'municipality', '2021-06-01'], ['ANC', 'civil-society', '2021-09-15']])
  expect(bundle?.incidents.map(({ externalRef, answers: { placeType, exploitation, policeContacted, otherPerpetrators, persons } }) =>
    [externalRef, placeType, exploitation, policeContacted, otherPerpetrators?.count ?? null, persons.length])).toEqual([
    ['EM1', 'hotel', 'sexual', 'yes', 2, 2], ['EM2', 'home', 'sexual', 'no', 2, 1], ['EM3', 'workplace', 'labour', 'unknown', 1, 1], ['EM4', 'street', 'forced-criminality', 'yes', null, 1], ['EM5', 'unknown', 'unknown', 'unknown', null, 0]])
})

test('what is renamed in every header, word and date is the same register', async () => {
  const { bundle } = await importFiles(csvFiles(reference), context)
  const { files, mapping } = renameEverything(reference, 'qz')
  const renamed = await importFiles(files, { ...context, mapping })
  expect(textsOf(renamed.problems, 'sv')).toEqual([])
  expect(renamed.bundle).toEqual(bundle)
})

test('so is any random register', async () => {
  await fc.assert(fc.asyncProperty(anyBundle, fc.constantFrom<Language>('sv', 'en'), fc.string({ unit: fc.constantFrom('q', 'z', 'ö', '7'), minLength: 2, maxLength: 5 }), async (bundle, language, salt) => {
    const { files, mapping } = renameEverything(tablesOf(bundle, language), `w${salt}`)
    const renamed = await importFiles(files, { ...context, mapping })
    return renamed.bundle !== undefined && JSON.stringify(renamed.bundle) === JSON.stringify(bundle)
  }), { seed: 20240601, numRuns: runs })
})

test('a workbook with a sheet a year, each counting from 1, is one table', async () => {
  const header = ['Nr', 'Datum', 'Av', 'Plats']
  const file = await workbookFile('xlsx', { '2022': [header, ['1', '2022-05-01', 'P', 'hotell']], '2023': [header, ['1', '2023-05-01', 'P', 'gata'], ['2', 'våren 2023', 'P', 'gata']], 'Läs detta': [['Hej', 'du']] })
  const sheet = (year: string): Mapping['sheets'][number] => ({
    names: [year], headerRow: 1, ignored: [], skippedRows: [], constants: { 'incidents.exploitation': 'unknown', 'incidents.policeContacted': 'unknown', 'incidents.area': 'Hamnen' },
    columns: [
      { from: 'Nr', to: 'incidents.ref', prefix: `${year}-` }, { from: 'Datum', to: 'incidents.occurred' }, { from: 'Datum', to: 'incidents.reported' },
      { from: 'Av', to: 'incidents.reporter', values: { P: 'polis' } }, { from: 'Plats', to: 'incidents.placeType' },
    ],
  })
  const mapping: Mapping = { lykta: 'mapping', version: 1, ignoredSheets: ['läs detta'], sheets: [sheet('2022'), sheet('2023')], organisations: [{ code: 'polis', name: 'Polisen', sector: 'police', joined: '2020-01-01', left: null }] }
  const refused = await importFiles([file], { ...context, mapping })
  expect(textsOf(refused.problems, 'sv')).toEqual(['register.xlsx › 2023, rad 3, kolumn Datum: ”våren 2023” är inget datum. Rätta datumet, eller lägg till hur det skrivs.'])
  const mended = await importFiles([await workbookFile('xlsx', { '2022': [header, ['1', '2022-05-01', 'P', 'hotell']], '2023': [header, ['1', '2023-05-01', 'P', 'gata']], 'Läs detta': [['Hej', 'du']] })], { ...context, mapping })
  expect(mended.bundle?.incidents.map(({ externalRef, answers: { area, persons } }) => [externalRef, area, persons])).toEqual([['2022-1', 'Hamnen', []], ['2023-1', 'Hamnen', []]])
})

const [sheet] = grankoping.mapping.sheets
const withColumn = (from: string, more: Partial<MappedColumn> | undefined): Mapping => ({
  ...grankoping.mapping, sheets: [{ ...sheet!, columns: sheet!.columns.flatMap((column) => (column.from !== from ? [column] : more ? [{ ...column, ...more }] : [])) }],
})
const [file] = grankoping.files

test.each<readonly [name: string, town: { files?: typeof grankoping.files; mapping?: Mapping }, sv: string, en: string]>([
  ['a word without a line', { files: [changed(file!, 'Lägenhet', 'Husvagn')] },
    'grankoping.csv, rad 3, kolumn Plats: ”Husvagn” står inte i mappningen och är inget av våra ord (hotell, bostad,', 'grankoping.csv, row 3, column Plats: “Husvagn” is not in the mapping and is none of our words (hotel, home,'],
  ['a date written otherwise', { files: [changed(file!, '14/3 2023', '14 mars -23')] },
    'grankoping.csv, rad 3, kolumn Händelsedatum: ”14 mars -23” är inget datum som skrivs D/M YYYY, MMMM YYYY.', 'grankoping.csv, row 3, column Händelsedatum: “14 mars -23” is no date written D/M YYYY, MMMM YYYY.'],
  ['a day that is none', { files: [changed(file!, '14/3 2023', '31/2 2023')] },
    'grankoping.csv, rad 3, kolumn Händelsedatum: ”31/2 2023” är inget datum', 'grankoping.csv, row 3, column Händelsedatum: “31/2 2023” is no date'],
  ['about a number, undecided', { mapping: withColumn('Kvinnor', { about: undefined } as never) },
    'grankoping.csv, rad 7, kolumn Kvinnor: ”ca 2” är ett ungefärligt antal.', 'grankoping.csv, row 7, column Kvinnor: “ca 2” is a number about right.'],
  ['what the import itself finds, with their header', { files: [changed(file!, '15/3 2023', '13/3 2023')] },
    'grankoping.csv, rad 3, kolumn Inkom: Incidenten är rapporterad 2023-03-13, innan den inträffade', 'grankoping.csv, row 3, column Inkom: The incident was reported on 2023-03-13, before it occurred'],
  ['a reference twice, with their row', { files: [changed(file!, 'G-105', 'G-101')] },
    'grankoping.csv, rad 7, kolumn Ärendenr: ”G-101” står redan på rad 3.', 'grankoping.csv, row 7, column Ärendenr: “G-101” already stands in row 3'],
  ['a formula', { files: [changed(file!, 'Centrum', '=1+1')] },
    'grankoping.csv, rad 3, kolumn Stadsdel: Texten börjar med =', 'grankoping.csv, row 3, column Stadsdel: The text begins with ='],
  ['an organisation that is none', { mapping: withColumn('Uppgiftslämnare', { values: { Polisen: 'polisn' } }) },
    'grankoping.csv, rad 3, kolumn Uppgiftslämnare: Organisationen ”polisn” är inte känd. Menas polis?', 'grankoping.csv, row 3, column Uppgiftslämnare: The organisation “polisn” is not known. Is it polis?'],
  ['a row that is cut off', { files: [changed(file!, ';AB\r\n', '\r\n')] },
    'grankoping.csv, rad 3: Raden har 18 fält men det finns 19 rubriker.', 'grankoping.csv, row 3: The row has 18 fields but there are 19 headers.'],
  ['a column that nobody mapped', { mapping: withColumn('Tackade ja', undefined) },
    'grankoping.csv, rad 2, kolumn Tackade ja: Kolumnen står inte i mappningen.', 'grankoping.csv, row 2, column Tackade ja: The column is not in the mapping.'],
  ['a column that is not there', { files: [changed(file!, 'Stadsdel', 'Kommundel')] },
    'grankoping.csv, rad 2, kolumn Kommundel: Kolumnen står inte i mappningen.', 'grankoping.csv, row 2, column Kommundel: The column is not in the mapping.'],
  ['nothing for what must be there', { mapping: { ...grankoping.mapping, sheets: [{ ...sheet!, columns: sheet!.columns.filter(({ from }) => from !== 'Inkom'), ignored: ['Handläggare', 'Inkom'] }] } },
    'grankoping: Inget i bladet blir rapporterad.', 'grankoping: Nothing in the sheet becomes reported_on.'],
  ['a sheet that is not mapped', { files: [file!, { name: 'annat.csv', bytes: new TextEncoder().encode('a;b\n1;2\n') }] },
    'annat.csv: Bladet står inte i mappningen och är ingen av våra tabeller.', 'annat.csv: The sheet is not in the mapping and is none of our tables.'],
  ['a sheet that is missing', { files: [], mapping: grankoping.mapping },
    'Mappningen gäller bladet grankoping, som inte finns i filerna.', 'The mapping is about the sheet grankoping, which is not in the files.'],
  ['a file of another name with another column', { files: [{ ...changed(file!, 'Stadsdel', 'Kommundel'), name: 'mars.csv' }] },
    'mars.csv: Bladet står inte i mappningen', 'mars.csv: The sheet is not in the mapping'],
  ['a proposal', { mapping: withColumn('Plats', { proposed: true, proposedValues: { Husvagn: 'home' } }) },
    'grankoping, kolumn Plats: Att kolumnen blir platstyp är ett förslag.', 'grankoping, column Plats: That the column becomes place_type is a proposal.'],
  ['a column that is not decided', { mapping: withColumn('Plats', { to: null }) },
    'grankoping, kolumn Plats: Kolumnen är inte bestämd.', 'grankoping, column Plats: The column is not decided.'],
  ['a word that is not decided', { mapping: withColumn('Plats', { undecidedValues: ['Husvagn'] }) },
    'grankoping, kolumn Plats: Ordet ”Husvagn” är inte bestämt.', 'grankoping, column Plats: The word “Husvagn” is not decided.'],
  ['a count of all beside one for each kind', { mapping: { ...grankoping.mapping, sheets: [{ ...sheet!, columns: [...sheet!.columns, { from: 'Handläggare', to: 'persons.count' }], ignored: [] }] } },
    'grankoping, kolumn Handläggare: Två kolumner blir båda antal.', 'grankoping, column Handläggare: Two columns both become count.'],
])('refused: %s', async (_, town, sv, en) => {
  const { problems, bundle } = await importTown({ ...grankoping, ...town })
  expect(bundle).toBeUndefined()
  expect(textsOf(problems, 'sv')[0]?.slice(0, sv.length)).toBe(sv)
  expect(textsOf(problems, 'en')[0]?.slice(0, en.length)).toBe(en)
})

test('a file of another name is known by its headers', async () => {
  const { bundle } = await importTown({ ...grankoping, files: [{ ...file!, name: 'mars.csv' }] })
  expect(bundle?.incidents).toHaveLength(7)
})

test('what is proposed: by likeness, marked as such, and nothing of free text', async () => {
  const { sheets } = await readSheets([...grankoping.files, ...eastmere.files])
  const known = { organisations: [{ code: 'polis', name: 'Polisen i Granköping' }], indicators: shippedIndicators }
  const proposed = proposeMapping(sheets, known)
  expect(parseMapping(JSON.stringify(proposed), 'm.json')).toEqual({ mapping: proposed })
  const of = (from: string) => proposed.sheets.flatMap(({ columns }) => columns).find((column) => column.from === from)
  expect(of('Händelsedatum')).toEqual({ from: 'Händelsedatum', to: 'incidents.occurred', proposed: true, dates: ['D/M YYYY', 'MMMM YYYY'] })
  expect(of('Uppgiftslämnare')).toMatchObject({ to: 'incidents.reporter', proposedValues: { Polisen: 'polis' }, undecidedValues: ['Kvinnojouren', 'Hotell Granen', 'Socialtjänsten'] })
  expect(of('Tecken')).toMatchObject({ split: ';', proposedValues: { 'många mobiltelefoner': 'sexual.many-phones', 'annonseras på nätet': 'sexual.advertised-online' } })
  expect(of('Barn')).toMatchObject({ to: 'persons.count', group: { sex: 'unknown', ageGroup: 'minor' }, undecidedValues: ['?'] })
  expect(of('Handläggare')).toEqual({ from: 'Handläggare', to: null })
  expect(of('Gender')).toMatchObject({ to: 'persons.sex', proposedValues: { F: 'woman', M: 'man' } })
  // Codes of a table of theirs are known words.
  expect(of('Referred by')).toEqual({ from: 'Referred by', to: 'incidents.reporter', proposed: true })
  expect(JSON.stringify(proposed)).not.toContain('uthyrd')

  const narrative = `En lång berättelse om vad som hände, ${'och vad som hände sedan, '.repeat(5)}`
  const [odd] = (await readSheets([{ name: 'udda.csv', bytes: new TextEncoder().encode(`Nr;Datum;Plats\n1;2023-01-01;${narrative}\n`) }])).sheets
  const [mapped] = proposeMapping([odd!], known).sheets
  expect(mapped!.columns.find(({ from }) => from === 'Plats')).toEqual({ from: 'Plats', to: null })
  expect(isAmbiguous(['D/M/YYYY'], ['3/4/2019', '1/2/2019'])).toBe(true)
  expect(isAmbiguous(['D/M/YYYY'], ['3/4/2019', '13/2/2019'])).toBe(false)
})

test('a row that becomes several groups says what is wrong with it once', async () => {
  const { problems } = await importTown({ ...grankoping, files: [changed(file!, '1;0;1;Rumänien', '1;0;1;Atlantis')] })
  expect(textsOf(problems, 'sv')).toEqual(['grankoping.csv, rad 6, kolumn Nationalitet: ”Atlantis” står inte i mappningen och är ingen landskod. Säg vilket land det är.'])
})

test('persons that are spoken of and not counted are a group of unknown number, and the row is told', async () => {
  const uncounted = changed(file!, ';2;0;;Rumänien;Ja;1;ca 3;Ja;Nej;', ';;0;;Rumänien;Ja;1;ca 3;Ja;Nej;')
  const { problems, bundle } = await importTown({ ...grankoping, files: [uncounted] })
  expect(problems.map(({ severity }) => severity)).toEqual(['warning'])
  expect(textsOf(problems, 'sv')[0]).toMatch(/^grankoping\.csv, rad 3, kolumn Nationalitet, Kontakt med stödverksamhet, Tackade ja: Raden säger något om personer/u)
  expect(textsOf(problems, 'en')[0]).toMatch(/^grankoping\.csv, row 3, column Nationalitet, Kontakt med stödverksamhet, Tackade ja: The row says something of persons/u)
  const persons = bundle?.incidents.find(({ externalRef }) => externalRef === 'G-101')?.answers.persons
  expect(persons).toMatchObject([{ count: least(0), sex: 'unknown', ageGroup: 'unknown', nationalities: ['RO'], supportContact: 'yes', acceptedSupport: 'no' }])

  // "Don't know" says nothing of anybody.
  const unknown = await importTown({ ...grankoping, files: [changed(file!, ';Vet ej;Vet ej;-;-;-;-;', ';Vet ej;Vet ej;-;-;Vet ej;-;')] })
  expect(unknown.problems).toEqual([])
  expect(unknown.bundle?.incidents.find(({ externalRef }) => externalRef === 'G-106')?.answers.persons).toEqual([])
})

test('of a sheet without signs nobody was asked for them, beside one that has them', async () => {
  const header = ['Nr', 'Datum', 'Av', 'Plats']
  const file = await workbookFile('xlsx', { '2022': [header, ['1', '2022-05-01', 'polis', 'hotell']], '2023': [[...header, 'Tecken'], ['2', '2023-05-01', 'polis', 'gata', ''], ['3', '2023-06-01', 'polis', 'gata', 'sexual.many-phones']] })
  const columns: readonly MappedColumn[] = [{ from: 'Nr', to: 'incidents.ref' }, { from: 'Datum', to: 'incidents.occurred' }, { from: 'Datum', to: 'incidents.reported' }, { from: 'Av', to: 'incidents.reporter' }, { from: 'Plats', to: 'incidents.placeType' }]
  const common = { headerRow: 1, ignored: [], skippedRows: [], constants: { 'incidents.exploitation': 'unknown', 'incidents.policeContacted': 'unknown' } } as const
  const mapping: Mapping = {
    lykta: 'mapping', version: 1, ignoredSheets: [], organisations: [{ code: 'polis', name: 'Polisen', sector: 'police', joined: '2020-01-01', left: null }],
    sheets: [{ ...common, names: ['2022'], columns }, { ...common, names: ['2023'], columns: [...columns, { from: 'Tecken', to: 'incidents.indicators' }] }],
  }
  const { problems, bundle } = await importFiles([file], { ...context, mapping })
  expect(problems).toEqual([])
  expect(bundle?.incidents.map(({ answers }) => answers.indicators)).toEqual([null, [], ['sexual.many-phones']])
})

test.each<readonly [text: string, part: string]>([
  ['', 'Filen är ingen mappning (JSON).'],
  ['[]', 'Filen är ingen mappning (JSON).'],
  ['{"lykta":"mapping","version":2}', 'Mappningens version (2) går inte att läsa.'],
  ['{"lykta":"mapping","version":1,"sheets":[{"names":["a"],"columns":[{"from":"x","to":"incidents.nowhere"}]}]}', 'Vid /sheets/0/columns/0/to ska det stå en kolumn av våra'],
  ['{"lykta":"mapping","version":1,"sheets":[{"names":["a"],"columns":[{"from":"x","to":"persons.sex","values":{"K":"kvinnlig"}}]}]}', 'Vid /sheets/0/columns/0/values/K står ”kvinnlig”, som inte är något av våra ord.'],
  ['{"lykta":"mapping","version":1,"sheets":[{"names":["a"],"columns":[{"from":"x","to":"incidents.occurred","dates":["D/M"]}]}]}', 'Vid /sheets/0/columns/0/dates/0 ska det stå hur datumet skrivs'],
  ['{"lykta":"mapping","version":1,"sheet":[]}', 'Vid /sheet ska det stå bara nycklar'],
  ['{"lykta":"mapping","version":1,"organisations":[{"code":"p","name":"P","sector":"police","joined":"2020-02-30"}]}', 'Vid /organisations/0/joined ska det stå ett datum'],
  ['{"lykta":"mapping","version":1,"sheets":[{"names":["a"],"columns":[{"from":"x","to":"incidents.ref"},{"from":"y","to":"organisations.code"}]}]}', 'Bladet blandar tabeller.'],
])('a mapping file that is wrong: %s', (text, part) => {
  const parsed = parseMapping(text, 'm.json')
  expect('problems' in parsed ? textsOf(parsed.problems, 'sv')[0] : parsed).toContain(part)
  expect('problems' in parsed && textsOf(parsed.problems, 'en')[0]).toMatch(/^[am]/u)
})

test('a mapping file is read as it was written, and no JSON breaks its reading', () => {
  for (const { mapping } of [grankoping, eastmere]) expect(parseMapping(JSON.stringify(mapping), 'm.json')).toEqual({ mapping })
  fc.assert(fc.property(fc.jsonValue(), fc.constantFrom('sheets', 'organisations', 'ignoredSheets'), (value, key) => {
    for (const part of [value, [value], [{ names: ['a'], columns: value }], [{ names: ['a'], columns: [value], constants: value }]]) {
      const parsed = parseMapping(JSON.stringify({ lykta: 'mapping', version: 1, [key]: part }), 'm.json')
      if ('problems' in parsed) textsOf(parsed.problems, 'sv')
    }
  }), { seed: 47, numRuns: runs * 5 })
})

test.each([
  ['D/M/YYYY', '3/4/2019', '2019-04-03'], ['M/D/YYYY', '3/4/2019', '2019-03-04'], ['D MMMM YYYY', '3 oktober 2019', '2019-10-03'], ['D MMM YY', '3 sept. 19', '2019-09-03'], ['MMMM D, YYYY', 'May 3, 2019', '2019-05-03'],
  ['YYMMDD', '190403', '2019-04-03'], ['D/M -YY', '3/4 -99', '1999-04-03'], ['MMMM YYYY', 'maj 2019', '2019-05'], ["'YY", "'19", '2019'], ['YYYY-MM-DD HH:mm', '2019-04-03 14:05', '2019-04-03'],
  ['D/M/YYYY', '31/2/2019', undefined], ['D/M/YYYY', '3/4/19', undefined], ['D MMMM YYYY', '3 blursday 2019', undefined], ['D.M.YYYY', '3x4x2019', undefined],
])('dates written %s: %s', (format, text, expected) => {
  expect(readerOfFormat(format)?.(text)).toBe(expected)
})

test.each(['D/M', 'D YYYY', 'YYYY YYYY', 'M/M/YYYY', '', 'x'.repeat(50)])('no way of writing dates: %s', (format) => {
  expect(readerOfFormat(format)).toBeUndefined()
})
