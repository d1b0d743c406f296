// When something happened, as a cell may say it: what a form can say too, and what an export writes (EDTF, ISO 8601-2).
import { findCivilDate, findOccurrence, type Occurrence } from '../civil-date.ts'

/** Reads a day, a month, a year, or "2019-04-03/2019-04-09" for some day between; "~" behind it says about. Undefined for anything else. */
export function findWrittenOccurrence(text: string): Occurrence | undefined {
  const about = text.endsWith('~')
  const days = about ? text.slice(0, -1) : text
  const occurrence = findOccurrence(days) ?? findSpan(days)
  return occurrence && { ...occurrence, about }
}

function findSpan(text: string): Occurrence | undefined {
  const [first, last, ...rest] = text.split('/')
  if (first === undefined || last === undefined || rest.length > 0) return undefined
  const [from, to] = [findCivilDate(first), findCivilDate(last)]
  return from !== undefined && to !== undefined && from <= to ? { from, to, about: false } : undefined
}
