// Which cell styles of an OpenDocument file show only the month or the year of their date.
import { precisionOfParts } from './date-precision.ts'
import type { DatePrecision } from './date-precision.ts'
import { maxColumns } from './limits.ts'
import type { XmlAttributes } from './scan-xml.ts'

/** Fed with the tags of content.xml in their order: the automatic styles come before the tables. */
export type OdsStyles = {
  open(tag: string, attributes: () => XmlAttributes): void
  close(tag: string): void
  startTable(): void
  addColumns(attributes: XmlAttributes): void
  startRow(attributes: XmlAttributes): void
  /** A cell without a style of its own has its row's, else its column's. */
  precisionOf(cellStyle: string | undefined, column: number): DatePrecision
}

export function collectOdsStyles(): OdsStyles {
  const ofDateStyle = new Map<string, DatePrecision>()
  const ofCellStyle = new Map<string, DatePrecision>()
  let dateStyle = ''
  let shown = { year: false, month: false, day: false }
  let columnStyles: (string | undefined)[] = []
  let rowStyle: string | undefined

  return {
    open(tag, attributes) {
      if (tag === 'number:date-style') {
        dateStyle = attributes().get('style:name') ?? ''
        shown = { year: false, month: false, day: false }
      } else if (tag === 'number:year') shown.year = true
      else if (tag === 'number:month') shown.month = true
      else if (tag === 'number:day') shown.day = true
      else if (tag === 'style:style') {
        const precision = ofDateStyle.get(attributes().get('style:data-style-name') ?? '')
        if (precision) ofCellStyle.set(attributes().get('style:name') ?? '', precision)
      }
    },
    close(tag) {
      if (tag === 'number:date-style') ofDateStyle.set(dateStyle, precisionOfParts(shown))
    },
    startTable() {
      columnStyles = []
    },
    addColumns(attributes) {
      const repeat = Number.parseInt(attributes.get('table:number-columns-repeated') ?? '1', 10)
      for (let index = 0; index < repeat && columnStyles.length < maxColumns; index += 1) {
        columnStyles.push(attributes.get('table:default-cell-style-name'))
      }
    },
    startRow(attributes) {
      rowStyle = attributes.get('table:default-cell-style-name')
    },
    precisionOf: (cellStyle, column) => ofCellStyle.get(cellStyle ?? rowStyle ?? columnStyles[column] ?? '') ?? 'day',
  }
}
