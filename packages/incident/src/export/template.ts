// An empty workbook to fill in: a sheet for each table, with drop-down lists, and one that explains the columns.
import type { CivilDate } from '../civil-date.ts'
import type { Language } from '../codes.ts'
import type { Organisation } from '../incident.ts'
import { wordOf, wordsOf } from '../import/code-list.ts'
import { columnNameOf, columnSpecOf, columnsOf, readMeSheet, tables } from '../import/columns.ts'
import type { ColumnId, TableId } from '../import/columns.ts'
import { columnHelp } from './column-help.ts'
import { columnInputs } from './column-input.ts'
import type { FormCell, FormColumn, FormSheet } from './form-sheet.ts'
import { writeOds } from './write-ods.ts'
import { writeXlsx } from './write-xlsx.ts'

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
    sv: 'En rad för varje organisation, incident och person. Bladet för egna indikatorer får vara tomt. Låt rubrikerna stå kvar; ordningen på kolumnerna är fri. Skriv inga namn på personer.',
    en: 'One row for each organisation, incident and person. The sheet for indicators of your own may stay empty. Leave the headers; the columns may stand in any order. Write no names of persons.',
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

/** The bytes of the template. The sheet of own indicators may stay empty. */
export async function makeTemplate(kind: TemplateKind, language: Language, content: TemplateContent): Promise<Uint8Array> {
  const sheets = [
    tableSheet('organisations', language, organisationRows(language, content.organisations ?? [])),
    ...(['incidents', 'persons', 'indicators'] as const).map((table) => tableSheet(table, language, [])),
    explanation(language, content),
  ]
  return kind === 'xlsx' ? writeXlsx(sheets, content.today) : writeOds(sheets, content.today)
}

/** "external" asks what "source" asks, and a table has only one of them. */
function templateColumns(table: TableId): readonly ColumnId[] {
  return columnsOf(table).map(([column]) => `${table}.${column}` as ColumnId).filter((id) => id !== 'incidents.external')
}

function sheetName(table: TableId, language: Language): string {
  const name = tables[table][language]
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function organisationRows(language: Language, organisations: readonly Omit<Organisation, 'id'>[]): readonly (readonly FormCell[])[] {
  return organisations.map(({ code, name, sector, joined, left }) =>
    [code, name, wordOf('sector', sector, language), dayCell(joined), dayCell(left)])
}

const dayCell = (day: CivilDate | null): FormCell => (day === null ? null : { day })

function tableSheet(table: TableId, language: Language, filled: readonly (readonly FormCell[])[]): FormSheet {
  const columns = templateColumns(table)
  return {
    name: sheetName(table, language),
    columns: columns.map((id) => columnOf(id, language)),
    rows: [columns.map((id) => ({ header: columnNameOf(id, language) })), ...filled],
    emptyRows: Math.max(0, preparedRows - filled.length),
  }
}

function columnOf(id: ColumnId, language: Language): FormColumn {
  const width = Math.max(12, columnNameOf(id, language).length + 4)
  const input = columnInputs[id]
  if (!input) return { width }
  if (input.kind === 'date' || input.kind === 'text') return { width, format: input.kind }
  const from = input.kind === 'list' ? { words: wordsOf(input.list, language) } : filledColumn(input.column, language)
  const choice = { from, title: texts.invalidTitle[language], message: texts.invalid[language] }
  return input.kind === 'list' ? { width, choice } : { width, format: 'text', choice }
}

/** The prepared part of another sheet's column, so that the list grows with it. */
function filledColumn(id: ColumnId, language: Language) {
  const table = id.split('.')[0] as TableId
  const letter = String.fromCharCode(65 + templateColumns(table).indexOf(id))
  return { sheet: sheetName(table, language), letter, lastRow: preparedRows + 1 }
}

function explanation(language: Language, { indicators = [] }: TemplateContent): FormSheet {
  const headers = [texts.sheet, texts.column, texts.meaning, texts.words].map((words) => ({ header: words[language] }))
  return {
    name: readMeSheet[language],
    columns: [{ width: 18 }, { width: 32 }, { width: 90 }, { width: 60 }],
    rows: [
      [{ header: texts.title[language] }], [texts.intro[language]], [],
      headers,
      ...(['organisations', 'incidents', 'persons', 'indicators'] as const).flatMap((table) =>
        templateColumns(table).map((id) => explainColumn(table, id, language))),
      ...(indicators.length > 0 ? [[], [{ header: texts.indicators[language] }]] : []),
      ...indicators.map(({ id, wording }) => [null, id, wording]),
    ],
    emptyRows: 0,
  }
}

function explainColumn(table: TableId, id: ColumnId, language: Language): readonly FormCell[] {
  const input = columnInputs[id]
  const words = input?.kind === 'list' ? wordsOf(input.list, language).join(', ') : null
  const meaning = columnHelp[id][language] + (columnSpecOf(id).required ? ` ${texts.required[language]}` : '')
  return [sheetName(table, language), columnNameOf(id, language), meaning, words]
}
