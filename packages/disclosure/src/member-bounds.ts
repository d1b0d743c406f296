// What a member organisation knows of a count, or of a sum of counts, beside all others: that what it did not report itself is not negative.
import type { Constraint, LinearSystem } from './linear.ts'
import { type CellKey, cellKey, rowFamily, totalFamily } from './cell-key.ts'
import type { Prepared } from './audit.ts'
import { repeatIn } from './model-repeats.ts'
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
    const countOf = (key: CellKey): number => counts.get(key) ?? reportedIn(key, counts)
    const ownOf = (key: CellKey): number => repeatIn(key, countOf) ?? countOf(key)
    const cells = built.names.map(ownOf)
    if (cells.every((count) => count === 0)) return []
    return [{ organisation, own: [...cells, ...others.map(({ key, margin }) => (margin === null ? 0 : cells[margin]!) - ownOf(key))] }]
  })
}

/** Of the number of organisations that reported it is one, if it did. */
function reportedIn(key: CellKey, counts: ReadonlyMap<CellKey, number>): number {
  const period = periodOf(key)
  if (key !== cellKey(rowFamily('organisation', ['membership'], ['reported']), period)) return 0
  return (counts.get(cellKey(totalFamily('incident'), period)) ?? 0) > 0 ? 1 : 0
}

export type Known = { readonly lower: number; readonly upper: number }

/**
 * What a member knows of the sum of each statement, in their order. What is true of any register is true of what the others reported;
 * but the others' part of a number of persons is those whom the member did not meet, and that is no register where one person may be
 * met by two: of her whom both met, and only the others saw accept help, neither part is as the law would have it. So what ties a
 * number of persons to another count is not known of the rest, unless each person of that period was met once, which persons and
 * occurrences tell; or unless it says that a block of years has no more persons than its years, which is so of any part of them.
 */
export function knownSums(
  { constraints }: Pick<LinearSystem, 'constraints'>, { names, truths }: { readonly names: readonly CellKey[]; readonly truths: readonly number[] },
): (own: readonly number[]) => readonly Known[] {
  const sums = sumsOf({ constraints }, truths)
  const valueOf = new Map(names.map((key, variable) => [key, truths[variable]!]))
  const metOnce = (period: string): boolean => {
    const persons = valueOf.get(cellKey(totalFamily('person'), period))
    return persons !== undefined && persons === valueOf.get(cellKey(totalFamily('person-occurrence'), period))
  }
  const holdsOfRest = constraints.map((constraint) => {
    const { terms } = constraint
    const ofPersons = terms.flatMap(([variable]) => (names[variable]?.startsWith('person|') ? [names[variable]] : []))
    const [first] = ofPersons
    if (first === undefined || terms.length < 2) return true
    return ofPersons.every((key) => periodOf(key) === periodOf(first)) ? metOnce(periodOf(first)) : isUnion(constraint, names)
  })
  return (own) => {
    const ownSums = sumsOf({ constraints }, own)
    return constraints.map((constraint, index) => memberKnows(constraint, sums[index]!, ownSums[index]!, holdsOfRest[index]))
  }
}

const periodOf = (key: CellKey): string => key.slice(key.lastIndexOf('@') + 1)
const familyOf = (key: CellKey): string => key.slice(0, key.lastIndexOf('@'))

/** "A block has no more than its years together", of persons or of those with a yes: a yes in any row is one of the person. */
function isUnion({ terms, lower, upper }: Constraint, names: readonly CellKey[]): boolean {
  const families = new Set(terms.map(([variable]) => familyOf(names[variable] ?? '')))
  const [family = ''] = families
  const sign = lower === 0 ? -1 : upper === 0 ? 1 : 0
  const wholes = terms.filter(([, coefficient]) => coefficient * sign > 0)
  return families.size === 1 && (family === totalFamily('person') || family.endsWith('|yes')) && wholes.length === 1 && terms.length > 2
}

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
