// Files that are not what they should be: wrong encodings, bombs, formulas, damage, and sizes out of bounds.
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { findOversize, importFiles, maxFileBytes, readSheets } from '../src/index.ts'
import type { ImportFile } from '../src/index.ts'
import { codesOf, context, csvFiles, problemsOfFile, reference, textsOf, toCsv, workbookFile } from './import-support.ts'

const plain = (await importFiles(csvFiles(reference), context)).bundle
const kinds = ['xlsx', 'ods'] as const

test('an empty file', async () => {
  for (const content of ['', '\ufeff', ' \r\n\r\n']) expect(codesOf(await problemsOfFile('incidenter.csv', content))).toEqual(['import.file-empty'])
  const problems = await problemsOfFile('incidenter.csv', '')
  expect(textsOf(problems, 'sv')).toEqual(['incidenter.csv: Filen är tom. Kontrollera att det är rätt fil, och att den sparades med sitt innehåll.'])
  expect(textsOf(problems, 'en')).toEqual(['incidenter.csv: The file is empty. Check that it is the right file and was saved with its content.'])
  for (const kind of kinds) expect(codesOf((await importFiles([await workbookFile(kind, { Blad1: [] })], context)).problems)).toEqual(['import.file-empty'])
})

test('Windows-1252 with semicolons and the characters that Latin-1 lacks', async () => {
  const { incidenter = [] } = reference
  const changed = incidenter.map((row, index) => row.map((cell, column) => (index === 1 && column === 8 ? 'Hon sa – “nej” – 50 €' : cell)))
  const files = csvFiles({ ...reference, incidenter: changed }, { encoding: 'latin1' }).map((file): ImportFile =>
    file.name === 'incidenter.csv' ? { name: file.name, bytes: windows1252(new TextDecoder().decode(toCsv(changed))) } : file)
  const read = await importFiles(files, context)
  expect(read.bundle?.incidents[0]?.reason).toBe('Hon sa – “nej” – 50 €')
  expect(new Set(codesOf(read.problems))).toEqual(new Set(['import.encoding-windows-1252']))
  expect(textsOf(read.problems, 'sv')[0]).toBe(
    'organisationer.csv: Filen är i den äldre teckenkodningen Windows-1252 och lästes så. Se efter att å, ä och ö blev rätt, och spara hellre som CSV UTF-8.')
})

/** By the decoder itself, backwards: every byte's character. */
function windows1252(text: string): Uint8Array {
  const letters = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(Array.from(text), (letter) => letters.get(letter) ?? 0x3f)
}

test('other encodings are refused, never guessed', async () => {
  const text = new TextDecoder().decode(toCsv(reference['incidenter'] ?? []))
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
  expect(codesOf(await problemsOfFile('incidenter.csv', utf16))).toEqual(['import.file-kind'])
  const mixed = new Uint8Array(Buffer.concat([Buffer.from(text), Buffer.from('ö', 'latin1')]))
  expect(codesOf(await problemsOfFile('incidenter.csv', mixed))).toEqual(['import.encoding-mixed'])
  // Old Macintosh letters are other letters in Windows-1252, so the headers are not known.
  const macintosh = Buffer.from(text, 'latin1').map((byte) => ({ 0xe5: 0x8c, 0xe4: 0x8a, 0xf6: 0x9a })[byte] ?? byte)
  const problems = await problemsOfFile('incidenter.csv', new Uint8Array(macintosh))
  expect(codesOf(problems)).toContain('import.column-unknown')
})

