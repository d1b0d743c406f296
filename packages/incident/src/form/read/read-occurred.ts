// When it happened: an exact day, around a day, only the month, only the year, between two days, or unknown.
import { type CivilDate, findCivilDate, findOccurrence, type Occurrence } from '../../civil-date.ts'
import type { Fields } from './fields.ts'
import { isPlausible, type Read } from './read-answers.ts'

const id = 'occurred'

/** Null when not known. */
export function readOccurred(fields: Fields, today: CivilDate): Read<Occurrence | null> {
  const given = fields.given(id)
  if (given === undefined) return null
  if (typeof given !== 'object' || given === null) return fields.report(id, 'form.date', {})
  const { on, from, to, about = false, ...others } = given as Readonly<Record<string, unknown>>
  if (typeof about !== 'boolean' || Object.keys(others).length > 0) return fields.report(id, 'form.date', {})
  const occurrence = on === undefined ? between(from, to) : from === undefined && to === undefined && typeof on === 'string' ? findOccurrence(on) : undefined
  if (!occurrence) return fields.report(id, 'form.date', {})
  if (occurrence.from > occurrence.to) return fields.report(id, 'form.days-reversed', {})
  return isPlausible(fields, id, occurrence.from, today) ? { ...occurrence, about } : undefined
}

function between(from: unknown, to: unknown): Occurrence | undefined {
  const [first, last] = [from, to].map((day) => (typeof day === 'string' ? findCivilDate(day) : undefined))
  return first === undefined || last === undefined ? undefined : { from: first, to: last, about: false }
}

/**
 * What stands for "I do not know when": somewhere between the first day of collection and the day it was reported. It
 * spans every period but the whole, where it counts; a guess at a year would enter that year's figures.
 */
export function unknownOccurrence(collectionStart: CivilDate, reportedOn: CivilDate): Occurrence {
  return { from: collectionStart < reportedOn ? collectionStart : reportedOn, to: reportedOn, about: true }
}

/** Whether that is what it says. */
export function isUnknownOccurrence({ from, to, about }: Occurrence, { collectionStart, reportedOn }: { readonly collectionStart: CivilDate; readonly reportedOn: CivilDate }): boolean {
  const unknown = unknownOccurrence(collectionStart, reportedOn)
  return about && from === unknown.from && to === unknown.to
}
