// What a new edition hides because an older one of the same year would tell a change by it: first the cell itself, then what stands beside it.
import type { Collection } from '@lykta/statistics'
import type { CellKey } from './cell-key.ts'
import type { LaidCell, LaidTable } from './lay-out.ts'
import { giverOf } from './model-repeats.ts'
import { periodFrom } from './period-from.ts'
import { cellsOf } from './print-tables.ts'

/** Everything withheld so far and more; undefined when nothing is left that may be. Plain totals stay. In haste: the widest circle at once, so that few rounds are left. */
export function withholdMore(all: readonly { readonly key: CellKey }[], laid: readonly LaidTable[], withheld: ReadonlySet<CellKey>, collection: Collection, inHaste = false): ReadonlySet<CellKey> | undefined {
  const cells = laid.flatMap(cellsOf)
  const told = all.map(({ key }) => ({ key: giverOf(key) }))
  if (told.some(({ key }) => cells.some((cell) => cell.total && cell.key === key))) return undefined
  const more = new Set(withheld)
  for (const { key } of told) {
    const near = circles(key, collection).map((isNear) => cells.filter((cell) => !cell.total && !withheld.has(cell.key) && isNear(cell)))
    const next = inHaste ? near.findLast((list) => list.length > 0) : near.find((list) => list.length > 0)
    if (!next) return undefined
    for (const cell of next) more.add(cell.key)
  }
  return more
}

/** The cell; its table in the same period; its table in every period that shares a day; all of its unit in those. */
function circles(key: CellKey, collection: Collection): readonly ((cell: LaidCell) => boolean)[] {
  const own = partsOf(key)
  const period = periodFrom(own.period, collection)
  const meets = (id: string): boolean => {
    const other = periodFrom(id, collection)
    return !period || !other || (other.from <= period.to && other.to >= period.from)
  }
  return [
    (cell) => cell.key === key,
    (cell) => partsOf(cell.key).table === own.table && partsOf(cell.key).period === own.period,
    (cell) => partsOf(cell.key).table === own.table && meets(partsOf(cell.key).period),
    (cell) => partsOf(cell.key).unit === own.unit && meets(partsOf(cell.key).period),
  ]
}

/** Of "incident|place-type|hotel@2019". */
function partsOf(key: CellKey): { readonly unit: string; readonly table: string; readonly period: string } {
  const [unit, by] = key.split('|')
  return { unit: unit!, table: `${unit}|${by}`, period: key.slice(key.lastIndexOf('@') + 1) }
}
