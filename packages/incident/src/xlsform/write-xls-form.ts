// The bytes of an XLSForm: a workbook with the sheets survey, choices and settings.
import type { CivilDate } from '../civil-date.ts'
import type { Language } from '../codes.ts'
import type { FormCell, FormSheet } from '../export/form-sheet.ts'
import { writeXlsx } from '../export/write-xlsx.ts'
import { languageNames } from './words.ts'
import type { SurveyRow, Texts, XlsForm } from './xls-form.ts'

type Column<Row> = readonly [header: string, cell: (row: Row) => string | undefined]

const languages: readonly Language[] = ['sv', 'en']
const inEach = <Row>(header: string, texts: (row: Row) => Texts | undefined): readonly Column<Row>[] =>
  languages.map((language) => [`${header}::${languageNames[language]}`, (row) => texts(row)?.[language]])

const surveyColumns: readonly Column<SurveyRow>[] = [
  ['type', ({ type }) => type], ['name', ({ name }) => name],
  ...inEach<SurveyRow>('label', ({ label }) => label), ...inEach<SurveyRow>('hint', ({ hint }) => hint),
  ['required', ({ required }) => (required ? 'yes' : undefined)], ['relevant', ({ relevant }) => relevant],
  ['constraint', ({ constraint }) => constraint], ...inEach<SurveyRow>('constraint_message', ({ message }) => message),
  ['appearance', ({ appearance }) => appearance], ['calculation', ({ calculation }) => calculation], ['repeat_count', ({ repeatCount }) => repeatCount],
]

export async function writeXlsForm({ survey, choices, settings }: XlsForm, modified: CivilDate): Promise<Uint8Array> {
  const choiceColumns: readonly Column<XlsForm['choices'][number]>[] = [
    ['list_name', ({ list }) => list], ['name', ({ name }) => name], ...inEach<XlsForm['choices'][number]>('label', ({ label }) => label),
  ]
  return writeXlsx([
    sheet('survey', surveyColumns, survey), sheet('choices', choiceColumns, choices),
    sheetOf('settings', settings.map(([column]) => column), [settings.map(([, value]) => value)]),
  ], modified)
}

function sheet<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): FormSheet {
  return sheetOf(name, columns.map(([header]) => header), rows.map((row) => columns.map(([, cell]) => cell(row) ?? null)))
}

/** Text throughout: a version of digits alone stays as it is typed. */
function sheetOf(name: string, headers: readonly string[], rows: readonly (readonly FormCell[])[]): FormSheet {
  return { name, columns: headers.map((header) => ({ width: Math.max(14, header.length + 2), format: 'text' })), rows: [headers.map((header) => ({ header })), ...rows], emptyRows: 0 }
}
