// Payment card numbers: thirteen to nineteen digits, alone or in groups, with the check digit of ISO/IEC 7812-1.
import { hasCheckDigit } from './check-digit.ts'
import type { Detector } from './finding.ts'
import { announcesReference, textBefore } from './text-before.ts'

const gap = '[ ]{0,2}[-./]?[ ]{0,2}'
const number = new RegExp(String.raw`(?<![\p{L}\d+]|\d[-.])[2-6]\d{3}${gap}\d{4,6}${gap}\d{4,5}(?:${gap}\d{1,4}){0,2}(?!\d)`, 'gu')
const announced = /(?:kort(?:et|ets)?|kortnummer|kortnr|card|visa|mastercard|amex|maestro)(?:[ ]?(?:nr|nummer|number|no|numret))?[ .:#]{0,3}(?:är|var|is|was)?[ ]?$/iu

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** The longest beginning, ending with a group, that is a card number: a month and a year may follow it. */
function cutToCard(found: string, isAnnounced: boolean): string | undefined {
  const parts = [...found.matchAll(/\d(?!\d)/g)].map(({ index }) => found.slice(0, index + 1)).toReversed()
  const isLong = (part: string): boolean => digitsOf(part).length >= 13 && digitsOf(part).length <= 19
  // A slip of the finger breaks the check digit, not the secret: after "card number" sixteen digits are enough.
  return parts.find((part) => isLong(part) && hasCheckDigit(digitsOf(part))) ?? parts.find((part) => isAnnounced && digitsOf(part).length === 16)
}

export const findBankCards: Detector = (text) =>
  [...text.matchAll(number)].flatMap(({ 0: found, index }) => {
    const card = announcesReference(text, index) ? undefined : cutToCard(found, announced.test(textBefore(text, index)))
    return card === undefined ? [] : [{ kind: 'bank-card', from: index, to: index + card.length }]
  })
