// All that is wrong with an import, in one go: the first hundred errors and warnings, and how many more there are.
import { knownProblem, knownWarning } from '../messages/known-problem.ts'
import type { Problem } from '../problem.ts'
import { maxProblems } from './limits.ts'

export type Problems = {
  add(problem: Problem): void
  hasErrors(): boolean
  /** All of them, those that are not kept too. */
  countErrors(): number
  /** No more errors are kept, only counted. */
  isFull(): boolean
  /** Errors first, then warnings, each in the order found and cut at `maxProblems` with a last line that counts the rest. */
  all(): readonly Problem[]
}

export function collectProblems(): Problems {
  const errors: Problem[] = []
  const warnings: Problem[] = []
  /** What is kept, so that a row that became several persons by a mapping says what is wrong with it once. */
  const kept = new Set<string>()
  let moreErrors = 0
  let moreWarnings = 0
  return {
    add(found) {
      if ((found.severity === 'error' ? errors : warnings).length < maxProblems) {
        const text = JSON.stringify(found)
        if (kept.has(text)) return
        kept.add(text)
      }
      if (found.severity === 'error') {
        if (errors.length < maxProblems) errors.push(found)
        else moreErrors += 1
      } else if (warnings.length < maxProblems) warnings.push(found)
      else moreWarnings += 1
    },
    hasErrors: () => errors.length > 0,
    countErrors: () => errors.length + moreErrors,
    isFull: () => errors.length >= maxProblems,
    all: () => [
      ...errors,
      ...(moreErrors > 0 ? [knownProblem('import.more-errors', { count: moreErrors, all: errors.length + moreErrors })] : []),
      ...warnings,
      ...(moreWarnings > 0 ? [knownWarning('import.more-warnings', { count: moreWarnings, all: warnings.length + moreWarnings })] : []),
    ],
  }
}
