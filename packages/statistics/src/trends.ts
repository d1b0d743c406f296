// What may be said of incidents in several periods, each result with its sentence: one by one, all at once, and as a line.
import type { CivilDate, Language } from '@lykta/incident'
import { compareEach, type EachDirection } from './compare-each.ts'
import type { IncidentPeriod } from './direction.ts'
import { testEqualRates } from './inference/equal-rates.ts'
import { sayComparison, sayEqualRates, saySeveral, saySpread, sayTrend } from './sentences/say.ts'
import { trendOf, type TrendReason } from './trend-direction.ts'

/** The same facts in each language. */
export type Said = Readonly<Record<Language, string>>

export type Trends = {
  /** Each period that was collected against the one before it. */
  readonly comparisons: readonly (EachDirection & { readonly said: Said })[]
  /** How many of them hold; null where there are fewer than two. */
  readonly several: Said | null
  /** Whether the rates differ at all, in whatever way; null where nothing can be tested. */
  readonly equalRates: { readonly p: number; readonly dispersion: number; readonly said: Said; readonly spread: Said } | null
  /** Null for fewer than three periods, which are no trend. */
  readonly trend: { readonly direction: 'increase' | 'decrease' | null; readonly reasons: readonly TrendReason[]; readonly said: Said } | null
}

export type TrendsInput = {
  /** In order, without overlap. Those without a month of collection are left out. */
  readonly periods: readonly IncidentPeriod[]
  readonly collectionStart: CivilDate
  readonly collectedTo: CivilDate
  /** Participants of each period stand beside it. */
  readonly effortShown: boolean
}

export function trendsOf({ periods: all, ...common }: TrendsInput): Trends {
  const periods = all.filter(({ months }) => months > 0)
  const each = compareEach({ periods, ...common })
  const line = periods.length < 3 ? undefined : trendOf({ periods, ...common })
  // The exact sum is the slow part, and is made once.
  const equal = line ? line.equalRates : testEqualRates(periods)
  return {
    comparisons: each.map((one) => ({ ...one, said: inBoth((language) => sayComparison(one, one, language)) })),
    several: each.length < 2 ? null : inBoth((language) => saySeveral(each, language)),
    equalRates: equal === undefined ? null : {
      p: equal.p,
      dispersion: equal.chiSquare / equal.df,
      said: inBoth((language) => sayEqualRates(periods, language, equal)),
      spread: inBoth((language) => saySpread(periods, language, equal)!),
    },
    trend: line === undefined ? null : { direction: line.direction, reasons: line.reasons, said: inBoth((language) => sayTrend(periods, line, language)) },
  }
}

const inBoth = (say: (language: Language) => string): Said => ({ sv: say('sv'), en: say('en') })
