// The attacker's programme of one prepared audit, loaded once: each member has the same equations and bounds of its own.
import { AttackError } from './attack.ts'
import type { Constraint, LinearSystem } from './linear.ts'
import type { CellKey } from './cell-key.ts'
import { type Known, knownSums, type Member, memberKnows, sumsOf } from './member-bounds.ts'
import type { LoadProgram, Outcome } from './suppression/program.ts'
import { type Distance, limitsOf, type Witnesses } from './witness.ts'

export type MemberProgram = {
  /** From now on the attacker is this member. */
  readonly become: (member: Member) => void
  /** How far an unknown may be from its true value downwards (−1) or upwards (1), in whole numbers; `enough` need not be passed. */
  readonly furthest: (variable: number, sign: 1 | -1, enough: number) => number
  /** How far an unknown is from the most that it is known to be, whatever else is known. */
  readonly room: (variable: number) => number
  /** Looks for registers in which many of these are as far away as is asked, all at once. */
  readonly sweep: (asked: readonly Distance[]) => void
  readonly close: () => void
}

const tolerance = 1e-6
/** So many are asked for one at a time. */
const few = 4
/** Beyond any count. */
const far = 1e7
/** Seconds for one question; who has no answer by then has proven nothing. */
const patience = 300

/** Columns are distances from the truth, which is always possible: of the unknowns that are not fixed, then of each statement that is no equation. */
export function newMemberProgram(
  system: LinearSystem, { names, truths }: { readonly names: readonly CellKey[]; readonly truths: readonly number[] }, load: LoadProgram, witnesses: Witnesses,
): MemberProgram {
  const free = truths.flatMap((_, variable) => (system.lower[variable]! < system.upper[variable]! ? [variable] : []))
  const columnOf = new Map(free.map((variable, column) => [variable, column]))
  const sums = sumsOf(system, truths)
  const sumsKnownTo = knownSums(system, { names, truths })
  const { rows, slack } = rowsOf(system, columnOf)
  const all = [...free, ...slack].map((_, column) => column)
  const none = all.map(() => 0)
  const program = load({ cost: none, lower: none, upper: none, rows, primal: true })
  const distance = ({ lower, upper }: Known, value: number): Known => ({ lower: Math.max(lower - value, -far), upper: Math.min(upper - value, far) })
  const knownTo = (own: readonly number[]): readonly Known[] => {
    const knownOfSums = sumsKnownTo(own)
    return [
      ...free.map((variable) => distance(memberKnows({ lower: system.lower[variable]!, upper: system.upper[variable]! }, truths[variable]!, own[variable]!), truths[variable]!)),
      ...slack.map((index) => distance(knownOfSums[index]!, sums[index]!)),
    ]
  }
  const within = (values: ArrayLike<number>, bounds: readonly Known[]): boolean => bounds.every(({ lower, upper }, column) => values[column]! >= lower && values[column]! <= upper)
  const everybody = knownTo(truths.map(() => 0))
  const pool = witnesses.flatMap((far) => {
    const values = columnsOf(system, far, free, slack)
    return values && within(values, everybody) ? [values] : []
  })
  let bounds = everybody
  let possible: Float64Array[] = []
  const keep = (values: Float64Array): void => {
    const whole = values.map(Math.round)
    pool.push(whole)
    possible.push(whole)
    const witness = new Float64Array(truths.length)
    for (const [index, variable] of free.entries()) witness[variable] = whole[index]!
    witnesses.push(witness)
  }
  /** Where an organisation reported a millionth of an incident, one will do: a corner of whole numbers beside the corner found. */
  const roundedUp = (values: Float64Array): Float64Array | undefined => {
    const moved = new Float64Array(truths.length)
    for (const [index, variable] of free.entries()) moved[variable] = Math.ceil(values[index]! - tolerance)
    const rounded = columnsOf(system, moved, free, slack)
    return rounded && within(rounded, bounds) ? rounded : undefined
  }
  const run = (columns: readonly number[], sign: 1 | -1): Outcome => {
    program.setCosts(columns, columns.map(() => -sign))
    const outcome = program.relaxed({ seconds: patience })
    const isFraction = outcome.status === 'optimal' && !outcome.values.every(isWhole)
    const near = isFraction ? roundedUp(outcome.values) : undefined
    const isAsGood = near !== undefined && columns.every((column) => Math.abs(near[column]! - outcome.values[column]!) < tolerance)
    const whole = isFraction && !isAsGood ? program.whole({ seconds: patience }) : outcome
    program.setCosts(columns, columns.map(() => 0))
    if (whole.status !== 'optimal') throw new AttackError('the solver gave no answer')
    keep(isAsGood ? near : whole.values)
    return whole
  }
  const isReached = (column: number, sign: 1 | -1, needed: number): boolean => needed <= 0 || possible.some((values) => sign * values[column]! >= needed)
  return {
    become: ({ own }) => {
      bounds = knownTo(own)
      program.setBounds(all, bounds.map(({ lower }) => lower), bounds.map(({ upper }) => upper))
      possible = pool.filter((values) => within(values, bounds))
    },
    furthest: (variable, sign, enough) => {
      const column = columnOf.get(variable)
      if (column === undefined) return 0
      const needed = Math.min(enough, sign === 1 ? bounds[column]!.upper : -bounds[column]!.lower)
      return isReached(column, sign, needed) ? Math.max(0, needed) : Math.round(-run([column], sign).objective)
    },
    room: (variable) => {
      const column = columnOf.get(variable)
      return column === undefined ? 0 : bounds[column]!.upper
    },
    sweep: (asked) => {
      const open = (sign: 1 | -1): readonly { readonly column: number; readonly enough: number }[] =>
        asked.flatMap(({ variable, sign: own, enough }) => (own === sign && columnOf.has(variable) ? [{ column: columnOf.get(variable)!, enough }] : []))
          .filter(({ column, enough }) => !isReached(column, sign, enough))
      if (open(-1).length <= few && open(1).length <= few) return
      // No cell moves further than is asked of it, so that many move at once.
      const limits = limitsOf(asked.flatMap((one) => (columnOf.has(one.variable) ? [{ ...one, variable: columnOf.get(one.variable)! }] : [])))
      const limited = [...limits.keys()].sort((a, b) => a - b)
      program.setBounds(limited, limited.map((column) => Math.max(bounds[column]!.lower, -limits.get(column)!.down)), limited.map((column) => Math.min(bounds[column]!.upper, limits.get(column)!.up)))
      for (const sign of [-1, 1] as const) {
        let left = open(sign)
        for (let before = Infinity; left.length > few && before - left.length > few / 2;) {
          before = left.length
          run([...new Set(left.map(({ column }) => column))].sort((a, b) => a - b), sign)
          left = open(sign)
        }
      }
      program.setBounds(limited, limited.map((column) => bounds[column]!.lower), limited.map((column) => bounds[column]!.upper))
    },
    close: program.close,
  }
}

