// The sentences' words in English.
import type { SentenceWords } from './sentence-words.ts'

export const en: SentenceWords = {
  against: (later, earlier) => `${later} against ${earlier}`,
  chance: 'the difference can be chance',
  verdict: { increase: 'more per month than chance tends to give', decrease: 'fewer per month than chance tends to give' },
  ratio: (ratio, level, range) => `ratio ${ratio}, ${level} % ${range}`,
  noRatio: 'no ratio can be computed',
  upFrom: (lower) => `from ${lower} upwards`,
  reason: {
    'nothing-collected': 'in at least one of the periods there is nothing to count',
    'interval-includes-one': 'the difference can be chance',
    'short-period': 'at least one of the periods covers less than half a year',
    'start-of-collection': 'at least one of the periods lies in the first half-year of collection',
    'no-effort': 'there is no record of how many reported',
    'one-of-several': 'the difference can be chance when so many are compared',
    'two-periods': 'two periods are a comparison, not a trend',
    'no-line': 'the periods differ from each other otherwise than along a straight line',
  },
  counts: (counts, months) => `${counts} in ${months}`,
  and: 'and',
  differ: 'the rates differ by more than chance tends to give',
  differChance: 'the differences can be chance',
  tested: { exact: (p) => `exact ${p}`, 'chi-square': (p) => `about ${p}`, 'small-expectations': (p) => `about ${p}, unsure for such small numbers` },
  several: (held, all) => `Comparisons that hold when account is taken of having made several: ${held} of ${all}.`,
  trend: { increase: 'rising', decrease: 'falling' },
  noTrend: 'no trend can be read',
  perPeriod: (factor, level, range) => `factor per period ${factor}, ${level} % ${range}`,
  rest: (count, months, rest, range, middle, level) => `${count} in ${months}: at an unchanged rate, ${range} more will come in the remaining ${rest}, ${middle} in the middle (${level} % prediction interval).`,
  months: (count, one) => (one ? `${count} month` : `${count} months`),
  p: (p) => `p = ${p}`,
  pBelow: (p) => `p < ${p}`,
}
