// When the words "increase" and "decrease" may be used of two periods, and why not where they may not.
import type { CivilDate } from '@lykta/incident'
import { Temporal } from 'temporal-polyfill'
import { rateRatio } from './inference/rate-ratio.ts'
import type { Period } from './period.ts'

/**
 * Incidents of one period; only incidents are tested, because the persons of one incident do not come independently.
 * Counts are never annualised: the months of exposure do that work.
 */
export type IncidentPeriod = Pick<Period, 'from' | 'to' | 'months'> & {
  readonly unit: 'incident'
  readonly count: number
}

export type NoDirectionReason =
  /** A period without a month of collection has no rate. */
  | 'nothing-collected'
  /** Chance alone explains the difference. */
  | 'interval-includes-one'
  /** Less than six months of exposure in either. */
  | 'short-period'
  /** Either lies wholly in the first six months of collection, when a backlog comes in. */
  | 'start-of-collection'
  /** Nothing is shown of how many looked, so more found may be more sought. */
  | 'no-effort'

export type Direction = {
  /** The later rate over the earlier; null without exposure or if the earlier period has no incident. */
  readonly ratio: number | null
  readonly lower: number | null
  /** null: no upper limit, or no exposure. */
  readonly upper: number | null
  /** Two-sided, below 1 − level exactly when the interval leaves out 1. */
  readonly p: number | null
  /** null: none may be said, for all of `reasons`. */
  readonly direction: 'increase' | 'decrease' | null
  readonly reasons: readonly NoDirectionReason[]
}

const leastMonths = 6

/** The months of a broken period are a sum of fractions: 17/31 + 5 + 14/31 must count as six. */
const rounding = 1e-9

/**
 * Compares two periods that do not overlap by the exact conditional ratio of their rates. Every reason that holds is
 * given, in the order of their list. Throws if the periods overlap or stand in the wrong order.
 */
export function directionOf(input: {
  readonly earlier: IncidentPeriod
  readonly later: IncidentPeriod
  readonly collectionStart: CivilDate
  /** Trainings, outreach or active organisations of both periods stand beside the comparison. */
  readonly effortShown: boolean
  readonly level?: number
}): Direction {
  const { earlier, later, collectionStart, effortShown, level = 0.95 } = input
  if (later.from <= earlier.to) throw new Error(`directionOf: ${later.from} lies before the earlier period's end, ${earlier.to}`)
  const periods = [earlier, later]
  const collected = periods.every((period) => period.months > 0)
  const found = collected ? rateRatio({ first: later, second: earlier, level }) : undefined
  const holds: Readonly<Record<NoDirectionReason, boolean>> = {
    'nothing-collected': !found,
    'interval-includes-one': found !== undefined && found.lower <= 1 && found.upper >= 1,
    ...reasonsOfPeriods(periods, collectionStart, effortShown),
  }
  const reasons = (Object.keys(holds) as NoDirectionReason[]).filter((reason) => holds[reason])
  return {
    ratio: findFinite(found?.ratio),
    lower: findFinite(found?.lower),
    upper: findFinite(found?.upper),
    p: findFinite(found?.p),
    direction: !found || reasons.length > 0 ? null : found.lower > 1 ? 'increase' : 'decrease',
    reasons,
  }
}

/** What stands against a direction whatever the counts: how long the periods are, where they lie, what is known of effort. */
export function reasonsOfPeriods(
  periods: readonly Pick<Period, 'to' | 'months'>[],
  collectionStart: CivilDate,
  effortShown: boolean,
): Readonly<Record<'short-period' | 'start-of-collection' | 'no-effort', boolean>> {
  const settled = Temporal.PlainDate.from(collectionStart).add({ months: leastMonths }).toString()
  return {
    'short-period': periods.some((period) => period.months < leastMonths - rounding),
    'start-of-collection': periods.some((period) => period.to < settled),
    'no-effort': !effortShown,
  }
}

/** JSON knows no infinity. */
function findFinite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null
}
