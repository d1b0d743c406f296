// What a person has not decided yet in a mapping: nothing of it is imported until that is done.
import { knownProblem } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import type { Problem } from '../problem.ts'
import type { Mapping } from './mapping.ts'

/** In the order of the mapping; the place is the sheet and column of theirs. */
export function findUndecided({ sheets, organisations }: Mapping): readonly Problem[] {
  return [
    ...organisations.flatMap(({ code, proposed }) => (proposed ? [knownProblem('mapping.organisation-proposed', { found: renderFound(code) })] : [])),
    ...sheets.flatMap(({ names, columns }) => columns.flatMap(({ from, to, proposed, unsure, proposedValues, unsureValues, undecidedValues }) => {
      const where = { file: names[0] ?? '', column: renderFound(from) }
      if (to === null) return [knownProblem('mapping.column-undecided', {}, where)]
      const alike = (unsureValues ?? []).filter((word) => Object.hasOwn(proposedValues ?? {}, word))
      const guessed = Object.keys(proposedValues ?? {}).filter((word) => !alike.includes(word))
      return [
        ...(proposed ? [knownProblem(unsure ? 'mapping.column-unsure' : 'mapping.column-proposed', { column: to }, where)] : []),
        ...alike.map((word) => knownProblem('mapping.word-unsure', { found: renderFound(word), meaning: renderFound(proposedValues![word]!) }, where)),
        ...(guessed.length > 0 ? [knownProblem('mapping.words-proposed', { count: guessed.length, found: renderFound(guessed[0] ?? '') }, where)] : []),
        ...(undecidedValues ?? []).map((word) => knownProblem('mapping.word-undecided', { found: renderFound(word) }, where)),
      ]
    })),
  ]
}
