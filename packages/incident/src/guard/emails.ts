// E-mail addresses, also as people write them to hide them from machines: "(at)", "snabel-a", "punkt se".
import { detector } from './detector.ts'
import type { Detector } from './finding.ts'

const local = String.raw`(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}`
const at = String.raw`(?:[ ]{0,2}(?:@|[(\[{<][ ]?(?:at|a|snabel-?a|@)[ ]?[)\]}>])[ ]{0,2}|[ ](?:snabel-?[ ]?a|at-tecken|at sign)[ ])`
const dot = String.raw`(?:\.|[ ]?[(\[{][ ]?(?:dot|punkt|\.)[ ]?[)\]}][ ]?|[ ](?:dot|punkt)[ ])`
const label = String.raw`[\p{L}\d-]{1,63}`
const providers = 'gmail|googlemail|hotmail|outlook|yahoo|live|icloud|protonmail|proton|telia|comhem|bredband|tele2|spray|mail|gmx|aol|yandex|ukr|wp|seznam|abv|libero'

const writtenOut = new RegExp(`${local}${at}${label}(?:${dot}${label}){1,5}`, 'giu')
const knownProvider = new RegExp(`${local}(?:${at}|[ ]at[ ])(?:${providers})(?:${dot}${label}){1,3}(?![\\p{L}\\d])|${local}@(?:${providers})(?![\\p{L}\\d])`, 'giu')

const findWrittenOut = detector('email', writtenOut, ([found]) => /\p{L}/u.test(found))
/** "maria at gmail.com" and "maria@hotmail" are addresses only with a well-known provider: "look at booking.com" is none. */
const findWithProvider = detector('email', knownProvider, ([found]) => !/^(?:look|looked|looks|is|was|be|me|us|her|him|them|mail|address|account|reached|only) at /iu.test(found))

export const findEmails: Detector = (text) => {
  const sure = findWrittenOut(text)
  return [...sure, ...findWithProvider(text).filter((one) => !sure.some(({ from, to }) => one.from < to && from < one.to))].sort((a, b) => a.from - b.from)
}
