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
  /** `label`: as the form asks it. */
  readonly question: (label: string) => string
  readonly group: (group: number) => string
  /** The form's labels by question; one of an older form stands under its id. */
  readonly labels: Readonly<Record<string, { readonly label: string }>>
}

/** "incidenter.csv, rad 14, kolumn polis"; "grupp 2, frågan Hur många"; '' when no place is known. */
export function renderPlace({ file, row, column, question, group }: Place, words: PlaceWords): string {
  return [
    file,
    row === undefined ? undefined : words.row(row),
    column === undefined ? undefined : words.column(column),
    group === undefined ? undefined : words.group(group),
    question === undefined ? undefined : words.question((words.labels[question]?.label ?? question).replace(/\?$/, '')),
  ].filter((part) => part !== undefined).join(', ')
}
