// What is known between a table of two dimensions and those of each: the women are the women of every age.
import { cellKey, type Family } from './cell-key.ts'
import { isUnseen } from './model-groups.ts'
import type { SystemBuilder, Term } from './system-builder.ts'

/** What a cross does not name may lie in any of its rows: then a row is at least the sum of those that it names. */
export function relateCrosses(model: SystemBuilder): void {
  const families = [...model.families().keys()]
  for (const [name, cross] of Map.groupBy(families.filter(isCrossed), (family) => family.slice(0, family.lastIndexOf('|')))) {
    const [unit, by] = name.split('|') as [string, string]
    const periods = new Set(cross.flatMap((family) => [...model.families().get(family)!]))
    for (const [side, dimension] of by.split('/').entries()) {
      const prefix = `${unit}|${dimension}|`
      for (const row of families.filter((family) => family.startsWith(prefix) && !/[|](?:[#~]|[*]$)/.test(family.slice(prefix.length - 1)))) {
        const code = row.slice(prefix.length)
        const parts = cross.filter((family) => codesOf(family)[side] === code)
        const open = cross.filter((family) => isUnseen(codesOf(family)))
        for (const period of periods) relateRow(model, row, parts, open, period)
      }
    }
  }
}

function relateRow(model: SystemBuilder, row: Family, parts: readonly Family[], open: readonly Family[], period: string): void {
  const key = cellKey(row, period)
  if (!model.has(key)) return
  const terms = (families: readonly Family[]): readonly Term[] => families.map((family) => cellKey(family, period)).filter(model.has).map((one): Term => [-1, one])
  model.state([[1, key], ...terms(parts)], 0, open.length === 0 ? 0 : Infinity)
  if (open.length > 0) model.state([[1, key], ...terms(parts), ...terms(open)], -Infinity, 0)
}

function isCrossed(family: Family): boolean {
  const [, by = '', codes = ''] = family.split('|')
  return by.includes('/') && codes !== ''
}

function codesOf(family: Family): readonly string[] {
  return family.slice(family.lastIndexOf('|') + 1).split('/')
}
