// Makes the problems of this room: only codes that have a sentence, only with the values the sentence needs.
import type { Place, Problem } from '../problem.ts'
import type { ProblemCode, ProblemValues } from './problem-values.ts'

export function knownProblem<Code extends ProblemCode>(
  code: Code, values: ProblemValues[Code], where: Place = {}, severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, where, values }
}

export function knownWarning<Code extends ProblemCode>(code: Code, values: ProblemValues[Code], where: Place = {}): Problem {
  return knownProblem(code, values, where, 'warning')
}
