// How many units have no known answer, so that a base of known ones does not hide the rest.
import type { CountCell, CountTable } from '@lykta/statistics'
import { getTable } from '../../format/tables.ts'

/**
 * One cell per period; undefined where the base is all units anyway, or is itself a lower bound: then the rest is not
 * known. What stands behind the rest was not counted, so its incidents and organisations are told as none.
 */
export function findUnanswered({ spec, base }: CountTable, tables: readonly CountTable[]): readonly CountCell[] | undefined {
  if (spec.base === 'all' || base.some(({ atLeast }) => atLeast)) return undefined
  const all = getTable(tables, spec.unit === 'person' ? 'persons' : 'incidents').base
  return base.map(({ count }, index) => ({ count: all[index]!.count - count, atLeast: all[index]!.atLeast, incidents: 0, organisations: 0, largest: 0 }))
}
