// What is known of any of an incident's persons, from the answers given for each of them.
import type { Answer } from './codes.ts'
import type { PersonGroup } from './incident.ts'

/** Yes if any says yes, else unknown if any is unknown, else no if any says no, else not asked. */
export function anyAnswer(answers: readonly (Answer | null)[]): Answer | 'not-asked' {
  for (const answer of ['yes', 'unknown', 'no'] as const) if (answers.includes(answer)) return answer
  return 'not-asked'
}

/** Groups that stand for somebody: "0 persons" is an answer, but nobody's. */
export function groupsOfSomebody(persons: readonly PersonGroup[]): readonly PersonGroup[] {
  // Nearly always all of them, and then no copy is made.
  return persons.every(isSomebody) ? persons : persons.filter(isSomebody)
}

function isSomebody({ count }: PersonGroup): boolean {
  return count.count > 0 || count.atLeast
}
