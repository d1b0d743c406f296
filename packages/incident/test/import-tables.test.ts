// What is wrong with tables, headers and the shape of rows.
import { expect, test } from 'vitest'
import { importFiles } from '../src/index.ts'
import type { Problem } from '../src/index.ts'
import { codesOf, context, csvFiles, problemsOf, reference, textsOf, toCsv, withColumn, workbookFile } from './import-support.ts'
import type { TextTables } from './import-support.ts'

const { organisationer = [], incidenter = [], personer = [] } = reference

/** The reference with the headers of one table renamed or, when the new name is undefined, their columns taken out. */
function withHeaders(name: string, renamed: Readonly<Record<string, string | undefined>>): TextTables {
  const table = reference[name] ?? []
  const kept = (table[0] ?? []).flatMap((header, index) => (header in renamed && renamed[header] === undefined ? [] : [index]))
  return { ...reference, [name]: table.map((row, at) => kept.map((index) => (at === 0 ? renamed[row[index] ?? ''] ?? row[index] ?? '' : row[index] ?? ''))) }
}

test('a missing column', async () => {
  const problems = await problemsOf(withHeaders('incidenter', { polis: undefined }))
  expect(textsOf(problems, 'sv')).toEqual(['incidenter.csv, rad 1: Kolumnen polis (på engelska police_contacted) saknas. Lägg till den.'])
  expect(textsOf(problems, 'en')).toEqual(['incidenter.csv, row 1: The column police_contacted (in Swedish polis) is missing. Add it.'])
})

test('an unknown column, with the nearest one that is still free', async () => {
  const problems = await problemsOf(withHeaders('incidenter', { köpare: 'köpere' }))
  expect(textsOf(problems, 'sv')[0]).toMatch(/^incidenter\.csv, rad 1, kolumn köpere: Kolumnen är okänd\. Menas köpare\? Rätta rubriken eller ta bort kolumnen\. Tabellen incidenter har kolumnerna nr, datum, /)
  expect(textsOf(problems, 'en')[0]).toMatch(/^incidenter\.csv, row 1, column köpere: The column is unknown\. Is it buyers\? Correct the header or remove the column\. The table incidents has the columns ref, occurred_on, /)
  expect(problems).toHaveLength(1)
  const [other] = await problemsOf(withColumn(reference, 'personer', 'telefonnummer', ''))
  expect(textsOf(other ? [other] : [], 'sv')[0]).toMatch(/Ta bort den eller rätta rubriken\. Tabellen personer/)
})

test('all that is wrong with headers is told at once, and no row is read before they are right', async () => {
  const problems = await problemsOf({ ...withHeaders('incidenter', { polis: undefined, form: 'figur' }), personer: [['incident_nr', 'kön'], ['2099-01', '???']] })
  expect(codesOf(problems)).toEqual(['import.column-unknown', 'import.column-missing', 'import.column-missing', 'import.column-missing'])
})

test('the same column twice, also in both languages', async () => {
  for (const [header, other] of [['polis', 'polis'], ['Police contacted', 'polis']] as const) {
    const problems = await problemsOf(withColumn(reference, 'incidenter', header, 'ja'))
    expect(textsOf(problems, 'sv')).toEqual([`incidenter.csv, rad 1, kolumn ${header}: Samma fråga står redan i kolumnen ${other}. Ta bort en av dem.`])
  }
  const both = withColumn(withColumn(reference, 'incidenter', 'källa', ''), 'incidenter', 'extern', '')
  expect(codesOf(await problemsOf(both))).toEqual(['import.column-twice'])
})

test('a table that is missing, unknown or there twice', async () => {
  expect(textsOf(await problemsOf({ organisationer, incidenter }), 'sv')).toEqual([
    'Tabellen personer saknas. Lägg till filen personer.csv eller ett blad med det namnet; den får ha bara rubriker.'])
  expect(textsOf(await problemsOf({ organisationer, personer }), 'en')).toEqual([
    'The table incidents is missing. Add the file incidents.csv or a sheet of that name; it may have headers only.'])
  expect(codesOf(await problemsOf({ incidenter, personer }))).toEqual(['import.table-missing'])
  expect(codesOf(await problemsOf({ ...reference, anteckningar: [['vem', 'vad'], ['a', 'b']] }))).toEqual(['import.table-unknown'])
  expect(codesOf(await problemsOf({ ...reference, persons: personer }))).toEqual(['import.table-twice'])
  expect(codesOf((await importFiles([], context)).problems)).toEqual(['import.table-missing'])
})

test('headers only: nothing to import, and said so', async () => {
  const problems = await problemsOf({ organisationer, incidenter: incidenter.slice(0, 1), personer: personer.slice(0, 1) })
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['import.table-without-rows', 'warning']])
  expect(textsOf(problems, 'sv')).toEqual(['incidenter.csv: Tabellen incidenter har bara rubriker. Kontrollera att raderna kom med när filen sparades.'])
  expect(textsOf(problems, 'en')).toEqual(['incidenter.csv: The table incidents has headers only. Check that its rows were saved with the file.'])
})

