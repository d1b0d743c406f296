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
 * What a member knows of the sum of each statement, in their order. What is true of any register is true of what the others reported;
 * but the others' part of a number of persons is those whom the member did not meet, and that is no register where one person may be
 * met by two: of her whom both met, and only the others saw accept help, neither part is as the law would have it. So what ties a
 * number of persons to another count is not known of the rest, unless every person was met once, which persons and occurrences tell.
 */
export function knownSums(
  { constraints }: Pick<LinearSystem, 'constraints'>, { names, truths }: { readonly names: readonly CellKey[]; readonly truths: readonly number[] },
): (own: readonly number[]) => readonly Known[] {
  const sums = sumsOf({ constraints }, truths)
  const isPersons = names.map((key) => key.startsWith(ofPersons))
  const occurrences = new Map(names.flatMap((key, variable) => (key.startsWith(allOccurrences) ? [[key.slice(allOccurrences.length), truths[variable]!] as const] : [])))
  const metOnce = names.every((key, variable) => !key.startsWith(allPersons) || occurrences.get(key.slice(allPersons.length)) === truths[variable]!)
  const holdsOfRest = constraints.map(({ terms }) => metOnce || terms.length < 2 || !terms.some(([variable]) => isPersons[variable] === true))
  return (own) => {
    const ownSums = sumsOf({ constraints }, own)
    return constraints.map((constraint, index) => memberKnows(constraint, sums[index]!, ownSums[index]!, holdsOfRest[index]))
  }
}

const ofPersons = 'person|'
const allPersons = cellKey(totalFamily('person'), '')
const allOccurrences = cellKey(totalFamily('person-occurrence'), '')

/**
 * `value`: the truth; `own`: the member's part. A statement without a count in it (a sum that is not negative) is a law, and holds of
 * the rest too: where it does, for what was answered otherwise of a person may make it false, and then the member is not given it.
 * A law that its own reports break is only usual (who accepts help was in contact): the member takes it to hold of the others at most.
 */
export function memberKnows({ lower, upper }: Known, value: number, own: number, holdsOfRest = true): Known {
  const rest = value - own
  const isLaw = (lower === 0 || lower === -Infinity) && (upper === 0 || upper === Infinity || upper >= unbounded)
  if (!isLaw) return { lower, upper }
  return {
    lower: lower === 0 && (own < 0 || (holdsOfRest && rest >= 0)) ? own : lower,
    upper: upper === 0 && (own > 0 || (holdsOfRest && rest <= 0)) ? own : upper,
  }
}

/** As publicBound: stands for "no bound known". */
const unbounded = 1_000_000

/** Σ coefficient × amount of each statement. */
export function sumsOf({ constraints }: Pick<LinearSystem, 'constraints'>, amounts: readonly number[]): readonly number[] {
  return constraints.map(({ terms }) => terms.reduce((sum, [variable, coefficient]) => sum + coefficient * amounts[variable]!, 0))
}
