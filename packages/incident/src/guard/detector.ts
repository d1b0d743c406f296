// Makes a detector of one regular expression and the reasons to let a match pass.
import type { Detector, SensitiveKind } from './finding.ts'

/**
 * `pattern` is global; what it matches, or its group `detail`, is a finding if `isDetail` says so. Every pattern of the guard
 * takes a number of steps bounded by a constant for each place in the text: what repeats without end cannot begin inside
 * its own repetition (lookbehind), everything else repeats at most so many times.
 */
export function detector(kind: SensitiveKind, pattern: RegExp, isDetail: (match: RegExpExecArray) => boolean = () => true): Detector {
  return (text) =>
    [...text.matchAll(pattern)].filter(isDetail).map((match) => {
      const detail = match.groups?.['detail'] ?? match[0]
      const from = match.index + match[0].lastIndexOf(detail)
      return { kind, from, to: from + detail.length }
    })
}