test('an empty first row', async () => {
  const files = [...csvFiles({ organisationer, personer }), { name: 'incidenter.csv', bytes: toCsv([['', ''], ...incidenter]) }]
  expect(codesOf((await importFiles(files, context)).problems)).toEqual(['import.header-missing'])
})

async function ofIncidentLine(change: (line: string) => string): Promise<readonly Problem[]> {
  const lines = incidenter.map((row) => row.join(';'))
  const text = lines.map((line, index) => (index === 3 ? change(line) : line)).join('\r\n')
  const files = [...csvFiles({ organisationer, personer }), { name: 'incidenter.csv', bytes: new TextEncoder().encode(text) }]
  return (await importFiles(files, context)).problems
}

test('a row with too many or too few fields', async () => {
  expect(textsOf(await ofIncidentLine((line) => `${line};x`), 'sv')[0]).toBe(
    'incidenter.csv, rad 4: Raden har fler fält än de 14 rubrikerna. Ta bort det som står utanför, eller sätt "…" om ett fält som innehåller skiljetecknet.')
  expect(textsOf(await ofIncidentLine((line) => line.slice(0, 30)), 'en')[0]).toBe(
    'incidenter.csv, row 4: The row has 4 fields but there are 14 headers. It may be cut off: fill in the fields, or their separators.')
})

test('a quotation mark that is never closed', async () => {
  const problems = await ofIncidentLine((line) => line.replace(';hotell', ';"hotell').replace(';gata', ';"gata'))
  expect(codesOf(problems)).toEqual(['import.csv-quotes'])
  expect(problems[0]?.where).toEqual({ file: 'incidenter.csv', row: 4 })
  expect(textsOf(problems, 'sv')[0]).toMatch(/^incidenter\.csv, rad 4: Ett citattecken står fel/)
  expect(textsOf(problems, 'en')[0]).toMatch(/^incidenter\.csv, row 4: A quotation mark is out of place/)
})

test("a network's own indicators: ids, categories in either language, and dates", async () => {
  const own = (...row: readonly string[]) =>
    problemsOf({ ...reference, indikatorer: [['id', 'kategori', 'svenska', 'engelska', 'giltig_från', 'giltig_till'], row] })
  for (const category of ['sexual', 'Sexuella ändamål', 'SEXUAL']) expect(await own('sexual.x-room-swap', category, 'Byter rum', 'Changes rooms', '', '')).toEqual([])
  expect(textsOf(await own('sexual.room', 'sexual', 'Byter rum', 'Changes rooms', '', ''), 'sv')).toEqual([
    'indikatorer.csv, rad 2, kolumn id: ”sexual.room” kan inte vara id för en egen indikator. Skriv kategorin, .x- och ett namn med små bokstäver a–z, till exempel sexual.x-eget-tecken.'])
  for (const id of ['labour.x-room', 'sexual.x-', 'sexual.x-Rum', 'sexual.x--a', `sexual.x-${'a'.repeat(61)}`]) {
    expect([id, codesOf(await own(id, 'sexual', 'Byter rum', 'Changes rooms', '', ''))]).toEqual([id, ['import.indicator-id']])
  }
  expect(textsOf(await own('sexual.x-a', 'brottet', 'a', 'a', '', ''), 'en')).toEqual([
    'indikatorer.csv, row 2, column kategori: “brottet” cannot be read. Write general, sexual, labour, begging, forced criminality, domestic servitude or children.'])
  expect(codesOf(await own('sexual.x-a', 'sexual', 'a', '', '', ''))).toEqual(['import.cell-empty'])
  expect(codesOf(await own('sexual.x-a', 'sexual', 'a', 'a', '2019-02-01', '2019-01-01'))).toEqual(['import.valid-to-before-from'])
  expect((await importFiles(csvFiles({ indikatorer: [['id', 'kategori', 'svenska', 'engelska'], ['sexual.x-a', 'sexual', 'a', 'a']] }), context)).bundle?.ownIndicators).toHaveLength(1)
})

test('sheets: an unknown one is passed over with a warning, and its name is shown without tricks', async () => {
  const read = await importFiles([await workbookFile('ods', { ...reference, ['Blad\u202e7']: [['Anteckning'], ['x']] })], context)
  expect(read.bundle?.incidents).toHaveLength(63)
  expect(textsOf(read.problems, 'sv')).toEqual([
    'register.ods › Blad·7: Bladet lästes inte, eftersom det inte är någon känd tabell. Döp det till organisationer, incidenter, personer eller indikatorer om det ska läsas.'])
})
