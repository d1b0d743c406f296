// A table for the DOCX: caption with its number, a heading row that repeats on each page, signs in words for those who listen.
import { AlignmentType, BorderStyle, type FileChild, Paragraph, SimpleField, Table as DocxTable, TableCell as DocxCell, TableLayoutType, TableRow as DocxRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { Table, TableCell } from '../document/document.ts'
import { renderCellSign } from '../document/render-cell.ts'
import type { Words } from '../words/words.ts'
import { hairline } from './docx-styles.ts'

/** The next number of a kind of caption, from 1. */
export type Numbers = (kind: string) => number

/** Twentieths of a point: what an A4 page leaves between its margins. */
export const textWidth = 9070

/** "Tabell 3. Titel": the number is a field of the word processor's, and stands in it already. */
export function docxCaption(kind: string, numbers: Numbers, title: string): Paragraph {
  return new Paragraph({ style: 'Caption', children: [new TextRun(`${kind} `), new SimpleField(`SEQ ${kind} \\* ARABIC`, String(numbers(kind))), new TextRun(`. ${title}`)] })
}

export function docxTable(table: Table, words: Words, numbers: Numbers): readonly FileChild[] {
  const columns = table.columns.length
  const value = Math.min(1700, Math.floor((textWidth * 0.6) / columns))
  const widths = [textWidth - value * columns, ...table.columns.map(() => value)]
  const head = new DocxRow({
    tableHeader: true,
    cantSplit: true,
    children: [cell(widths[0]!, [text(table.corner, { bold: true })]), ...table.columns.map(({ label, remark }) => cell(value, [text(label, { bold: true, right: true }), ...small(remark)]))],
  })
  const rows = table.rows.map((row) => new DocxRow({
    cantSplit: true,
    children: [cell(widths[0]!, [text(row.header, { indented: row.indented })]), ...row.cells.map((one) => valueCell(one, value, words))],
  }))
  return [
    docxCaption(words.page.table, numbers, table.caption),
    gridOf([head, ...rows], widths),
    ...table.notes.map((note) => new Paragraph({ style: 'TableNote', text: note })),
    new Paragraph({ style: 'TableNote', text: table.source, spacing: { after: 280 } }),
  ]
}

/** Two columns of words: what a file holds. */
export function docxPairs(heads: readonly [string, string], pairs: readonly (readonly [string, string])[]): DocxTable {
  const widths = [Math.round(textWidth * 0.36), Math.round(textWidth * 0.64)]
  const row = (pair: readonly [string, string], header: boolean): DocxRow => new DocxRow({
    // The library writes a "false" too, which other readers take for the mark.
    ...(header && { tableHeader: true }), cantSplit: true, children: pair.map((one, index) => cell(widths[index]!, [text(one, { bold: header })])),
  })
  return gridOf([row(heads, true), ...pairs.map((pair) => row(pair, false))], widths)
}

function valueCell({ cell: value, span, remark }: TableCell, width: number, words: Words): DocxCell {
  return cell(width * span, [text(renderCellSign(value, words), { right: span === 1, centred: span > 1, bold: true }), ...small(remark, span > 1)], span)
}

function cell(width: number, children: readonly Paragraph[], columnSpan = 1): DocxCell {
  return new DocxCell({ children: [...children], columnSpan, verticalAlign: VerticalAlignTable.BOTTOM, width: { size: width, type: WidthType.DXA } })
}

function text(words: string, { bold = false, right = false, centred = false, indented = false }): Paragraph {
  const alignment = right ? AlignmentType.RIGHT : centred ? AlignmentType.CENTER : AlignmentType.LEFT
  return new Paragraph({ style: 'TableText', alignment, ...(indented && { indent: { left: 200 } }), children: [new TextRun({ text: words, bold })] })
}

const small = (remark: string | null, centred = false): readonly Paragraph[] =>
  (remark === null ? [] : [new Paragraph({ style: 'TableNote', alignment: centred ? AlignmentType.CENTER : AlignmentType.RIGHT, text: remark })])

function gridOf(rows: readonly DocxRow[], columnWidths: readonly number[]): DocxTable {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
  const line = { style: BorderStyle.SINGLE, size: 4, color: hairline } as const
  return new DocxTable({
    rows: [...rows],
    columnWidths: [...columnWidths],
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line },
  })
}
