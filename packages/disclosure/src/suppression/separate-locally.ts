// The same search for cuts where one programme over all cells would be too slow: only what is hidden, one island at a time.
import type { Constraint } from '../linear.ts'
import type { Columns } from './columns.ts'
import { type Cut, exactCut, isViolated, roundMultipliers } from './cut.ts'
import type { LoadProgram } from './program.ts'
import type { Separator } from './separate.ts'

const tolerance = 1e-6

/**
 * Cells that are not hidden at all cannot move, so what is hidden falls apart into islands. The cuts are as true as the
 * others, but longer: nothing here makes a way through few printed cells better than one through many.
 */
export function newLocalSeparator(load: LoadProgram, columns: Columns, sensitive: readonly number[]): Separator {
  const isSensitive = new Set(sensitive)
  const separate: Separator['separate'] = (hidden, left) => {
    const reach = (column: number): number => (isSensitive.has(column) ? 1 : hidden[column]!)
    const cuts = new Map<string, Cut>()
    for (const { members, rows } of islandsOf(columns, (column) => reach(column) > tolerance)) {
      const targets = members.filter((column) => isSensitive.has(column))
      if (targets.length === 0) continue
      const local = new Map(members.map((column, index) => [column, index]))
      const program = load({
        cost: members.map(() => 0),
        lower: members.map((column) => -reach(column)),
        upper: members.map(reach),
        rows: rows.map((row): Constraint => ({ terms: columns.rows[row]!.terms.flatMap(([column, value]) => (local.has(column) ? [[local.get(column)!, value] as const] : [])), lower: 0, upper: 0 })),
        primal: true,
      })
      const reached = new Set<number>()
      for (const target of targets) {
        if (reached.has(target)) continue
        if (left() <= 0) break
        const index = local.get(target)!
        program.setCosts([index], [-1])
        const { status, objective, values, rowDuals } = program.relaxed({ seconds: left() })
        program.setCosts([index], [0])
        if (status !== 'optimal') break
        for (const other of targets) if (Math.abs(values[local.get(other)!]!) > 1 - tolerance) reached.add(other)
        if (-objective > 1 - tolerance) continue
        const { numerators, denominator } = roundMultipliers(rowDuals)
        const everywhere = columns.rows.map(() => 0)
        for (const [position, row] of rows.entries()) everywhere[row] = numerators[position]!
        const cut = exactCut(columns, target, false, { numerators: everywhere, denominator })
        if (cut && isViolated(cut, hidden)) cuts.set(cut.terms.join(), cut)
      }
      program.close()
      if (left() <= 0) return { cuts: [...cuts.values()], complete: false }
    }
    return { cuts: [...cuts.values()], complete: true }
  }
  return { separate, bridges: () => [], close: () => {} }
}

type Island = { readonly members: readonly number[]; readonly rows: readonly number[] }

function islandsOf({ cellOf, rows }: Columns, isIn: (column: number) => boolean): readonly Island[] {
  const leaderOf = cellOf.map((_, column) => column)
  const leader = (column: number): number => {
    let at = column
    while (leaderOf[at] !== at) at = leaderOf[at] = leaderOf[leaderOf[at]!]!
    return at
  }
  const inside = cellOf.map((_, column) => isIn(column))
  const membersOf = rows.map(({ terms }) => terms.flatMap(([column]) => (inside[column] ? [column] : [])))
  for (const [first, ...rest] of membersOf) for (const column of rest) leaderOf[leader(column)] = leader(first!)
  const islands = new Map<number, { members: number[]; rows: number[] }>()
  for (const column of cellOf.keys()) {
    if (!inside[column]) continue
    const island = islands.get(leader(column)) ?? { members: [], rows: [] }
    island.members.push(column)
    islands.set(leader(column), island)
  }
  for (const [row, [first]] of membersOf.entries()) if (first !== undefined) islands.get(leader(first))!.rows.push(row)
  return [...islands.values()]
}
