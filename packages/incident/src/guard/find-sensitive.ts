// The guard at the keyboard: what in free text points at one person and should not be written (GDPR art. 10), found on
// the device before anything leaves it. It helps the writer; it proves nothing about a text in which it finds nothing.
import type { SensitiveFinding } from './finding.ts'
import { findNamedPersons } from './names.ts'
import { findBankCards, findPersonalNumbers, findPhoneNumbers } from './numbers.ts'
import { findEmails, findPlates, findRoomNumbers } from './traces.ts'

/** In the order of certainty: where two overlap, the one found by an earlier detector stands. */
const detectors = [findEmails, findPersonalNumbers, findBankCards, findPhoneNumbers, findPlates, findRoomNumbers, findNamedPersons]

/** Places in the text, in order, none overlapping another. */
export function findSensitive(text: string): readonly SensitiveFinding[] {
  const found: SensitiveFinding[] = []
  for (const detect of detectors) {
    for (const one of detect(text)) if (!found.some(({ from, to }) => one.from < to && from < one.to)) found.push(one)
  }
  return found.sort((a, b) => a.from - b.from)
}

/** The text without the places, each replaced by `mark` (for instance "[struket]"). */
export function strikeSensitive(text: string, findings: readonly SensitiveFinding[], mark: string): string {
  return findings.toSorted((a, b) => b.from - a.from).reduce((rest, { from, to }) => rest.slice(0, from) + mark + rest.slice(to), text)
}
