// Every case that R 4.2.2 computed, one test each: rates, ratios, shares, trends, predictions, quantiles.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  type Answers, benjaminiHochberg, bonferroni, findRateTrend, findShareTrend, holm, type Interval, poissonRate, predictRest,
  proportion, rateRatio, testAgainstRate, twoProportions,
} from '../src/index.ts'
import { betaQuantile } from '../src/inference/beta-quantile.ts'
import { fixedMargins } from '../src/inference/fixed-margins.ts'
import { gammaQuantile } from '../src/inference/gamma-quantile.ts'
import { coarseOddsRatio } from './support/coarse-search.ts'

type Input = Readonly<Record<string, number>> & Readonly<Record<'x' | 'n' | 'exposure' | 'scores' | 'p', readonly number[]>>
type Expected = number | 'Infinity' | readonly Expected[] | { readonly [key: string]: Expected }
type ReferenceCase = { readonly id: string; readonly kind: string; readonly input: unknown; readonly expected: Expected }

const file = readFileSync(new URL('reference/rates.json', import.meta.url), 'utf8')
const { cases } = JSON.parse(file) as { cases: readonly ReferenceCase[] }

/** The same quantities under the names that the reference file gives them. */
const computed: Readonly<Record<string, (input: Record<string, number>, lists: Input) => unknown>> = {
  'poisson-rate': ({ x: count, exposure: months, level }) => {
    const exact = poissonRate({ count: count!, months: months!, level: level! })
    const shorter = poissonRate({ count: count!, months: months!, level: 0.9 })
    return { ...exact, lower90: shorter.lower, upper90: shorter.upper }
  },
  'poisson-test-vs-reference': ({ x, exposure, reference }) =>
    testAgainstRate({ count: x!, months: exposure!, reference: reference! }),
  'rate-ratio': ({ x1, exposure1, x2, exposure2, level }) => {
    const [first, second] = [{ count: x1!, months: exposure1! }, { count: x2!, months: exposure2! }]
    const found = rateRatio({ first, second, level: level! })
    const { ratio, lower, upper, p, midP, pByProbability } = found
    const pValues = { pTwoSidedR: pByProbability, pTwoSidedCentral: p, pMidTwoSided: midP.p }
    return { ratio, lower, upper, ...pValues, midPLower: midP.lower, midPUpper: midP.upper }
  },
  proportion: ({ x, n, level }) => {
    const { estimate, ...intervals } = proportion({ yes: x!, base: n!, level: level! })
    return { estimate, ...Object.fromEntries(Object.entries(intervals).map(([name, interval]) => [name, pair(interval)])) }
  },
  'two-proportions': ({ x1, n1, x2, n2 }) => {
    const [first, second] = [{ yes: x1!, base: n1! }, { yes: x2!, base: n2! }]
    const found = twoProportions({ first, second })
    return {
      fisherP: found.fisherP,
      ...coarseOddsRatios(first, second),
      difference: found.difference.estimate,
      newcombe: pair(found.difference),
      chisq: found.chiSquare.statistic,
      chisqP: found.chiSquare.p,
    }
  },
  'cochran-armitage': (_, { x, n, scores }) => {
    const found = findShareTrend(x.map((yes, index) => ({ yes, base: n[index]!, score: scores[index]! })))
    return { chisq: found?.chiSquare, p: found?.p, z: found?.z }
  },
  'poisson-trend': (_, { x, exposure, scores }) => {
    const periods = x.map((count, index) => ({ count, months: exposure[index]!, score: scores[index]! }))
    const found = findRateTrend({ periods })
    if (!found) return undefined
    return {
      slopeLog: found.slope,
      slopeSE: found.standardError,
      ratePerStep: found.ratePerStep.estimate,
      waldLower: found.ratePerStep.lower,
      waldUpper: found.ratePerStep.upper,
      scoreZ: found.score.z,
      scoreP: found.score.p,
      lrChisq: found.likelihoodRatio.chiSquare,
      lrP: found.likelihoodRatio.p,
      exactUpperTail: found.exact?.upper,
      exactLowerTail: found.exact?.lower,
      exactTwoSidedCentral: found.exact?.p,
      heterogeneityChisq: found.heterogeneity.chiSquare,
      heterogeneityDf: found.heterogeneity.df,
      heterogeneityP: found.heterogeneity.p,
      pearsonDispersionAboutTrend: found.dispersion,
    }
  },
  'rest-of-year-prediction': ({ x, elapsed, remaining }) => {
    const { lower, median, upper, mean } = predictRest({ count: x!, months: elapsed!, remainingMonths: remaining! })
    // What the reference calls annualised is the rate a year; no function multiplies it up.
    return { q025: lower, median, q975: upper, naiveAnnualised: poissonRate({ count: x!, months: elapsed! }).rate, mean }
  },
  multiplicity: (_, { p }) => ({ holm: holm(p), bh: benjaminiHochberg(p), bonferroni: bonferroni(p) }),
  'gamma-quantile': ({ p, shape }) => ({ value: gammaQuantile(p!, shape!) }),
  'beta-quantile': ({ p, a, b }) => ({ value: betaQuantile(p!, a!, b!) }),
}

