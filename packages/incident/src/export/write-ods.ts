// Sheets to fill in as an OpenDocument file (ODF 1.2 part 1, §9): own writing, since hucre 1.0.0 writes no drop-down lists and
// forgets the formats of columns.
import { strToU8, zipSync } from 'fflate'
import type { CivilDate } from '../civil-date.ts'
import { escapeXml } from './escape-xml.ts'
import type { FormCell, FormColumn, FormSheet } from './form-sheet.ts'

/** The bytes of the file; the same input gives the same bytes. */
export function writeOds(sheets: readonly FormSheet[], modified: CivilDate): Uint8Array {
  const files = {
    'content.xml': contentXml(sheets),
    'meta.xml': `${declaration}<office:document-meta ${namespaces}><office:meta>` +
      `<meta:generator>Lykta</meta:generator><dc:date>${modified}T00:00:00</dc:date></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">` +
      [['/', mediaType], ['content.xml', 'text/xml'], ['meta.xml', 'text/xml']].map(([path, type]) =>
        `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`).join('') + '</manifest:manifest>',
  }
  const packed = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const)
  // The kind of file stands first and unpacked, where programs look for it (ODF 1.2 part 3, §3.3).
  return zipSync({ mimetype: [strToU8(mediaType), { level: 0 }], ...Object.fromEntries(packed) }, { mtime: `${modified}T00:00:00` })
}

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const namespaces = [
  ['office', `${oasis}office:1.0`], ['table', `${oasis}table:1.0`], ['text', `${oasis}text:1.0`], ['style', `${oasis}style:1.0`],
  ['fo', `${oasis}xsl-fo-compatible:1.0`], ['number', `${oasis}datastyle:1.0`], ['meta', `${oasis}meta:1.0`], ['of', `${oasis}of:1.2`],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ') + ' office:version="1.2"'

function contentXml(sheets: readonly FormSheet[]): string {
  return `${declaration}<office:document-content ${namespaces}><office:automatic-styles>${styles(sheets)}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${validations(sheets)}${sheets.map(table).join('')}</office:spreadsheet></office:body></office:document-content>`
}

const part = (tag: string) => `<number:${tag} number:style="long"/>`

function styles(sheets: readonly FormSheet[]): string {
  const widths = sheets.flatMap(({ columns }, sheet) => columns.map(({ width }, column) =>
    `<style:style style:name="${columnStyle(sheet, column)}" style:family="table-column">` +
    `<style:table-column-properties style:column-width="${(width * 0.2).toFixed(1)}cm"/></style:style>`))
  return `<number:date-style style:name="day">${part('year')}<number:text>-</number:text>${part('month')}<number:text>-</number:text>${part('day')}</number:date-style>` +
    '<number:text-style style:name="typed"><number:text-content/></number:text-style>' +
    '<style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>' +
    '<style:style style:name="text" style:family="table-cell" style:data-style-name="typed"/>' +
    '<style:style style:name="header" style:family="table-cell" style:data-style-name="typed"><style:text-properties fo:font-weight="bold"/></style:style>' +
    widths.join('')
}

const columnStyle = (sheet: number, column: number) => `column-${sheet}-${column}`
const listName = (sheet: string, column: number) => `${sheet}-${column}`

function validations(sheets: readonly FormSheet[]): string {
  const lists = sheets.flatMap(({ name, columns }) => columns.flatMap(({ choice }, column) => {
    if (!choice) return []
    const { from } = choice
    const values = 'words' in from ? from.words.map((word) => `"${word.replaceAll('"', '""')}"`).join(';')
      : `[$'${from.sheet}'.$${from.letter}$2:.$${from.letter}$${from.lastRow}]`
    return [`<table:content-validation table:name="${escapeXml(listName(name, column))}" ` +
      `table:condition="${escapeXml(`of:cell-content-is-in-list(${values})`)}" table:allow-empty-cell="true" table:display-list="unsorted">` +
      `<table:error-message table:title="${escapeXml(choice.title)}" table:message-type="stop" table:display="true">` +
      `<text:p>${escapeXml(choice.message)}</text:p></table:error-message></table:content-validation>`]
  }))
  return lists.length === 0 ? '' : `<table:content-validations>${lists.join('')}</table:content-validations>`
}

function table({ name, columns, rows, emptyRows }: FormSheet, sheet: number): string {
  const widest = Math.max(columns.length, ...rows.map((row) => row.length))
  const cells = (row: readonly FormCell[]) => Array.from({ length: Math.max(row.length, emptyRows > 0 ? widest : 0) }, (_, index) =>
    cell(row[index] ?? null, columns[index], listName(name, index))).join('')
  return `<table:table table:name="${escapeXml(name)}">` +
    columns.map((column, index) => `<table:table-column table:style-name="${columnStyle(sheet, index)}"${styleOf(column, 'table:default-cell-style-name')}/>`).join('') +
    rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('') +
    (emptyRows > 0 ? `<table:table-row table:number-rows-repeated="${emptyRows}">${cells([])}</table:table-row>` : '') +
    '</table:table>'
}

function styleOf(column: FormColumn | undefined, attribute: string): string {
  return column?.format === undefined ? '' : ` ${attribute}="${column.format}"`
}

function cell(value: FormCell, column: FormColumn | undefined, list: string): string {
  if (value !== null && typeof value === 'object' && 'header' in value) {
    return `<table:table-cell table:style-name="header" office:value-type="string"><text:p>${escapeXml(value.header)}</text:p></table:table-cell>`
  }
  const attributes = styleOf(column, 'table:style-name') + (column?.choice ? ` table:content-validation-name="${escapeXml(list)}"` : '')
  if (value === null) return `<table:table-cell${attributes}/>`
  if (typeof value === 'object') return `<table:table-cell${attributes} office:value-type="date" office:date-value="${value.day}"><text:p>${value.day}</text:p></table:table-cell>`
  return `<table:table-cell${attributes} office:value-type="string"><text:p>${escapeXml(value)}</text:p></table:table-cell>`
}
