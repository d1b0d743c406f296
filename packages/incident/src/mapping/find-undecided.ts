// What a person has not decided yet in a mapping: nothing of it is imported until that is done.
import { knownProblem } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import type { Problem } from '../problem.ts'
import type { Mapping } from './mapping.ts'

/** In the order of the mapping; the place is the sheet and column of theirs. */
export function findUndecided({ sheets, organisations }: Mapping): readonly Problem[] {
  return [
    ...organisations.flatMap(({ code, proposed }) => (proposed ? [knownProblem('mapping.organisation-proposed', { found: renderFound(code) })] : [])),
    ...sheets.flatMap(({ names, columns }) => columns.flatMap(({ from, to, proposed, proposedValues, undecidedValues }) => {
      const where = { file: names[0] ?? '', column: renderFound(from) }
      if (to === null) return [knownProblem('mapping.column-undecided', {}, where)]
      const guessed = Object.keys(proposedValues ?? {})
      return [
        ...(proposed ? [knownProblem('mapping.column-proposed', { column: to }, where)] : []),
        ...(guessed.length > 0 ? [knownProblem('mapping.words-proposed', { count: guessed.length, found: renderFound(guessed[0] ?? '') }, where)] : []),
        ...(undecidedValues ?? []).map((word) => knownProblem('mapping.word-undecided', { found: renderFound(word) }, where)),
      ]
    })),
  ]
}
