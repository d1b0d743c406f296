// A file of open data as PC-Axis (AXIS-VERSION 2013), which Swedish statistics programs read. What has no number is one of the format's dots, and the keyword says which.
import { type Edition, renderPeriod, renderSource } from '../binding/edition.ts'
import { marksOf } from '../binding/marks.ts'
import type { DataCell, SignCode } from './data-cell.ts'
import type { DataTable } from './data-table.ts'

/** The format's own signs, by what they stand for here; their meanings stand in DATASYMBOL1 to 4. */
const symbols = { hidden: '"."', 'not-collected': '".."', 'not-asked': '"..."', 'more-than': '"...."' } as const satisfies Readonly<Partial<Record<SignCode, string>>>

/** UTF-8, as CODEPAGE says. Rows stand in the stub, periods in the heading; a lower bound is its number with a note on the cell. */
export function renderPx(edition: Edition, table: DataTable): string {
  const { words, context } = edition
  const names = unique(table.rows.map(({ label, figure, code }) => (table.breakdown ? label : label || figure || code)))
  const periods = unique(table.periods.map((period) => renderPeriod(edition, period)))
  const stub = table.breakdown ? (words.rowHeads[table.id] ?? words.measureHead) : words.measureHead
  const day = context.asOf.time.replace(/[-T:]/g, '').slice(0, 8)
  const time = context.asOf.time.slice(11, 16)
  const units = [...new Set(table.rows.map(({ unit }) => words.unit[unit]))].join(', ')
  const notes = table.rows.flatMap(({ cells }, row) => cells.flatMap((cell, index) => (cell.sign === 'at-least' || cell.sign === 'more-than'
    ? [`CELLNOTEX(${quoted(names[row]!)},${quoted(periods[index]!)})=${quoted(cell.sign === 'at-least' ? words.signCodes['at-least'] : words.moreThan(cell.moreThan ?? ''))};`] : [])))
  const lines = [
    'CHARSET="ANSI";', 'AXIS-VERSION="2013";', 'CODEPAGE="utf-8";', `LANGUAGE=${quoted(words.language)};`, `CREATION-DATE=${quoted(`${day} ${time}`)};`, 'DECIMALS=0;', 'SHOWDECIMALS=0;',
    `MATRIX=${quoted(table.id)};`, 'SUBJECT-CODE="LYKTA";', `SUBJECT-AREA=${quoted(context.network.name)};`, 'COPYRIGHT=NO;',
    `TITLE=${quoted([table.title, ...marksOf(edition).map(({ text }) => text)].join('. '))};`, `CONTENTS=${quoted(table.title)};`, `UNITS=${quoted(units)};`,
    `STUB=${quoted(stub)};`, `HEADING=${quoted(words.periodHead)};`,
    `VALUES(${quoted(stub)})=${names.map(quoted).join(',\r\n')};`, `VALUES(${quoted(words.periodHead)})=${periods.map(quoted).join(',\r\n')};`,
    `CODES(${quoted(stub)})=${unique(table.rows.map(({ figure, code }) => (table.breakdown ? code : figure))).map(quoted).join(',\r\n')};`, `CODES(${quoted(words.periodHead)})=${table.periods.map(({ id }) => quoted(id)).join(',\r\n')};`,
    `LAST-UPDATED=${quoted(`${day} ${time}`)};`, `SOURCE=${quoted(renderSource(edition))};`,
    ...(['hidden', 'not-collected', 'not-asked', 'more-than'] as const).map((sign, index) => `DATASYMBOL${index + 1}=${quoted(words.signCodes[sign])};`),
    ...marksOf(edition).map(({ text }) => `NOTEX=${quoted(text)};`), `NOTE=${quoted(words.notice)};`, ...notes,
    `DATA=\r\n${table.rows.map(({ cells }) => cells.map(datum).join(' ')).join('\r\n')};`,
  ]
  return `${lines.join('\r\n')}\r\n`
}

function datum({ value, sign }: DataCell): string {
  return value === null ? (symbols[sign as keyof typeof symbols] ?? '"."') : String(value)
}

/** The format has no way to write a quotation mark inside a text, and takes one for the text's end. A long text goes on in the next line. */
const quoted = (text: string): string => (text.replaceAll('"', '”').replace(/[\r\n]+/g, ' ').match(/.{1,200}/gu) ?? ['']).map((part) => `"${part}"`).join('\r\n')

/** Values of a variable must differ. */
function unique(texts: readonly string[]): readonly string[] {
  const met = new Map<string, number>()
  return texts.map((text) => {
    const times = (met.get(text) ?? 0) + 1
    met.set(text, times)
    return times === 1 ? text : `${text} (${times})`
  })
}
