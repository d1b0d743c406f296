// One plain sentence for each result, in Swedish and in English: the counts, what they allow to be said, and the interval.
import type { Language } from '@lykta/incident'
import type { EachDirection } from '../compare-each.ts'
import type { Direction } from '../direction.ts'
import { type EqualRates, testEqualRates } from '../inference/equal-rates.ts'
import { predictRest } from '../inference/predict-rest.ts'
import { predictRestExact } from '../inference/predict-rest-exact.ts'
import type { ExposedCount } from '../inference/rate-ratio.ts'
import type { TrendDirection } from '../trend-direction.ts'
import { en } from './en.ts'
import type { SentenceWords } from './sentence-words.ts'
import { sv } from './sv.ts'

const wordsIn: Readonly<Record<Language, SentenceWords>> = { sv, en }
const level = 0.95

/**
 * "30 against 23: the difference can be chance, ratio 1.30, 95 % 0.73–2.35." Of periods that were not collected for equally long the months
 * are said: "23 in 12 months against 10 in 4 months: …, ratio per month 0.77", which no one can read from 23 and 10. A word of direction
 * stands in it exactly when the result has one; else the first reason against it does.
 */
export function sayComparison({ earlier, later }: { readonly earlier: ExposedCount; readonly later: ExposedCount }, found: Direction | EachDirection, language: Language): string {
  const words = wordsIn[language]
  const said = found.direction === null ? words.reason[found.reasons[0] ?? 'interval-includes-one'] : words.verdict[found.direction]
  const same = monthsOf(earlier.months, language) === monthsOf(later.months, language)
  const counted = ({ count, months }: ExposedCount): string => (same ? whole(count, language) : words.counts(whole(count, language), monthsOf(months, language)))
  return `${words.against(counted(later), counted(earlier))}: ${said}, ${ratioOf(found, same, language)}.`
}

/** "10, 23 and 30 in 2, 12 and 12 months: the numbers per month differ by more than chance tends to give (chance alone gives such differences in 3 cases of 100)." No direction is in it. `known`: the test of the same periods, which may take a while. */
export function sayEqualRates(periods: readonly ExposedCount[], language: Language, known?: EqualRates): string {
  const words = wordsIn[language]
  const collected = periods.filter(({ months }) => months > 0)
  const found = known ?? testEqualRates(collected)
  if (!found) return `${words.reason['nothing-collected']}.`.replace(/^./, (first) => first.toUpperCase())
  const told = found.p < 1 - level ? words.differ : words.differChance
  return `${countsOf(collected, language)}: ${told} (${words.tested[found.method](casesOf(found.p, language))}).`
}

/**
 * "10, 23 and 30 in 2, 12 and 12 months: the spread between the periods is 3.39 times what chance gives; …". Pearson's chi-square over its
 * degrees of freedom, told as more than chance exactly when the test of equal rates says so.
 */
export function saySpread(periods: readonly ExposedCount[], language: Language, known?: EqualRates): string | undefined {
  const words = wordsIn[language]
  const collected = periods.filter(({ months }) => months > 0)
  const found = known ?? testEqualRates(collected)
  if (!found) return undefined
  const told = found.p < 1 - level ? words.spread(decimal(found.chiSquare / found.df, language)) : words.spreadChance
  return `${countsOf(collected, language)}: ${told}.`
}

/** "Comparisons that hold when account is taken of having made several: 1 of 3." */
export function saySeveral(found: readonly EachDirection[], language: Language): string {
  const held = found.filter(({ direction }) => direction !== null).length
  return wordsIn[language].several(whole(held, language), whole(found.length, language))
}

/** "10, 23 and 30 in 2, 12 and 12 months: no trend can be read, at least one … half a year, from one period to the next times 0.85 on average, 95 % 0.57–1.24." */
export function sayTrend(periods: readonly ExposedCount[], found: TrendDirection, language: Language): string {
  const words = wordsIn[language]
  const said = found.direction === null ? `${words.noTrend}, ${words.reason[found.reasons[0] ?? 'interval-includes-one']}` : words.trend[found.direction]
  const factor = found.perPeriod && words.perPeriod(decimal(found.perPeriod.estimate, language), percent(language), rangeOf(found.perPeriod.lower, found.perPeriod.upper, language))
  return `${countsOf(periods.filter(({ months }) => months > 0), language)}: ${[said, ...(factor ? [factor] : [])].join(', ')}.`
}

/** "17 in 7 months: if as many a month come as until now, 4–23 more will come in the remaining 5 months in 95 cases of 100, 12 in the middle." */
export function sayRest(input: { readonly count: number; readonly months: number; readonly remainingMonths: number }, language: Language): string {
  const words = wordsIn[language]
  const { lower, upper } = predictRestExact({ ...input, level })
  const { median } = predictRest({ ...input, level })
  const months = (value: number): string => monthsOf(value, language)
  return words.rest(whole(input.count, language), months(input.months), months(input.remainingMonths), `${whole(lower, language)}–${whole(upper, language)}`, whole(median, language), percent(language))
}

function ratioOf({ ratio, lower, upper }: Pick<Direction, 'ratio' | 'lower' | 'upper'>, same: boolean, language: Language): string {
  const words = wordsIn[language]
  // Nothing in the earlier period: no ratio, but a lower limit.
  if (lower === null || (ratio === null && lower === 0)) return words.noRatio
  return words[same ? 'ratio' : 'ratioPerMonth'](ratio === null ? '∞' : decimal(ratio, language), percent(language), rangeOf(lower, upper ?? Infinity, language))
}

function rangeOf(lower: number, upper: number, language: Language): string {
  return Number.isFinite(upper) ? `${decimal(lower, language)}–${decimal(upper, language)}` : wordsIn[language].upFrom(decimal(lower, language))
}

function countsOf(periods: readonly ExposedCount[], language: Language): string {
  const words = wordsIn[language]
  const list = (values: readonly string[]): string => (values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${words.and} ${values.at(-1)}`)
  const months = periods.map((period) => period.months)
  // Equal exposures are said once.
  const same = new Set(months.map((value) => brief(value, language))).size === 1
  return words.counts(list(periods.map(({ count }) => whole(count, language))), same && months[0] !== undefined ? monthsOf(months[0], language) : words.months(list(months.map((value) => brief(value, language))), false))
}

const locale: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }
const whole = (value: number, language: Language): string => new Intl.NumberFormat(locale[language]).format(value)
const decimal = (value: number, language: Language): string => new Intl.NumberFormat(locale[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
const brief = (value: number, language: Language): string => new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(value)
const monthsOf = (value: number, language: Language): string => wordsIn[language].months(brief(value, language), value === 1)
const percent = (language: Language): string => whole(100 * level, language)

/** The p value as how often of a hundred times: whole cases, never more exact than it is, and never none. */
function casesOf(p: number, language: Language): string {
  const words = wordsIn[language]
  return p < 0.005 ? words.casesBelowOne : words.cases(whole(Math.max(1, Math.round(100 * p)), language))
}
