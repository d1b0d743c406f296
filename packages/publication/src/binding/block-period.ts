// The block of years that the tables by block were published for: one and the same for all of them.
import { defaultPlan, type Policy, type ProtectedTable } from '@lykta/disclosure'
import type { Period } from '@lykta/statistics'

/** The last full block, which may end before the edition's year; none while none is full. */
export function blockPeriod(tables: ReadonlyMap<string, ProtectedTable>, policy: Policy): Period | undefined {
  const byBlock = defaultPlan(policy).tables.filter(({ release }) => release === 'block')
  return byBlock.flatMap(({ id }) => tables.get(id)?.periods ?? []).at(0)
}