/** What R's early stop makes of our distribution; the exact values have a test of their own below. */
function coarseOddsRatios(first: Answers, second: Answers): Record<string, number> {
  const { observed, probabilities, oddsRatio, oddsRatioInterval } = fixedMargins(first, second)
  const unlessAtEnd = (end: number, f: (probabilities: readonly number[]) => number): number =>
    end === 0 || end === Infinity ? end : coarseOddsRatio((odds) => f(probabilities(Math.max(Math.log(odds), -745))))
  const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
  const { lower, upper } = oddsRatioInterval(0.025)
  return {
    conditionalMleOddsRatio: unlessAtEnd(oddsRatio(), (shares) => total(shares.map((share, index) => index * share)) - observed),
    oddsRatioLower: unlessAtEnd(lower, (shares) => total(shares.slice(observed)) - 0.025),
    oddsRatioUpper: unlessAtEnd(upper, (shares) => total(shares.slice(0, observed + 1)) - 0.025),
  }
}

function pair({ lower, upper }: Interval): readonly number[] {
  return [lower, upper]
}

/** The leaves that are not equal to a relative 1e-8, to an absolute one where 0 is expected. */
function differences(path: string, found: unknown, expected: Expected): readonly string[] {
  if (typeof expected === 'object') {
    if (typeof found !== 'object' || found === null) return [`${path}: ${String(found)}`]
    const values = found as Readonly<Record<string, unknown>>
    const parts: readonly [string, Expected][] = Object.entries(expected)
    if (Object.keys(values).length !== parts.length) return [`${path}: ${Object.keys(values).join(', ')}`]
    return parts.flatMap(([key, value]) => differences(`${path}.${key}`, values[key], value))
  }
  const target = Number(expected)
  const close = found === target || (typeof found === 'number' && Math.abs(found - target) <= 1e-8 * (Math.abs(target) || 1))
  return close ? [] : [`${path}: ${String(found)} for ${target}`]
}

test('the reference holds 91 cases', () => {
  expect(cases).toHaveLength(91)
})

test.each(cases)('$id', ({ id, kind, input, expected }) => {
  const compute = computed[kind]
  if (!compute) throw new Error(`no computation for ${kind}`)
  expect(differences(id, compute(input as Record<string, number>, input as Input), expected)).toEqual([])
})

// Conditional estimate and 95 % limits of the odds ratio by 40-digit arithmetic (mpmath 1.3.0), inputs as in the file.
test.each([
  [[3, 10, 8, 23], [0.80883782146737, 0.10567420842839, 4.9227171989744]],
  [[8, 23, 17, 30], [0.4149964762302, 0.11354755476117, 1.4268715281611]],
  [[1, 14, 9, 31], [0.19369250537422, 0.0039886236724739, 1.6913327951155]],
  [[9, 31, 20, 41], [0.43467451227914, 0.14005383408871, 1.2742213484227]],
  [[0, 10, 4, 23], [0, 0, 3.4744918560173]],
  [[5, 5, 0, 5], [Infinity, 2.2970488132144, Infinity]],
] as const)('the odds ratio of %j is exact', ([yes, base, otherYes, otherBase], [estimate, lower, upper]) => {
  const found = twoProportions({ first: { yes, base }, second: { yes: otherYes, base: otherBase } }).oddsRatio
  for (const [value, exact] of [[found.estimate, estimate], [found.lower, lower], [found.upper, upper]] as const) {
    expect(value === exact || Math.abs(value / exact - 1) < 1e-12).toBe(true)
  }
})
