// Persons by the lists on which they stand: what every estimate of those on none begins with.
import { checkCounts } from '../inference/checks.ts'

export type CaptureHistories = {
  /** How many lists there are. */
  readonly lists: number
  /** `on`: a bit for each list, the first the lowest; never 0, for nobody counted those. Missing histories are 0. */
  readonly cells: readonly { readonly on: number; readonly count: number }[]
}

/** Throws for a history on no list, on one that does not exist, or told twice. */
export function checkHistories(where: string, { lists, cells }: CaptureHistories): void {
  checkCounts(where, ...cells.map(({ count }) => count))
  if (new Set(cells.map(({ on }) => on)).size < cells.length) throw new Error(`${where}: a history is told twice`)
  for (const { on } of cells) if (!Number.isInteger(on) || on < 1 || on >= 2 ** lists) throw new Error(`${where}: ${on} is no history of ${lists} lists`)
}

export const sumOf = ({ cells }: CaptureHistories, counts: (on: number) => boolean = () => true): number =>
  cells.reduce((sum, { on, count }) => (counts(on) ? sum + count : sum), 0)

/** Persons on exactly, or at least, so many lists. */
export const onExactly = (histories: CaptureHistories, many: number): number => sumOf(histories, (on) => bitsOf(on) === many)
export const onTwoOrMore = (histories: CaptureHistories): number => sumOf(histories, (on) => bitsOf(on) >= 2)

export function listSizes(histories: CaptureHistories): readonly number[] {
  return Array.from({ length: histories.lists }, (_, list) => sumOf(histories, (on) => (on & (1 << list)) !== 0))
}

export function bitsOf(on: number): number {
  let bits = 0
  for (let rest = on; rest > 0; rest &= rest - 1) bits += 1
  return bits
}
