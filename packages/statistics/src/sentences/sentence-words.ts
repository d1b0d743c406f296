// The words of the sentences that tell a result, the same set in each language. Every number comes in as text.
import type { TrendReason } from '../trend-direction.ts'
import type { EachReason } from '../compare-each.ts'

export type SentenceWords = {
  readonly against: (later: string, earlier: string) => string
  readonly chance: string
  /** Only where a rule of `directionOf` or `trendOf` has allowed it. */
  readonly verdict: Readonly<Record<'increase' | 'decrease', string>>
  readonly ratio: (ratio: string, level: string, range: string) => string
  /** Of periods that were not collected for equally long. */
  readonly ratioPerMonth: (ratio: string, level: string, range: string) => string
  readonly noRatio: string
  readonly upFrom: (lower: string) => string
  readonly reason: Readonly<Record<EachReason | TrendReason, string>>
  readonly counts: (counts: string, months: string) => string
  readonly and: string
  readonly differ: string
  readonly differChance: string
  readonly tested: Readonly<Record<'exact' | 'chi-square' | 'small-expectations', (cases: string) => string>>
  readonly spreadChance: string
  readonly spread: (times: string) => string
  readonly several: (held: string, all: string) => string
  readonly trend: Readonly<Record<'increase' | 'decrease', string>>
  readonly noTrend: string
  readonly perPeriod: (factor: string, level: string, range: string) => string
  readonly rest: (count: string, months: string, rest: string, range: string, middle: string, level: string) => string
  readonly months: (count: string, one: boolean) => string
  /** How often chance alone gives as much: of a hundred times. */
  readonly cases: (cases: string) => string
  readonly casesBelowOne: string
}
