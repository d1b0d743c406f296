// The guard at the keyboard: what in free text points at one person and should not be written (GDPR art. 10), found on
// the device before anything leaves it. It helps the writer; it proves nothing about a text in which it finds nothing.
import { findBankCards } from './bank-cards.ts'
import { findEmails } from './emails.ts'
import type { Detector, SensitiveFinding } from './finding.ts'
import { levelText } from './level-text.ts'
import { findNamedPersons } from './named-persons.ts'
import { findPersonalNumbers } from './personal-numbers.ts'
import { findPhoneNumbers } from './phone-numbers.ts'
import { findPlates } from './plates.ts'
import { findRoomNumbers } from './room-numbers.ts'

/** In the order of certainty: each reads only what the ones before it left. */
const detectors: readonly Detector[] = [findEmails, findPersonalNumbers, findBankCards, findPhoneNumbers, findPlates, findRoomNumbers, findNamedPersons]

/** Stands for what is found already; no pattern matches it. */
const blank = '\ufffc'

/** What one detail hid comes out in the next round ("070-… 070-…" grown together); more rounds than this find nothing in practice. */
const maxRounds = 4

/** Places in the text, in order, none overlapping another. */
export function findSensitive(text: string): readonly SensitiveFinding[] {
  const found: SensitiveFinding[] = []
  let left = levelText(text)
  for (let round = 0; round < maxRounds; round += 1) {
    const before = found.length
    for (const detect of detectors) {
      const findings = detect(left)
      found.push(...findings)
      left = replaceFindings(left, findings, ({ from, to }) => blank.repeat(to - from))
    }
    if (found.length === before) break
  }
  return found.sort((a, b) => a.from - b.from)
}

function replaceFindings(text: string, findings: readonly SensitiveFinding[], by: (finding: SensitiveFinding) => string): string {
  const parts: string[] = []
  let at = 0
  for (const finding of findings) {
    parts.push(text.slice(at, finding.from), by(finding))
    at = finding.to
  }
  return parts.join('') + text.slice(at)
}

/** The text without the places (as `findSensitive` gives them), each replaced by `mark`, for instance "[struket]". */
export function strikeSensitive(text: string, findings: readonly SensitiveFinding[], mark: string): string {
  return replaceFindings(text, findings, () => mark)
}
