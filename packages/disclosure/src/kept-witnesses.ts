// Witnesses of one system read in the next: what is printed changes little, but unknowns may stand elsewhere, or be new.
import type { CellKey } from './cell-key.ts'
import type { LinearSystem } from './linear.ts'
import type { Witnesses } from './witness.ts'

export type Kept = { readonly names: readonly CellKey[]; readonly witnesses: Witnesses }

/**
 * `names`: of the unknowns of the next system; the others of a margin have none, and are the margin less the cell. Of what has no name
 * in the old one nothing is known, so that it stays true there. Each must be tried before it counts for anything.
 */
export function carriedOver({ names: before, witnesses }: Kept, names: readonly CellKey[], { constraints }: LinearSystem): Witnesses {
  const at = new Map(before.flatMap((name, variable) => (name === '' ? [] : [[name, variable] as const])))
  const others = constraints.flatMap(({ terms, lower, upper }) => {
    const [[rest, one] = [-1, 0], [cell] = [-1], [margin] = [-1]] = terms
    return terms.length === 3 && names[rest] === '' && one === 1 && lower === 0 && upper === 0 ? [{ rest, cell, margin }] : []
  })
  return witnesses.map((witness) => {
    const far = Float64Array.from(names, (name) => (name === '' ? 0 : witness[at.get(name) ?? -1] ?? 0))
    for (const { rest, cell, margin } of others) far[rest] = far[margin]! - far[cell]!
    return far
  })
}
