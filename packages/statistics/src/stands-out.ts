// What stands out in a period against the one before it: every thing that is looked at is tested, and each pays for all of them.
import { holm } from './inference/multiplicity.ts'
import { type ExposedCount, rateRatio } from './inference/rate-ratio.ts'

/** One thing that is counted in incidents in both periods, under a name that is unique among those looked at. */
export type Looked = {
  readonly id: string
  readonly now: ExposedCount
  readonly before: ExposedCount
}

export type Notable = Looked & {
  readonly way: 'more' | 'fewer'
  /** Of this comparison alone (`rateRatio`), and after Holm's adjustment over all that were tested. */
  readonly p: number
  readonly pOfSeveral: number
}

export type StandsOut = {
  /** The most certain first; none when nothing stands out. */
  readonly notable: readonly Notable[]
  readonly tested: number
  /** Too few in both periods together for any test to tell anything. */
  readonly tooFew: number
}

/** Incidents: what has fewer in both periods together is not tested, and what has fewer in the larger one does not stand out. */
export const fewestToStandOut = 5

/**
 * The exact conditional test of two rates, in which the sum of both counts is given. What is tested is chosen by that sum alone, so the
 * choice tells nothing of how it is divided, and Holm's adjustment holds the chance of any false finding below 1 − level, also for things
 * that hold the same incidents. Persons are never compared so: those of one incident do not come independently.
 */
export function findStandingOut(looked: readonly Looked[], level = 0.95): StandsOut {
  const isCompared = ({ now, before }: Looked): boolean => now.months > 0 && before.months > 0
  const tested = looked.filter((one) => isCompared(one) && one.now.count + one.before.count >= fewestToStandOut)
  const results = tested.map((one) => ({ ...one, ...resultOf(one, level) }))
  const adjusted = holm(results.map(({ p }) => p))
  const notable = results.flatMap((one, index): readonly Notable[] => {
    const pOfSeveral = adjusted[index]!
    const larger = one.way === 'more' ? one.now.count : one.before.count
    return pOfSeveral <= 1 - level && larger >= fewestToStandOut ? [{ ...one, pOfSeveral }] : []
  })
  return { notable: notable.toSorted((a, b) => a.p - b.p || (a.id < b.id ? -1 : 1)), tested: tested.length, tooFew: looked.filter(isCompared).length - tested.length }
}

function resultOf({ now, before }: Looked, level: number): Pick<Notable, 'p' | 'way'> {
  const { p } = rateRatio({ first: now, second: before, level })
  return { p, way: now.count / now.months > before.count / before.months ? 'more' : 'fewer' }
}
