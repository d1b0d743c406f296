// Numbers that point at one person: personal identity and coordination numbers, bank cards, telephones.
import { hasCheckDigit } from './check-digit.ts'
import { detector } from './finding.ts'

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/**
 * Ten or twelve digits with the check digit right; a coordination number has 60 added to its day, a temporary one
 * letters in place of the first of the last four (SKV 704). Hyphens come as people and telephones write them.
 */
export const findPersonalNumbers = detector(
  'personal-number',
  /(?<![\d-])(?:(?:18|19|20)[ ]?)?\d{2}[ ]?(?:0\d|1[0-2])[ ]?(?:[0-2]\d|3[01]|6[1-9]|[78]\d|9[01])[ ]?[-–—‑+]?[ ]?(?:\d{4}|[TRSUWXJKLMN]\d{3})(?!\d|-\d)/gi,
  ([found]) => /[a-z]/i.test(found) || hasCheckDigit(digitsOf(found).slice(-10)),
)

/** Thirteen to nineteen digits, alone or in groups, with the check digit right. */
export const findBankCards = detector(
  'bank-card',
  /(?<![\d+])[3-6]\d{3}[ -]?\d{4,6}[ -]?\d{4,5}(?:[ -]?\d{1,4}){0,2}(?!\d)/g,
  ([found]) => {
    const digits = digitsOf(found)
    return digits.length >= 13 && digits.length <= 19 && hasCheckDigit(digits)
  },
)

/** Swedish numbers from 0 or +46, others from + or 00. Public helplines (020, 0200, 077, 0771) belong to nobody. */
export const findPhoneNumbers = detector(
  'phone-number',
  /(?<![\d,.:-])(?:(?:\+|00)[ ]?[1-9]\d{0,2}[ /-]?(?:\(0\)[ ]?)?(?:\d[ /-]?){5,11}\d|\(?0[1-9]\d{0,2}\)?(?:[ ]?[-–/][ ]?|[ ])?(?:\d[ -]?){4,7}\d)(?![\d-])/g,
  ([found]) => {
    const digits = digitsOf(found)
    if (/^(?:020|077)/.test(digits)) return false
    // A date or a clock time has no more than eight digits and says so by its shape.
    if (/^0?\d{1,2}[-/ ](?:0?[1-9]|1[0-2])[-/ ](?:19|20)?\d{2}$/.test(found.trim())) return false
    return digits.length >= 7
  },
)
