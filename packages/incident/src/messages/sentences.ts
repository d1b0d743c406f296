// What a language has to say: one sentence for each problem code, and the words around it.
import type { Place } from '../problem.ts'
import type { ProblemCode, ProblemValues } from './problem-values.ts'

export type ProblemSentences = {
  /** What is wrong, and what to do about it; the place is said before it. */
  readonly [Code in ProblemCode]: (values: ProblemValues[Code]) => string
}

export type PlaceWords = {
  readonly row: (row: number) => string
  readonly column: (column: string) => string
}

/** "incidenter.csv, rad 14, kolumn polis"; '' when no place is known. */
export function renderPlace({ file, row, column }: Place, words: PlaceWords): string {
  return [file, row === undefined ? undefined : words.row(row), column === undefined ? undefined : words.column(column)]
    .filter((part) => part !== undefined)
    .join(', ')
}
