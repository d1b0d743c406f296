// OpenDocument spreadsheets (ODF 1.2 part 1, §9) as rows of text.
// Own reading, since hucre 1.0.0 leaves out rows inside table:table-header-rows and table:table-row-group without a word,
// and refuses the files LibreOffice writes when a whole column has a format.
import { knownProblem } from '../messages/known-problem.ts'
import { ProblemError } from '../problem.ts'
import { renderDate } from './date-precision.ts'
import { maxSheets } from './limits.ts'
import { collectOdsRows } from './ods-rows.ts'
import { collectOdsStyles } from './ods-styles.ts'
import type { OdsStyles } from './ods-styles.ts'
import { scanXml } from './scan-xml.ts'
import type { XmlAttributes } from './scan-xml.ts'
import type { SheetCell, WorkbookSheet } from './sheet.ts'
import type { ZipParts } from './unpack-zip.ts'

/** Throws ProblemError for what is too large or encrypted, and any Error for a broken file. */
export function readOds(parts: ZipParts): readonly WorkbookSheet[] {
  const manifest = parts.get('META-INF/manifest.xml')
  if (manifest && new TextDecoder().decode(manifest).includes('manifest:encryption-data')) {
    throw new ProblemError([knownProblem('import.file-encrypted', {})])
  }
  const content = parts.get('content.xml')
  if (!content) throw new Error('readOds: no content.xml')
  return readContent(new TextDecoder('utf-8', { fatal: true }).decode(content))
}

function readContent(xml: string): readonly WorkbookSheet[] {
  const sheets: WorkbookSheet[] = []
  const styles = collectOdsStyles()
  const rows = collectOdsRows()
  let name: string | undefined
  let inRow = false
  let cell: XmlAttributes | undefined
  let paragraphs: string[] = []
  // Comments and drawings have paragraphs of their own, which are not the cell's text.
  let aside = 0

  scanXml(xml, {
    open(tag, attributes) {
      if (aside > 0 || isAside(tag)) aside += isAside(tag) ? 1 : 0
      else if (name === undefined) {
        if (tag === 'table:table') {
          if (sheets.length >= maxSheets) throw new ProblemError([knownProblem('import.sheets-too-many', { allowed: maxSheets })])
          name = attributes().get('table:name') ?? ''
          styles.startTable()
        } else styles.open(tag, attributes)
      } else if (tag === 'table:table-column') styles.addColumns(attributes())
      else if (tag === 'table:table-row') {
        inRow = true
        const row = attributes()
        rows.startRow(row)
        styles.startRow(row)
      } else if (inRow && isCell(tag)) {
        cell = attributes()
        paragraphs = []
      } else if (cell) addText(paragraphs, tag, attributes)
    },
    close(tag) {
      if (isAside(tag)) aside = Math.max(0, aside - 1)
      else if (aside > 0) return
      else if (isCell(tag) && cell) {
        rows.addCell(valueOf(cell, paragraphs, rows.column(), styles), cell)
        cell = undefined
      } else if (tag === 'table:table-row' && inRow) {
        inRow = false
        rows.endRow()
      } else if (tag === 'table:table' && name !== undefined) {
        sheets.push({ name, rows: rows.endTable() })
        name = undefined
      } else if (name === undefined) styles.close(tag)
    },
    text(text) {
      if (cell && aside === 0 && paragraphs.length > 0) paragraphs.push((paragraphs.pop() ?? '') + text)
    },
  })
  if (name !== undefined) throw new Error('readOds: the file ends inside a table')
  return sheets
}

const isAside = (tag: string) => tag === 'office:annotation' || tag.startsWith('draw:')
const isCell = (tag: string) => tag === 'table:table-cell' || tag === 'table:covered-table-cell'

function addText(paragraphs: string[], tag: string, attributes: () => XmlAttributes): void {
  if (tag === 'text:p') paragraphs.push('')
  const added = tag === 'text:s' ? ' '.repeat(Math.min(Number(attributes().get('text:c') ?? 1) || 1, 1000))
    : tag === 'text:tab' ? '\t'
    : tag === 'text:line-break' ? '\n'
    : ''
  if (added !== '') paragraphs.push((paragraphs.pop() ?? '') + added)
}

function valueOf(cell: XmlAttributes, paragraphs: readonly string[], column: number, styles: OdsStyles): SheetCell {
  if (cell.has('table:formula')) return { refused: 'formula' }
  const type = cell.get('office:value-type') ?? cell.get('calcext:value-type')
  const value = cell.get('office:value')
  if (type === 'error') return { refused: 'error' }
  if ((type === 'float' || type === 'percentage' || type === 'currency') && value !== undefined) return String(Number(value))
  if (type === 'boolean') return (cell.get('office:boolean-value') ?? '').toUpperCase()
  if (type === 'date') {
    const [date = ''] = (cell.get('office:date-value') ?? '').split('T')
    return renderDate(date, styles.precisionOf(cell.get('table:style-name'), column))
  }
  return paragraphs.length > 0 ? paragraphs.join('\n') : cell.get('office:string-value') ?? ''
}
