// Personal identity numbers, coordination numbers (60 added to the day) and temporary ones (a letter for the birth
// number's first digit), as SKV 704 describes them.
import { hasCheckDigit } from './check-digit.ts'
import { detector } from './detector.ts'
import { textBefore } from './text-before.ts'

const century = String.raw`(?<century>(?:18|19|20)[ ]?)?`
const month = String.raw`(?:0[1-9]|1[0-2])`
const day = String.raw`(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])`
const shape = String.raw`(?<![\p{L}\d+]|\d[.,:/-])${century}\d{2}[ ./-]?${month}[ ./-]?${day}(?:(?<gap>[ ]{0,2}[-+./]?[ ]{0,2})(?<last>\d{2}[ ]?\d{2})|[ ]?[-+]?[TRSUWXJKLMN]\d{3})(?![\p{L}\d]|[-:/.]\d)`

const announced = /(?:person(?:al)?[ -]?(?:nummer|numret|nr|number|no|id|identity number)|(?<!\p{L})(?:pnr|pers\.?[ ]?nr|p-?nr|ssn|social security (?:number|no)|id[ -]?(?:nummer|numret|nr|number|no)|identity (?:number|no))|samordnings(?:nummer|numret|nr)|coordination (?:number|no)|född|born|id)[ ]?(?:är|var|is|was)?[ .:#]{0,3}$/iu

/** A date and a clock time, "2026-01-12 1430", when the year is too late for anyone who writes or is written of so. */
const isDateAndTime = (found: string, last: string, gap: string): boolean =>
  /^ *$/.test(gap) && gap !== '' && /^20(?:1[5-9]|[2-9]\d)/.test(found) && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(last)

/** A mobile number written without a hyphen, "0701740605", has the shape of a coordination number. */
const isMobile = (found: string): boolean => /^07[02369]\d[6-9]\d{5}$/.test(found.replaceAll(' ', ''))

export const findPersonalNumbers = detector('personal-number', new RegExp(shape, 'gu'), ({ 0: found, index, input, groups }) => {
  const last = groups?.['last']
  if (last === undefined) return true
  if (announced.test(textBefore(input, index))) return true
  if (isMobile(found) || isDateAndTime(found, last.replace(' ', ''), groups?.['gap'] ?? '')) return false
  return hasCheckDigit(found.replace(/\D/g, '').slice(-10))
})
