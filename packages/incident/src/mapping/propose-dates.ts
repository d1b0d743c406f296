// How a column of dates is probably written: the fewest patterns that read most of it, Swedish order first where both orders read.
import { findOccurrence } from '../civil-date.ts'
import { readerOfFormat } from './date-format.ts'

const formats: readonly string[] = [
  'YYYY-MM-DD HH:mm:ss', 'YYYY-MM-DD HH:mm', 'D/M/YYYY', 'M/D/YYYY', 'D.M.YYYY', 'D-M-YYYY', 'D/M YYYY', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'D/M/YY', 'M/D/YY', 'D.M.YY', 'D-M-YY',
  'D/M -YY', 'YYMMDD', 'D MMMM YYYY', 'D MMMM, YYYY', 'MMMM D, YYYY', 'MMMM D YYYY', 'D-MMM-YYYY', 'D-MMM-YY', 'D MMM YY', 'MMMM YYYY', 'MMM-YY', 'M/YYYY', 'MM-YYYY', 'D/M/YYYY HH:mm', 'M/D/YYYY HH:mm',
]
const readers = formats.map((format) => ({ format, read: readerOfFormat(format)! }))

/** Empty when all of it is written as we do, or when nothing reads it. */
export function proposeDates(texts: readonly string[]): readonly string[] {
  let left = texts.map((text) => text.trim()).filter((text) => text !== '' && !findOccurrence(text))
  const found: string[] = []
  while (left.length > 0 && found.length < 4) {
    const counts = readers.map(({ format, read }) => ({ format, read, reads: left.filter((text) => read(text) !== undefined).length }))
    const most = counts.reduce((best, next) => (next.reads > best.reads ? next : best))
    if (most.reads === 0) break
    found.push(most.format)
    left = left.filter((text) => most.read(text) === undefined)
  }
  return found
}
