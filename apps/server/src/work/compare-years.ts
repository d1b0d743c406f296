// Compares the incidents of two years as the overview and the statistics page show it.
import { compareEach, type CountCell, type Collection, type CountTable, directionOf, type NoDirectionReason, type Period, poissonRate } from '@lykta/statistics'
import type { NoDirection, PeriodComparison, RateInterval } from '../api/types.ts'

/** Raw counts, for the coordinator; the pages show the participants beside it, which is the effort. */
export function compareYears(earlier: Period, before: CountCell, later: Period, after: CountCell, collection: Collection): PeriodComparison {
  const found = directionOf({
    earlier: { unit: 'incident', count: before.count, from: earlier.from, to: earlier.to, months: earlier.months },
    later: { unit: 'incident', count: after.count, from: later.from, to: later.to, months: later.months },
    collectionStart: collection.from,
    effortShown: true,
  })
  const notOver: readonly NoDirection[] = later.to > collection.to ? ['not-over'] : []
  const noDirection = [...new Set([...found.reasons.flatMap((reason) => wording[reason]), ...notOver])]
  return {
    earlier: { period: earlier, count: before.count, perMonth: rateOf(before.count, earlier.months) ?? nothingCollected },
    later: { period: later, count: after.count, perMonth: rateOf(after.count, later.months) ?? nothingCollected },
    ratio: { estimate: found.ratio, low: found.lower ?? 0, high: found.upper },
    direction: noDirection.length > 0 || found.direction === null ? 'none' : found.direction === 'increase' ? 'higher' : 'lower',
    noDirection,
  }
}

/** Each year with the one before it; a direction that would hold alone is withheld where it does not among all of them (Holm). */
export function compareAll(years: readonly Period[], incidents: CountTable, collection: Collection): readonly PeriodComparison[] {
  const found = years.slice(1).map((later, index) => compareYears(years[index]!, incidents.base[index]!, later, incidents.base[index + 1]!, collection))
  const periods = years.map(({ from, to, months }, index) => ({ unit: 'incident' as const, count: incidents.base[index]!.count, from, to, months }))
  const held = compareEach({ periods, collectionStart: collection.from, effortShown: true })
  return found.map((one, index) => (one.direction !== 'none' && held[index]!.reasons.includes('one-of-several') ? { ...one, direction: 'none', noDirection: ['one-of-several'] } : one))
}

/** Without a month of collection a rate may be anything. */
const nothingCollected: RateInterval = { estimate: null, low: 0, high: null }

const wording: Readonly<Record<NoDirectionReason, readonly NoDirection[]>> = {
  'nothing-collected': ['short-exposure'],
  'interval-includes-one': ['may-be-chance'],
  'short-period': ['short-exposure'],
  'start-of-collection': ['start-of-collection'],
  'no-effort': [],
}

/** Incidents per month of exposure with the exact 95 % interval; null without exposure. */
export function rateOf(count: number, months: number): RateInterval | null {
  if (months <= 0) return null
  const { rate, lower, upper } = poissonRate({ count, months, level: 0.95 })
  return { estimate: rate, low: lower, high: Number.isFinite(upper) ? upper : null }
}