/** The statements over the columns; each that is no equation has one of its own, and is in `slack` in their order. */
function rowsOf({ constraints }: LinearSystem, columnOf: ReadonlyMap<number, number>): { readonly rows: readonly Constraint[]; readonly slack: readonly number[] } {
  const rows: Constraint[] = []
  const slack: number[] = []
  const equations = new Set<string>()
  for (const [index, { terms, lower, upper }] of constraints.entries()) {
    const merged = new Map<number, number>()
    for (const [variable, coefficient] of terms) {
      const column = columnOf.get(variable)
      if (column !== undefined) merged.set(column, (merged.get(column) ?? 0) + coefficient)
    }
    const name = [...merged].map((term) => term.join(':')).sort().join()
    if (merged.size === 0 || (lower === upper && equations.has(name))) continue
    if (lower === upper) equations.add(name)
    rows.push({ terms: lower === upper ? [...merged] : [...merged, [columnOf.size + slack.push(index) - 1, -1]], lower: 0, upper: 0 })
  }
  return { rows, slack }
}

/** A register as values of the columns; undefined where it breaks an equation, or moves what is fixed now. */
function columnsOf({ lower, upper, constraints }: LinearSystem, moved: Float64Array, free: readonly number[], slack: readonly number[]): Float64Array | undefined {
  if (moved.length !== lower.length) return undefined
  for (let variable = 0; variable < moved.length; variable += 1) if (moved[variable] !== 0 && lower[variable] === upper[variable]) return undefined
  const sum = ({ terms }: Constraint): number => {
    let total = 0
    for (let term = 0; term < terms.length; term += 1) total += terms[term]![1] * moved[terms[term]![0]]!
    return total
  }
  for (const constraint of constraints) if (constraint.lower === constraint.upper && sum(constraint) !== 0) return undefined
  return Float64Array.from([...free.map((variable) => moved[variable]!), ...slack.map((index) => sum(constraints[index]!))])
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < tolerance
}
