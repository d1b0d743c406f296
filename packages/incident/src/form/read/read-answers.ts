// Reads single answers: codes, numbers, days, lists; what cannot be read is reported at its question.
import { type CivilDate, findCivilDate } from '../../civil-date.ts'
import type { Answer } from '../../codes.ts'
import { answers } from '../../codes.ts'
import { isLikeFormula } from '../../is-like-formula.ts'
import { largestQuantity, type Quantity } from '../../quantity.ts'
import type { Fields } from './fields.ts'

/** Undefined for an answer that was reported. */
export type Read<Value> = Value | undefined

/** As many as the import takes. */

/** Nothing that a network of today records is older; "0219" and "1019" are slips of the hand. */
export const earliestDay: CivilDate = '1990-01-01'

/** Unknown where nothing was answered. */
export function readChoice<Code extends string>(fields: Fields, id: string, codes: readonly Code[]): Read<Code | 'unknown'> {
  const given = fields.given(id)
  if (given === undefined) return 'unknown'
  return codes.find((code) => code === given) ?? fields.report(id, 'form.choice', {})
}

/** Null when it was not asked: it says so, or the form does not put it (`put`) and nothing was answered. */
export function readAsked(fields: Fields, id: string, put: boolean): Read<Answer | null> {
  if (fields.notAsked(id) || (!put && !fields.ids.includes(id))) return null
  return readChoice(fields, id, answers)
}

export function readFlag(fields: Fields, id: string): Read<boolean | null> {
  const given = fields.given(id)
  if (given === undefined) return null
  return typeof given === 'boolean' ? given : fields.report(id, 'form.not-understood', {})
}

/** Null when not known. */
export function readCount(fields: Fields, id: string): Read<Quantity | null> {
  const given = fields.given(id)
  if (given === undefined) return null
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return fields.report(id, 'form.count', { largest: largestQuantity })
  const { count, atLeast = false, ...others } = given as { readonly count?: unknown; readonly atLeast?: unknown }
  const whole = typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 && count <= largestQuantity
  if (!whole || typeof atLeast !== 'boolean' || Object.keys(others).length > 0) return fields.report(id, 'form.count', { largest: largestQuantity })
  // −0 is no number of anything, and JSON can carry it.
  return { count: count + 0, atLeast }
}

/** A full day, not after today; null when not known. */
export function readDay(fields: Fields, id: string, today: CivilDate): Read<CivilDate | null> {
  const given = fields.given(id)
  if (given === undefined) return null
  const day = typeof given === 'string' ? findCivilDate(given) : undefined
  if (day === undefined) return fields.report(id, 'form.day', {})
  return isPlausible(fields, id, day, today) ? day : undefined
}

/** Reports a day that begins after today, or before anything that is recorded here. */
export function isPlausible(fields: Fields, id: string, begins: CivilDate, today: CivilDate): boolean {
  if (begins > today) fields.report(id, 'form.date-future', { today })
  else if (begins < earliestDay) fields.report(id, 'form.date-unlikely', { earliest: earliestDay })
  else return true
  return false
}

/** Sorted, each once; empty when nothing was answered. */
export function readList(
  fields: Fields, id: string, code: 'form.indicator-unknown' | 'form.nationality-unknown', isKnown: (value: string) => boolean,
): Read<readonly string[]> {
  const given = fields.given(id)
  if (given === undefined) return []
  if (!Array.isArray(given)) return fields.report(id, 'form.not-understood', {})
  const known = given.filter((value): value is string => typeof value === 'string' && isKnown(value))
  return known.length === given.length ? [...new Set(known)].sort() : fields.report(id, code, {})
}

/** Null when nothing was answered. */
export function readOrganisation(fields: Fields, id: string, known: ReadonlySet<string>): Read<string | null> {
  const given = fields.given(id)
  if (given === undefined) return null
  return typeof given === 'string' && known.has(given) ? given : fields.report(id, 'form.organisation-unknown', {})
}

/** One line in clear, NFC and trimmed; null when it is empty. */
export function readLine(fields: Fields, id: string, allowed: number): Read<string | null> {
  const given = fields.given(id)
  if (given === undefined) return null
  if (typeof given !== 'string') return fields.report(id, 'form.not-understood', {})
  const text = given.normalize('NFC').trim().replace(/\s+/g, ' ')
  // Line breaks have become spaces; what is left of \p{Cc} nobody typed.
  if (/\p{Cc}/u.test(text) || !text.isWellFormed()) return fields.report(id, 'form.text-control-character', {})
  if (text.length > allowed) return fields.report(id, 'form.text-too-long', { length: text.length, allowed })
  if (isLikeFormula(text)) return fields.report(id, 'form.text-like-formula', {})
  return text === '' ? null : text
}
