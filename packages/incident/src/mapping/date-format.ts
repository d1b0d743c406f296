// Dates as other spreadsheets write them: a pattern such as "D/M/YYYY" or "MMMM YYYY", read as a day, a month or a year.
import { findOccurrence } from '../civil-date.ts'

/** Gives 2019-04-03, 2019-04 or 2019; undefined for a text that is not written so, or is no day of the calendar. */
export type DateReader = (text: string) => string | undefined

const months: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'maj may', 'jun', 'jul', 'aug', 'sep', 'okt oct', 'nov', 'dec']
const monthNames: ReadonlySet<string> = new Set((
  'januari februari mars april maj juni juli augusti september oktober november december january february march may june july august october ' +
  'jan feb mar apr jun jul aug sep sept okt oct nov dec').split(' '))

const tokens = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|mm|ss/g
const parts: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})', YY: '(?<short>\\d{2})', MMMM: '(?<name>\\p{L}+)\\.?', MMM: '(?<name>\\p{L}+)\\.?', MM: '(?<month>\\d{2})', M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})', D: '(?<day>\\d{1,2})', HH: '\\d{1,2}', mm: '\\d{2}', ss: '\\d{2}',
}

/** Undefined for a pattern without a year, with a day but no month, or with something twice. */
export function readerOfFormat(format: string): DateReader | undefined {
  const found = format.match(tokens) ?? []
  const has = (...names: readonly string[]) => found.filter((token) => names.includes(token)).length
  const year = has('YYYY', 'YY')
  const month = has('MMMM', 'MMM', 'MM', 'M')
  const day = has('DD', 'D')
  if (format.length > 40 || year !== 1 || month > 1 || day > 1 || (day === 1 && month === 0)) return undefined
  const literals = format.split(tokens).map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'))
  const pattern = new RegExp(`^${literals.map((literal, index) => literal + (parts[found[index] ?? ''] ?? '')).join('')}$`, 'u')
  return (text) => {
    const groups = pattern.exec(text.trim())?.groups
    if (!groups) return undefined
    const written = [yearOf(groups), monthOf(groups), groups['day']?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
    return findOccurrence(written) ? written : undefined
  }
}

/** No register reaches back before 1990, so that two figures are a year from then on. */
function yearOf({ year, short }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (year !== undefined || short === undefined) return year
  return (Number(short) >= 90 ? '19' : '20') + short
}

/** '00' for what is no month, which then is no date either. */
function monthOf({ month, name }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (name === undefined) return month?.padStart(2, '0')
  const folded = name.toLowerCase()
  if (!monthNames.has(folded)) return '00'
  return String(months.findIndex((beginnings) => beginnings.split(' ').some((beginning) => folded.startsWith(beginning))) + 1).padStart(2, '0')
}
