// An empty workbook to fill in: a sheet for each table, with drop-down lists, and one that explains the columns.
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import type { CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx'
import type { CivilDate } from '../civil-date.ts'
import type { Language } from '../codes.ts'
import type { Organisation } from '../incident.ts'
import { wordOf, wordsOf } from '../import/code-list.ts'
import { columnNameOf, columnSpecOf, columnsOf, readMeSheet, tables } from '../import/columns.ts'
import type { ColumnId, TableId } from '../import/columns.ts'
import { columnHelp } from './column-help.ts'
import { columnInputs } from './column-input.ts'

export type TemplateKind = 'xlsx' | 'ods'

export type TemplateContent = {
  /** Written into the file as its date. */
  readonly today: CivilDate
  /** The network's organisations, to choose reporters from; their sheet is empty without them. */
  readonly organisations?: readonly Omit<Organisation, 'id'>[]
  /** Indicators to list in the explanation, with their wording in the template's language. */
  readonly indicators?: readonly { readonly id: string; readonly wording: string }[]
}

/** Rows that have formats and drop-down lists; what is written below them is read all the same. */
const preparedRows = 1000

const texts = {
  title: { sv: 'Så fyller du i bladen', en: 'How to fill in the sheets' },
  intro: {
    sv: 'En rad för varje organisation, incident och person. Låt rubrikerna stå kvar; ordningen på kolumnerna är fri. Skriv inga namn på personer.',
    en: 'One row for each organisation, incident and person. Leave the headers; the columns may stand in any order. Write no names of persons.',
  },
  sheet: { sv: 'blad', en: 'sheet' },
  column: { sv: 'kolumn', en: 'column' },
  meaning: { sv: 'betydelse', en: 'meaning' },
  words: { sv: 'ord att välja mellan', en: 'words to choose from' },
  required: { sv: 'Kolumnen måste finnas.', en: 'The column must be there.' },
  indicators: { sv: 'indikatorer', en: 'indicators' },
  invalidTitle: { sv: 'Välj ur listan', en: 'Choose from the list' },
  invalid: { sv: 'Det som står i cellen finns inte i listan.', en: 'What stands in the cell is not in the list.' },
} as const

/**
 * The bytes of the template. OpenDocument files come without drop-down lists: hucre 1.0.0 does not write them;
 * the words to choose from stand in the explanation of both.
 */
export async function makeTemplate(kind: TemplateKind, language: Language, content: TemplateContent): Promise<Uint8Array> {
  const modified = new Date(`${content.today}T00:00:00Z`)
  const workbook = {
    sheets: [
      tableSheet('organisations', language, organisationRows(language, content.organisations ?? [])),
      tableSheet('incidents', language, []),
      tableSheet('persons', language, []),
      explanation(language, content),
    ],
    properties: { created: modified, modified },
  }
  return kind === 'xlsx' ? writeXlsx(workbook) : writeOds(workbook)
}

/** "external" asks what "source" asks, and a table has only one of them. */
function templateColumns(table: TableId): readonly ColumnId[] {
  return columnsOf(table).map(([column]) => `${table}.${column}` as ColumnId).filter((id) => id !== 'incidents.external')
}

function sheetName(table: TableId, language: Language): string {
  const name = tables[table][language]
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function organisationRows(language: Language, organisations: readonly Omit<Organisation, 'id'>[]): CellValue[][] {
  return organisations.map(({ code, name, sector, joined, left }) =>
    [code, name, wordOf('sector', sector, language), dateCell(joined), dateCell(left)])
}

const dateCell = (day: CivilDate | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))

function tableSheet(table: TableId, language: Language, filled: CellValue[][]): WriteSheet {
  const columns = templateColumns(table)
  const headers = columns.map((id) => columnNameOf(id, language))
  const empty = columns.map(() => null)
  return {
    name: sheetName(table, language),
    columns: columns.map((id) => ({ width: Math.max(12, columnNameOf(id, language).length + 4), ...formatOf(id) })),
    rows: [headers, ...filled, ...Array.from({ length: Math.max(0, preparedRows - filled.length) }, () => empty)],
    cells: new Map(headers.map((header, index) => [`0,${index}`, { value: header, style: headerStyle }])),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((id, index) => dropDown(id, index, language)),
  }
}

const headerStyle: CellStyle = { font: { bold: true, name: 'Calibri', size: 11 }, numFmt: '@' }

function formatOf(id: ColumnId): { readonly numFmt?: string } {
  const kind = columnInputs[id]?.kind
  if (kind === 'date') return { numFmt: 'yyyy-mm-dd' }
  return kind === 'text' || kind === 'column' ? { numFmt: '@' } : {}
}

function dropDown(id: ColumnId, index: number, language: Language): DataValidation[] {
  const input = columnInputs[id]
  if (input?.kind !== 'list' && input?.kind !== 'column') return []
  const allowed = input.kind === 'list' ? { values: [...wordsOf(input.list, language)] } : { formula1: columnReference(input.column, language) }
  return [{
    type: 'list',
    range: `${letter(index)}2:${letter(index)}${preparedRows + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: texts.invalidTitle[language],
    errorMessage: texts.invalid[language],
    ...allowed,
  }]
}

/** The filled part of another sheet's column, so that the list grows with it. */
function columnReference(id: ColumnId, language: Language): string {
  const table = id.split('.')[0] as TableId
  const column = letter(templateColumns(table).indexOf(id))
  return `${sheetName(table, language)}!$${column}$2:$${column}$${preparedRows + 1}`
}

const letter = (index: number) => String.fromCharCode(65 + index)

function explanation(language: Language, { indicators = [] }: TemplateContent): WriteSheet {
  const columnRows = (['organisations', 'incidents', 'persons'] as const).flatMap((table) =>
    templateColumns(table).map((id) => {
      const input = columnInputs[id]
      const words = input?.kind === 'list' ? wordsOf(input.list, language).join(', ') : null
      const meaning = columnHelp[id][language] + (columnSpecOf(id).required ? ` ${texts.required[language]}` : '')
      return [sheetName(table, language), columnNameOf(id, language), meaning, words]
    }))
  const rows: CellValue[][] = [
    [texts.title[language]],
    [texts.intro[language]],
    [],
    [texts.sheet[language], texts.column[language], texts.meaning[language], texts.words[language]],
    ...columnRows,
  ]
  if (indicators.length > 0) rows.push([], [texts.indicators[language]], ...indicators.map(({ id, wording }) => [null, id, wording]))
  return {
    name: readMeSheet[language],
    columns: [{ width: 18 }, { width: 32 }, { width: 90 }, { width: 60 }],
    rows,
    cells: new Map([[0, 0], [3, 0], [3, 1], [3, 2], [3, 3]].map(([row, column]) =>
      [`${row},${column}`, { value: rows[row ?? 0]?.[column ?? 0] ?? null, style: headerStyle }])),
  }
}
