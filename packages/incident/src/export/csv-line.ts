// One line of CSV (RFC 4180), with semicolons as Swedish spreadsheets take them, in which nothing runs as a formula.
import { isLikeFormula } from '../is-like-formula.ts'

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** What would run as a formula is a text with an apostrophe before it, as spreadsheets write it themselves. */
function csvCell(text: string): string {
  const plain = isLikeFormula(text) ? `'${text}` : text
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
