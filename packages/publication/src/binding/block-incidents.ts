// How many incidents the block of years has: what the tables by block themselves print below their rows.
import { defaultPlan, type Policy, type ProtectedCell, type ProtectedTable } from '@lykta/disclosure'

/**
 * More than its years added up where it is not known in which of them an incident happened: that one is in the block and in
 * no year. Undefined while no block is full, or where the number is hidden.
 */
export function blockIncidents(tables: ReadonlyMap<string, ProtectedTable>, policy: Policy): Extract<ProtectedCell, { state: 'shown' }> | undefined {
  const ofAll = defaultPlan(policy).tables.filter(({ release, parts }) => release === 'block' && parts.some(({ spec }) => spec.unit === 'incident' && spec.base === 'all'))
  return ofAll.flatMap(({ id }) => {
    const cell = tables.get(id)?.base[0]
    return cell?.state === 'shown' ? [cell] : []
  }).at(0)
}
