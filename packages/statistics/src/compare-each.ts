// Several periods, each against the one before it: a direction must also hold for having looked more than once.
import type { CivilDate } from '@lykta/incident'
import { type Direction, directionOf, type IncidentPeriod, type NoDirectionReason } from './direction.ts'
import { holm } from './inference/multiplicity.ts'

export type EachReason = NoDirectionReason
  /** It would hold alone, and does not among so many. */
  | 'one-of-several'
  /** The later period is still running. */
  | 'not-over'

export type EachDirection = Omit<Direction, 'reasons'> & {
  readonly earlier: IncidentPeriod
  readonly later: IncidentPeriod
  /** Holm's, over all comparisons that have a p; null where there is none. */
  readonly pOfSeveral: number | null
  readonly reasons: readonly EachReason[]
}

/**
 * Periods in order, without overlap. `p` and the interval are each comparison's own (`directionOf`); a direction is told
 * when its p, made larger by Holm's method, is still below 1 − level, and no other reason stands against it.
 */
export function compareEach(input: {
  readonly periods: readonly IncidentPeriod[]
  readonly collectionStart: CivilDate
  readonly effortShown: boolean
  /** The day up to which was collected; a period that ends later is not over. */
  readonly collectedTo?: CivilDate | undefined
  readonly level?: number
}): readonly EachDirection[] {
  const { periods, level = 0.95, collectedTo, ...common } = input
  const found = periods.slice(1).map((later, index) => {
    const earlier = periods[index]!
    return { earlier, later, ...directionOf({ earlier, later, level, ...common }) }
  })
  const adjusted = holm(found.flatMap(({ p }) => p ?? []))
  let next = 0
  return found.map((one) => {
    const pOfSeveral = one.p === null ? null : adjusted[next++]!
    const lost = one.p !== null && one.p < 1 - level && pOfSeveral !== null && pOfSeveral >= 1 - level
    const running = collectedTo !== undefined && one.later.to > collectedTo
    const reasons: readonly EachReason[] = [...one.reasons, ...(lost ? ['one-of-several' as const] : []), ...(running ? ['not-over' as const] : [])]
    return { ...one, pOfSeveral, reasons, direction: reasons.length > 0 ? null : one.direction }
  })
}
