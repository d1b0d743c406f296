// How long each step usually takes, told in whole days or weeks and only where enough cases stand behind it.
import type { ChainLine, ChainStep, Id } from '@lykta/incident'
import { medianOf } from './funnel.ts'

/** Whole weeks, or whole days below two weeks where days may be told. Zero: less than half a one. */
export type StepTime = { readonly step: string; readonly unit: 'day' | 'week'; readonly count: number }

export type TimeRule = {
  /** So many cases with both days known … */
  readonly cases: number
  /** … with incidents of at least as many organisations … */
  readonly organisations: number
  /** … and as many cases left without any one organisation's own. */
  readonly remaining: number
  /** What is told in weeks alone tells less of a case that everybody remembers. */
  readonly days: boolean
}

export type TimedCase = { readonly organisations: readonly Id[]; readonly line: Pick<ChainLine, 'reached'> }

/** Never an extreme: the middle of at least `cases`, rounded. How many they were is not told. */
export function stepTimes(steps: readonly ChainStep[], cases: readonly TimedCase[], rule: TimeRule): readonly StepTime[] {
  return steps.flatMap(({ id }): readonly StepTime[] => {
    const timed = cases.flatMap(({ organisations, line }) => line.reached.flatMap(({ step, days }) => (step === id && days !== null && days >= 0 ? [{ organisations, days }] : [])))
    if (!isEnough(timed, rule)) return []
    const median = medianOf(timed.map(({ days }) => days))!
    return [rule.days && median < 14 ? { step: id, unit: 'day', count: Math.round(median) } : { step: id, unit: 'week', count: Math.round(median / 7) }]
  })
}

function isEnough(timed: readonly { readonly organisations: readonly Id[] }[], { cases, organisations, remaining }: TimeRule): boolean {
  const own = new Map<Id, number>()
  for (const one of timed) for (const organisation of one.organisations) own.set(organisation, (own.get(organisation) ?? 0) + 1)
  return timed.length >= Math.max(3, cases) && own.size >= organisations && timed.length - Math.max(0, ...own.values()) >= remaining
}