test('what is no spreadsheet', async () => {
  expect(codesOf(await problemsOfFile('incidenter.csv', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'))).toEqual(['import.file-kind'])
  // One with few control characters too: it begins as text does.
  for (const start of ['%PDF-1.7\n%\u0001\u0002\u0003\u0004\u0005', '\ufeff%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>']) {
    expect(textsOf(await problemsOfFile('incidenter.xlsx', start), 'sv')).toEqual([
      'incidenter.xlsx: Filen är en PDF, och PDF-filer läses inte. CSV, XLSX och ODS läses. Hämta tabellen i något av de formaten, eller skriv av den i ett kalkylblad.'])
  }
  expect(textsOf(await problemsOfFile('incidenter.xls', '<!DOCTYPE html><table><tr><td>1</td></tr></table>'), 'en')).toEqual([
    'incidenter.xls: The file is a web page, and those are not read. CSV, XLSX and ODS are read. Get the table in one of these formats, or copy it into a spreadsheet.'])
  expect(codesOf(await problemsOfFile('incidenter.xlsx', zipSync({ 'word/document.xml': strToU8('<w/>') })))).toEqual(['import.file-kind'])
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)
  expect(textsOf(await problemsOfFile('register.xls', old), 'en')).toEqual([
    'register.xls: The file is protected by a password or saved in the old format .xls. Remove the password and save it as .xlsx, .ods or CSV.'])
})

test('a text file that is named as a workbook is told to be none; a table is read whatever it is called', async () => {
  expect(textsOf(await problemsOfFile('x.xlsx', 'Hej, här kommer'.replace(',', '') + '\nnågra rader.'), 'sv')).toEqual([
    'x.xlsx: Filen heter .xlsx men är ingen arbetsbok: i den står vanlig text. Är det en tabell med kommatecken eller semikolon, döp om den till .csv. Annars öppna den i kalkylprogrammet och spara den som .xlsx eller .ods.'])
  const codes = codesOf(await problemsOfFile('x.XLSX', 'Hej;du\n1;2'))
  expect(codes).toContain('import.file-not-workbook')
  expect(codes).toContain('import.table-unknown')
  const { sheets, problems } = await readSheets([{ name: 'incidenter.ods', bytes: toCsv(reference['incidenter'] ?? []) }])
  expect(sheets[0]?.rows).toEqual(reference['incidenter'])
  expect(codesOf(problems)).toEqual(['import.file-not-workbook'])
})

test('a file that is too large is refused by its size alone', () => {
  expect(findOversize('incidenter.csv', maxFileBytes)).toBeUndefined()
  const found = findOversize('incidenter.csv', 200 * 1024 * 1024)
  expect(textsOf(found ? [found] : [], 'sv')).toEqual(['incidenter.csv: Filen är på 200 MB och läses inte. Dela upp den: en fil får vara högst 50 MB.'])
  expect(textsOf(found ? [found] : [], 'en')).toEqual(['incidenter.csv: The file has 200 MB and is not read. Split it: a file may have 50 MB at most.'])
})

async function partsOf(kind: 'xlsx' | 'ods'): Promise<Record<string, Uint8Array>> {
  return unzipSync((await workbookFile(kind, reference)).bytes)
}

/** The part in which the incidents stand. */
async function incidentsPart(kind: 'xlsx' | 'ods'): Promise<string> {
  if (kind === 'ods') return 'content.xml'
  const parts = await partsOf(kind)
  return Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/')).sort()[1] ?? ''
}

test.each(kinds)('a zip bomb as %s', async (kind) => {
  const parts = await partsOf(kind)
  const name = await incidentsPart(kind)
  const bomb = zipSync({ ...parts, [name]: new Uint8Array(24 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(100 * 1024)
  const problems = await problemsOfFile(`register.${kind}`, bomb)
  expect(textsOf(problems, 'sv')).toEqual([
    `register.${kind}: Filen packar upp sig till orimligt mycket data och läses inte. Skaffa en ny kopia från den som gjorde filen, helst som CSV.`])
  expect(textsOf(problems, 'en')).toEqual([
    `register.${kind}: The file unpacks to an unreasonable amount of data and is not read. Get a new copy from whoever made it, as CSV if possible.`])
})

test('a bomb of forty parts that are all the same bytes', async () => {
  const one = zipSync({ 'xl/worksheets/sheet10.xml': new Uint8Array(7 * 1024 * 1024) })
  const end = one.length - 22
  const start = new DataView(one.buffer, one.byteOffset).getUint32(end + 16, true)
  const record = one.slice(start, end)
  const records = Array.from({ length: 40 }, (_, index) => {
    const copy = record.slice()
    copy.set(strToU8(`xl/worksheets/sheet${index + 10}.xml`), 46)
    return copy
  })
  const bomb = new Uint8Array(Buffer.concat([one.slice(0, start), ...records, one.slice(end)]))
  const view = new DataView(bomb.buffer)
  view.setUint16(bomb.length - 22 + 10, 40, true)
  expect(codesOf(await problemsOfFile('register.xlsx', bomb))).toEqual(['import.file-bomb'])
})

test.each(kinds)('a bomb as %s that lies about its size', async (kind) => {
  const parts = await partsOf(kind)
  const lying = zipSync({ ...parts, [await incidentsPart(kind)]: new Uint8Array(24 * 1024 * 1024) })
  // The sizes in the central directory, all set to 10 bytes.
  const view = new DataView(lying.buffer, lying.byteOffset, lying.byteLength)
  for (let at = 0; at + 46 < lying.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  expect(codesOf(await problemsOfFile(`register.${kind}`, lying))).toEqual(['import.file-bomb'])
})

test('sheets that fill the memory although they are small', async () => {
  const parts = await partsOf('xlsx')
  const name = await incidentsPart('xlsx')
  const far = strToU8('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>')
  expect(codesOf(await problemsOfFile('register.xlsx', zipSync({ ...parts, [name]: far })))).toEqual(['import.cells-too-many'])
  const odsParts = await partsOf('ods')
  const content = (row: string) => strToU8(new TextDecoder().decode(odsParts['content.xml']).replace('<table:table-row>', `${row}<table:table-row>`))
  const cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
  const rows = await problemsOfFile('register.ods', zipSync({ ...odsParts, 'content.xml': content(`<table:table-row table:number-rows-repeated="1000000000">${cell}</table:table-row>`) }))
  expect(codesOf(rows)).toEqual(['import.rows-too-many'])
  const wide = cell.replace('table-cell ', 'table-cell table:number-columns-repeated="1000000000" ')
  const columns = await problemsOfFile('register.ods', zipSync({ ...odsParts, 'content.xml': content(`<table:table-row>${wide}</table:table-row>`) }))
  expect(codesOf(columns)).toEqual(['import.columns-too-many'])
})

test('entities that grow are left as they stand', async () => {
  const parts = await partsOf('ods')
  const laughs = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const xml = new TextDecoder().decode(parts['content.xml']).replace('?>', `?>${laughs}`).replace('Polisen', '&b;')
  const read = await importFiles([{ name: 'register.ods', bytes: zipSync({ ...parts, 'content.xml': strToU8(xml) }) }], context)
  expect(read.bundle?.organisations[0]?.name ?? read.problems[0]?.code).toMatch(/^&b;|^import\./)
})

test.each(kinds)('a formula in a cell of %s, even with its value beside it', async (kind) => {
  const parts = await partsOf(kind)
  const name = await incidentsPart(kind)
  const xml = new TextDecoder().decode(parts[name])
  const changed = kind === 'ods'
    ? xml.replace(/<table:table-cell office:value-type="float" office:value="(\d+)"/, '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="$1"')
    : xml.replace(/(<c r="[A-Z]+\d+"[^>]*>)<v>(\d+)<\/v>/, (whole: string, open: string, value: string) => (open.includes('t="s"') ? whole : `${open}<f>1+1</f><v>${value}</v>`))
  const sure = changed === xml && kind === 'xlsx' ? xml.replace(/<c r="M2"([^>]*)>/, '<c r="M2"$1><f>1+1</f>') : changed
  expect(sure).not.toBe(xml)
  const problems = await problemsOfFile(`register.${kind}`, zipSync({ ...parts, [name]: strToU8(sure) }))
  expect(codesOf(problems)).toEqual(['import.formula'])
  expect(problems[0]?.where.row).toBeGreaterThan(1)
  expect(textsOf(problems, 'sv')[0]).toMatch(/ › incidenter, rad \d+, kolumn .+: I cellen står en formel\. Klistra in värdet i stället \(Klistra in special, Värden\)\.$/)
  expect(textsOf(problems, 'en')[0]).toMatch(/The cell holds a formula\. Paste the value instead/)
})

test('a NUL byte is told by its cell, and damage by its file', async () => {
  const text = new TextDecoder().decode(toCsv(reference['incidenter'] ?? []))
  const files = [...csvFiles({ organisationer: reference['organisationer'] ?? [], personer: reference['personer'] ?? [] })]
  const read = await importFiles([...files, { name: 'incidenter.csv', bytes: new TextEncoder().encode(text.replace(';Norr;', ';No\u0000rr;')) }], context)
  expect(textsOf(read.problems, 'sv')).toEqual(['incidenter.csv, rad 2, kolumn område: Cellen innehåller osynliga styrtecken. Skriv texten på nytt för hand.'])
  expect(textsOf(read.problems, 'en')).toEqual(['incidenter.csv, row 2, column område: The cell holds invisible control characters. Type the text anew by hand.'])
  for (const kind of kinds) {
    const { bytes } = await workbookFile(kind, reference)
    for (const broken of [bytes.slice(0, bytes.length / 2), bytes.map((byte, index) => (index > 200 && index < 2000 ? byte ^ 0x55 : byte))]) {
      expect(codesOf(await problemsOfFile(`register.${kind}`, broken))).toEqual(['import.file-broken'])
    }
  }
})

test('names of files and sheets in capitals', async () => {
  const capitals = csvFiles(reference).map(({ name, bytes }) => ({ name: name.toUpperCase(), bytes }))
  expect((await importFiles(capitals, context)).bundle).toEqual(plain)
  for (const kind of kinds) {
    const { name, bytes } = await workbookFile(kind, Object.fromEntries(Object.entries(reference).map(([sheet, table]) => [sheet.toUpperCase(), table])))
    expect((await importFiles([{ name: name.toUpperCase(), bytes }], context)).bundle).toEqual(plain)
  }
})

test('a file that cannot be read stops the others, and says which it was', async () => {
  const [first, second] = csvFiles(reference)
  const read = await importFiles([...(first && second ? [first, second] : []), { name: 'personer.csv', bytes: new Uint8Array() }], context)
  expect(read).toEqual({ errors: 1, problems: [{ code: 'import.file-empty', severity: 'error', where: { file: 'personer.csv' }, values: {} }] })
})
