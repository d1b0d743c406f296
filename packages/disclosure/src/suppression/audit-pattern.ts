// The audit of a pattern: what an attacker can say of every hidden cell. It shares no code with the search for the pattern.
import { attack, type Interval } from '../attack.ts'
import type { Constraint, LinearSystem, SolveExtremes } from '../linear.ts'
import type { Instance } from './instance.ts'

export type AuditedCell = {
  readonly id: number
  readonly low: number
  /** Null when nothing bounds it. */
  readonly high: number | null
}

export type PatternAudit = {
  readonly cells: readonly AuditedCell[]
  /** Ids of cells whose value is determined. */
  readonly exact: readonly number[]
}

/**
 * `hidden`: ids hidden for others' sake; sensitive cells and those never printed are unknown besides. The attacker knows
 * all equations, every printed value, and that no count is negative. Throws AttackError when the solver has no answer.
 */
export async function auditPattern(
  instance: Instance, hidden: ReadonlySet<number>, solve: SolveExtremes, progress: (done: number, all: number) => void = () => {},
): Promise<PatternAudit> {
  const { cells } = instance
  const unknown = cells.map(({ id, primary, printed }) => primary || !printed || hidden.has(id))
  // Far beyond any count of the table: stands for "no bound".
  const beyond = 1000 * (1 + cells.reduce((most, { value }) => Math.max(most, value), 0))
  const intervals = new Map<number, Interval>()
  const all = unknown.filter(Boolean).length
  for (const part of partsOf(instance, unknown)) {
    const system = systemOf(instance, part, beyond)
    // In slices, so that there is progress to tell.
    for (let from = 0; from < part.members.length; from += slice) {
      const variables = part.members.slice(from, from + slice).map((_, index) => from + index)
      // oxlint-disable-next-line no-await-in-loop -- the solver has one thread
      for (const [variable, interval] of await attack(system, variables, solve)) intervals.set(part.members[variable]!, interval)
      progress(intervals.size, all)
    }
  }
  const audited = [...intervals].sort(([a], [b]) => a - b).map(([cell, { low, high }]): AuditedCell => ({ id: cells[cell]!.id, low, high: high >= beyond / 10 ? null : high }))
  return { cells: audited, exact: audited.flatMap(({ id, low, high }) => (low === high ? [id] : [])) }
}

const slice = 200

/** Unknown cells that equations tie together, and these equations. */
type Part = { readonly members: readonly number[]; readonly equations: readonly number[] }

function partsOf({ cells, equations }: Instance, unknown: readonly boolean[]): readonly Part[] {
  const leaderOf = cells.map((_, cell) => cell)
  const leader = (cell: number): number => {
    let at = cell
    while (leaderOf[at] !== at) at = leaderOf[at]!
    leaderOf[cell] = at
    return at
  }
  const unknownsOf = equations.map(({ total, parts }) => [total, ...parts].filter((cell) => unknown[cell]))
  for (const [first, ...rest] of unknownsOf) for (const cell of rest) leaderOf[leader(cell)] = leader(first!)
  const parts = new Map<number, { members: number[]; equations: number[] }>()
  for (const cell of cells.keys()) {
    if (!unknown[cell]) continue
    const part = parts.get(leader(cell)) ?? { members: [], equations: [] }
    part.members.push(cell)
    parts.set(leader(cell), part)
  }
  for (const [equation, [first]] of unknownsOf.entries()) if (first !== undefined) parts.get(leader(first))!.equations.push(equation)
  return [...parts.values()]
}

/** The equations over the part's unknowns, with what is printed taken to the other side; each once. */
function systemOf({ cells, equations }: Instance, part: Part, beyond: number): LinearSystem {
  const variableOf = new Map(part.members.map((cell, variable) => [cell, variable]))
  const constraints = new Map<string, Constraint>()
  for (const index of part.equations) {
    const { total, parts } = equations[index]!
    const terms: [number, number][] = []
    let known = 0
    for (const [cell, sign] of [[total, 1] as const, ...parts.map((one) => [one, -1] as const)]) {
      const variable = variableOf.get(cell)
      if (variable === undefined) known += sign * cells[cell]!.value
      else terms.push([variable, sign])
    }
    constraints.set(terms.map(([variable, sign]) => (variable + 1) * sign).sort((a, b) => a - b).join(), { terms, lower: 0 - known, upper: 0 - known })
  }
  return { lower: part.members.map(() => 0), upper: part.members.map(() => beyond), integer: true, constraints: [...constraints.values()] }
}
