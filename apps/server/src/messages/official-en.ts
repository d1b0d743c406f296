// English words for what can be wrong with a file of other publishers' series.
import type { officialSv } from './official-sv.ts'

type Values = Readonly<Record<string, string | number>>

const at = ({ file = '', row = '', column = '' }: Values): string => [file, ...(row === '' ? [] : [`row ${row}`]), ...(column === '' ? [] : [column])].join(', ')

export const officialEn: typeof officialSv = {
  'official.column-missing': ({ file = '', en = '' }: Values) => `${file}: the column ${en} is missing. The file needs series, source, unit, dated_by, period, value and status, one value a row; what holds for the whole file can be said when it is entered. Nothing has been saved.`,
  'official.file-kind': ({ file = '', kind = '' }: Values) => `${file}: ${kind === 'import.file-pdf' ? 'the file is a PDF, and PDF files are not read' : kind === 'import.file-web-page' ? 'the file is a web page, and those are not read' : 'the file is of a kind that is not read'}. CSV, XLSX, ODS and JSON-stat 2.0 are read. Get the table in one of these formats from the publisher, or copy it into a spreadsheet. Nothing has been saved.`,
  'official.empty': (values: Values) => `${at(values)}: nothing stands there. Write what the series is called, where it comes from and in which unit. Nothing has been saved.`,
  'official.formula': (values: Values) => `${at(values)}: a formula without a value stands there, or an error. Write the number or the text itself. Nothing has been saved.`,
  'official.long': (values: Values) => `${at(values)}: the text is too long. At most ${values['longest']} characters fit. Nothing has been saved.`,
  'official.word': (values: Values) => `${at(values)}: “${values['found']}” cannot be read. Write ${values['en']}. Nothing has been saved.`,
  'official.period': (values: Values) => `${at(values)}: “${values['found']}” is no period. Write 2019, 2019-04, 2019-Q1 or 2019-H1. Nothing has been saved.`,
  'official.value': (values: Values) => `${at(values)}: “${values['found']}” is no value. Write a number from 0 up (twelve digits at most), or .. where the publisher gives none. A dash means different things to different publishers: write 0 if there were none. Nothing has been saved.`,
  'official.differs': (values: Values) => `${at(values)}: ${values['series']} has another unit, or is counted by another date, than in the rows before (${values['period']}). Give it a series name of its own. Nothing has been saved.`,
  'official.twice': (values: Values) => `${at(values)}: ${values['series']} has two values for ${values['period']}. Keep one. Nothing has been saved.`,
  'official.no-rows': ({ file = '' }: Values) => `${file}: there are no values in it. Nothing has been saved.`,
  'official.many': ({ file = '', series = '', most = '' }: Values) => `${file}: ${series} series in one file, at most ${most} are possible. Divide the file. Nothing has been saved.`,
  'official.long-series': ({ file = '', series = '', most = '' }: Values) => `${file}: ${series} has more than ${most} values. Nothing has been saved.`,
  'official.known': ({ file = '' }: Values) => `${file}: everything in it is there already, with the same values. Nothing has changed.`,
  'official.other-unit': ({ file = '', series = '', unit = '' }: Values) => `${file}: ${series} is there already with the unit ${unit}, or counted by another date. Give the new one another name. Nothing has been saved.`,
  'official.json': ({ file = '', where = '' }: Values) => `${file}: is no JSON-stat 2.0 that can be read (${where}). It should be a dataset with one time dimension in role.time. Nothing has been saved.`,
  'official.json-large': ({ file = '' }: Values) => `${file}: the dataset has too many cells, at most 20,000 are possible. Choose fewer at the publisher’s. Nothing has been saved.`,
  'official.json-source': ({ file = '' }: Values) => `${file}: the file does not say where it comes from. Say the source when you enter it. Nothing has been saved.`,
  'official.json-unit': ({ file = '' }: Values) => `${file}: the file says no unit. Say it when you enter it. Nothing has been saved.`,
  'official.json-dated': ({ file = '' }: Values) => `${file}: JSON-stat does not say by which date it is counted. Say filing date, event date or other when you enter it. Nothing has been saved.`,
}
