// Telephone numbers: Swedish ones from 0 or +46, others from + or 00, and what follows "tel" or "phone" (PTS numbering plan).
import type { Detector } from './finding.ts'
import { announcesReference } from './text-before.ts'

const gap = String.raw`(?:[ ]{0,2}[-/][ ]{0,2}|[ ]{1,2}|\.|[ ]?\((?=\d{1,4}\))|\)[ ]?-?[ ]?)?`
const dialled = new RegExp(String.raw`(?<![\p{L}\d+]|\d[.,:/-]|\d{4}[ ]\d{4}[ ])(?:\+[ ]?[1-9]|\((?=0\d{0,3}\))0\)?[ ]?[1-9]|00?[ ]?(?:\(0\))?[ ]?[1-9]|\([1-9]|46[ -]?7)(?:${gap}\d){5,16}(?![\p{L}\d]|:\d|,\d)`, 'gu')
const announcedNumber = new RegExp(String.raw`(?<![\p{L}])(?:tel|tfn|telefon(?:nummer|nr|numret)?|mobil(?:nummer|nr|numret|en)?|mob|phone|phone number|mobile(?: number)?|cell|whatsapp|viber|telephone(?: number)?)\.?(?:[ ](?:är|var|is|was|nr|no|nummer|number)){0,2}[ .:]{0,3}(?<detail>[1-9](?:${gap}\d){6,13})(?![\p{L}\d])`, 'giu')

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Lines open to all (020, 077 and, in Britain, 0800) belong to nobody; in Stockholm (08) no number begins with a nought. */
const isOpenLine = (digits: string): boolean => (/^(?:(?:00)?460?|0)(?:20|77)\d/.test(digits) && digits.length !== 11) || /^(?:00)?(?:44)?0?800/.test(digits)

const clockOrDate = /^(?:\d{1,2}[.:]\d{2}|[0-2]\d[0-5]\d|\d{1,2}|\d{1,2}[./-]\d{1,2}(?:[./-](?:(?:19|20)\d{2}|\d{2}))?)$/
const isDate = (found: string): boolean => /^(?:0[1-9]|[12]\d|3[01])[-/. ]?(?:0[1-9]|1[0-2])[-/. ]?(?:19|20)\d{2}(?!\d)/.test(found)
/** "08.00-16.30", "0700-1900", "01.02 03.02": every part is a time or a date. */
const isTimes = (found: string): boolean => {
  const parts = found.split(/[ ]+-?[ ]*|(?<=\d{2}[.:]?\d{2})-/)
  return parts.length > 1 && parts.every((part) => clockOrDate.test(part)) && (parts.length === 2 ? parts.every((part) => part.length >= 4) : parts.every((part) => /[.:/-]/.test(part)))
}

const money = /^[ ]?(?:kr|kronor|sek|euro|eur|€|usd|dollar|pund|lei|ron|procent|percent|%)(?!\p{L})/iu

/** As many digits as such a number can have; a count or a time that follows is left outside. */
function maxDigits(found: string, digits: string): number {
  if (/^(?:00)?46/.test(digits) && !digits.startsWith('0046')) return found.includes('(0)') ? 12 : 11
  if (digits.startsWith('0046')) return found.includes('(0)') ? 14 : 13
  if (found.startsWith('+') || digits.startsWith('00')) return 15
  return 10
}

/** So many are these that a booking or a case before one must say that it is a number of its own. */
const isMobile = (number: string): boolean => /^(?:(?:00)?460?|0)7[02369]\d{7}$/.test(digitsOf(number))
const isReference = (text: string, index: number, number: string): boolean =>
  announcesReference(text, index) && (!isMobile(number) || /(?:nr|nummer|numret|number|no|kod|code|id|ref)[ .:#]{0,3}$/iu.test(text.slice(Math.max(0, index - 12), index)))

/** The longest beginning that ends with a group and is not too long; British national numbers have eleven digits. */
function cutToNumber(found: string): string | undefined {
  const digits = digitsOf(found)
  if (/^07\d{3}[ ]?\d{3}[ ]?\d{3}$/.test(found)) return found
  const max = maxDigits(found, digits)
  const ends = [...found.matchAll(/\d(?!\d)/g)].map(({ index }) => index + 1)
  const fitting = ends.map((end) => found.slice(0, end)).filter((part) => digitsOf(part).length <= max)
  const longest = fitting.at(-1)
  if (longest !== undefined && digitsOf(longest).length >= 8) return isMobile(longest) || !/^-\d/.test(found.slice(longest.length)) ? longest : undefined
  return digits.length === 11 ? found : undefined
}

export const findPhoneNumbers: Detector = (text) => {
  const found = [...text.matchAll(dialled)].flatMap((match) => {
    const number = cutToNumber(match[0])
    if (number === undefined || isOpenLine(digitsOf(number)) || isDate(number) || isTimes(number)) return []
    if (isReference(text, match.index, number) || money.test(text.slice(match.index + number.length, match.index + number.length + 12))) return []
    return [{ kind: 'phone-number' as const, from: match.index, to: match.index + number.length }]
  })
  const announced = [...text.matchAll(announcedNumber)].flatMap((match) => {
    const detail = match.groups?.['detail'] ?? ''
    const from = match.index + match[0].length - detail.length
    return found.some((one) => one.from < from + detail.length && from < one.to) ? [] : [{ kind: 'phone-number' as const, from, to: from + detail.length }]
  })
  return [...found, ...announced].sort((a, b) => a.from - b.from)
}
