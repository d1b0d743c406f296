// Payment card numbers: thirteen to nineteen digits, alone or in groups, with the check digit of ISO/IEC 7812-1.
import { hasCheckDigit } from './check-digit.ts'
import { detector } from './detector.ts'
import { announcesReference, textBefore } from './text-before.ts'

const gap = '[ ]{0,2}[-./]?[ ]{0,2}'
const number = String.raw`(?<![\p{L}\d+]|\d[-.])[2-6]\d{3}${gap}\d{4,6}${gap}\d{4,5}(?:${gap}\d{1,4}){0,2}(?!\d)`
const announced = /(?:kort(?:et|ets)?|kortnummer|kortnr|card|visa|mastercard|amex|maestro)(?:[ ]?(?:nr|nummer|number|no|numret))?[ .:#]{0,3}(?:är|var|is|was)?[ ]?$/iu

export const findBankCards = detector('bank-card', new RegExp(number, 'gu'), ({ 0: found, index, input }) => {
  const digits = found.replace(/\D/g, '')
  if (digits.length < 13 || digits.length > 19 || announcesReference(input, index)) return false
  // A slip of the finger breaks the check digit, not the secret: after "card number" the length is enough.
  return hasCheckDigit(digits) || (digits.length === 16 && announced.test(textBefore(input, index)))
})
