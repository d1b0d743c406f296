// What a member organisation knows of a count, or of a sum of counts, beside all others: that what it did not report itself is not negative.
import type { LinearSystem } from './linear.ts'
import { type CellKey, cellKey, rowFamily, totalFamily } from './cell-key.ts'
import type { Prepared } from './audit.ts'
import { joinOwn, type OwnCounts } from './own-counts.ts'

export type Member = {
  readonly organisation: string
  /** Its own part of every unknown of one prepared audit. */
  readonly own: readonly number[]
}

/** Members with any part in the unknowns; who has none knows what everybody knows. */
export function membersOf({ built, targets }: Pick<Prepared, 'built' | 'targets'>, lists: readonly OwnCounts[]): readonly Member[] {
  const others = targets.filter(({ kind }) => kind === 'others')
  return [...joinOwn(lists)].flatMap(([organisation, counts]): readonly Member[] => {
    const ownOf = (key: CellKey): number => counts.get(key) ?? reportedIn(key, counts)
    const cells = built.names.map(ownOf)
    if (cells.every((count) => count === 0)) return []
    return [{ organisation, own: [...cells, ...others.map(({ key, margin }) => (margin === null ? 0 : cells[margin]!) - ownOf(key))] }]
  })
}

/** Of the number of organisations that reported it is one, if it did. */
function reportedIn(key: CellKey, counts: ReadonlyMap<CellKey, number>): number {
  const period = key.slice(key.lastIndexOf('@') + 1)
  if (key !== cellKey(rowFamily('organisation', ['membership'], ['reported']), period)) return 0
  return (counts.get(cellKey(totalFamily('incident'), period)) ?? 0) > 0 ? 1 : 0
}

export type Known = { readonly lower: number; readonly upper: number }

/**
 * `value`: the truth; `own`: the member's part. What is true of any register is true of what the others reported, so a
 * statement without a count in it (a sum that is not negative) holds of the rest too: where it does, for a person whom two
 * organisations met may make it false, and then the member is not given it.
 */
export function memberKnows({ lower, upper }: Known, value: number, own: number): Known {
  const rest = value - own
  const isLaw = (lower === 0 || lower === -Infinity) && (upper === 0 || upper === Infinity || upper >= unbounded)
  if (!isLaw) return { lower, upper }
  return {
    lower: lower === 0 && rest >= 0 ? Math.max(lower, own) : lower,
    upper: upper === 0 && rest <= 0 ? Math.min(upper, own) : upper,
  }
}

/** As publicBound: stands for "no bound known". */
const unbounded = 1_000_000

/** Σ coefficient × amount of each statement. */
export function sumsOf({ constraints }: Pick<LinearSystem, 'constraints'>, amounts: readonly number[]): readonly number[] {
  return constraints.map(({ terms }) => terms.reduce((sum, [variable, coefficient]) => sum + coefficient * amounts[variable]!, 0))
}
