// A proportion with its accepted intervals: which one is shown where is said in docs/statistics-rates.md.
import { betaQuantile } from './beta-quantile.ts'
import { checkPart } from './checks.ts'
import { type Interval, tailOf } from './interval.ts'
import { normalQuantile } from './normal.ts'

/** `yes` of `base` known answers; "unknown" is in neither. */
export type Answers = {
  readonly yes: number
  readonly base: number
}

export type Proportion = {
  readonly estimate: number
  /** Exact; never too short. For claims. */
  readonly clopperPearson: Interval
  /** Right on average. For display. */
  readonly wilson: Interval
  readonly wilsonContinuity: Interval
  readonly jeffreys: Interval
  /** May reach outside 0 to 1 by its definition; not for display. */
  readonly agrestiCoull: Interval
}

/**
 * Sources: C. J. Clopper & E. S. Pearson, Biometrika 26 (1934) 404–413; E. B. Wilson, JASA 22 (1927) 209–212; the others
 * and their comparison in L. D. Brown, T. T. Cai & A. DasGupta, Statistical Science 16 (2001) 101–133.
 * Throws unless 0 ≤ yes ≤ base and base > 0.
 */
export function proportion({ yes, base, level = 0.95 }: Answers & { level?: number }): Proportion {
  checkPart('proportion', yes, base)
  const tail = tailOf(level)
  const no = base - yes
  const z = normalQuantile(1 - tail)
  const estimate = yes / base
  // R's prop.test never moves the estimate beyond ½, so that exactly a half stays uncorrected.
  const correction = Math.min(0.5, Math.abs(yes - base / 2)) / base
  return {
    estimate,
    clopperPearson: {
      lower: yes === 0 ? 0 : betaQuantile(tail, yes, no + 1),
      upper: no === 0 ? 1 : betaQuantile(tail, yes + 1, no, 'upper'),
    },
    wilson: wilson({ yes, base, level }),
    wilsonContinuity: {
      lower: yes === 0 ? 0 : wilsonEnd(estimate - correction, base, -z),
      upper: no === 0 ? 1 : wilsonEnd(estimate + correction, base, z),
    },
    jeffreys: {
      lower: yes === 0 ? 0 : betaQuantile(tail, yes + 0.5, no + 0.5),
      upper: no === 0 ? 1 : betaQuantile(tail, yes + 0.5, no + 0.5, 'upper'),
    },
    agrestiCoull: agrestiCoull(yes, base, z),
  }
}

/** Wilson's score interval alone. Throws as `proportion`. */
export function wilson({ yes, base, level = 0.95 }: Answers & { level?: number }): Interval {
  checkPart('wilson', yes, base)
  const z = normalQuantile(1 - tailOf(level))
  // At the ends the formula gives 0 and 1 only up to rounding.
  return { lower: yes === 0 ? 0 : wilsonEnd(yes / base, base, -z), upper: yes === base ? 1 : wilsonEnd(yes / base, base, z) }
}

function wilsonEnd(share: number, base: number, z: number): number {
  const half = (z * z) / (2 * base)
  return (share + half + z * Math.sqrt((share * (1 - share)) / base + half / (2 * base))) / (1 + 2 * half)
}

function agrestiCoull(yes: number, base: number, z: number): Interval {
  const size = base + z * z
  const centre = (yes + (z * z) / 2) / size
  const reach = z * Math.sqrt((centre * (1 - centre)) / size)
  return { lower: centre - reach, upper: centre + reach }
}
