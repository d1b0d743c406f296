// The least number of persons that a few lists of unequal size allow, when whoever is harder to find is so on every list.
import { type Interval, tailOf } from '../inference/interval.ts'
import { normalQuantile } from '../inference/normal.ts'
import { bitsOf, type CaptureHistories, checkHistories, onExactly, sumOf } from './capture-histories.ts'

export type LeastNumber = Interval & { readonly bound: number }

/**
 * M + Σ n_j n_k / (f₂ + 1), the sum over pairs of lists, with n_j persons on list j alone and f₂ on two lists. If person i is on list j with odds
 * a_i b_j, then n_j n_k / n_jk estimates (Σ a q)² / Σ a² q, which is at most Σ q, the number on none (Cauchy–Schwarz; q is the chance of being on none),
 * and equal to it where all a are: a bound for each pair, and for the pairs together. It is Chao's argument with the lists' own sizes left in
 * (L.-P. Rivest & S. Baillargeon, Biometrics 63 (2007) 999–1006). His f₁² / (2 f₂) puts a square where there are only pairs, which many short occasions
 * forgive: of a few lists it lies above the truth even where nobody differs. Poisson variance as there; the interval is log-transformed, so that it never ends below M.
 */
export function leastNumber(histories: CaptureHistories, level = 0.95): LeastNumber {
  checkHistories('leastNumber', histories)
  const z = normalQuantile(1 - tailOf(level))
  const observed = sumOf(histories)
  const alone = Array.from({ length: histories.lists }, (_, list) => sumOf(histories, (on) => bitsOf(on) === 1 && (on & (1 << list)) !== 0))
  const [once, twice] = [onExactly(histories, 1), onExactly(histories, 2)]
  const pairs = alone.reduce((sum, one) => sum + one * (once - one), 0) / 2
  const hidden = pairs / (twice + 1)
  if (hidden === 0) return { bound: observed, lower: observed, upper: observed }
  const variance = hidden + alone.reduce((sum, one) => sum + one * ((once - one) / (twice + 1)) ** 2, 0) + twice * (pairs / (twice + 1) ** 2) ** 2
  const factor = Math.exp(z * Math.sqrt(Math.log1p(variance / hidden ** 2)))
  return { bound: observed + hidden, lower: observed + hidden / factor, upper: observed + hidden * factor }
}
