// Chao's lower bound, one of the methods beside each other: made for many occasions, and too high for a few lists.
import { normalQuantile } from '../inference/normal.ts'
import { type Interval, tailOf } from '../inference/interval.ts'
import { type CaptureHistories, checkHistories, onExactly, sumOf } from './capture-histories.ts'

export type ChaoBound = Interval & { readonly bound: number }

/**
 * M + f₁(f₁ − 1) / (2(f₂ + 1)) with M persons observed, f₁ of them on one list and f₂ on two: the bias-corrected form,
 * which also exists without overlap (A. Chao, Biometrics 43 (1987) 783–791; the variance as in R. K. Colwell, EstimateS 9
 * User's Guide, appendix B). A bound whatever differences there are between persons where occasions are many and alike. Of t lists that are
 * alike the bound is (t − 1) / t of what is added here, and less where their sizes differ: what a few lists allow is `leastNumber`. The interval is log-transformed, so that it never ends below M.
 */
export function chaoBound(histories: CaptureHistories, level = 0.95): ChaoBound {
  checkHistories('chaoBound', histories)
  const z = normalQuantile(1 - tailOf(level))
  const observed = sumOf(histories)
  const [once, twice] = [onExactly(histories, 1), onExactly(histories, 2)]
  const hidden = (once * (once - 1)) / (2 * (twice + 1))
  if (hidden === 0) return { bound: observed, lower: observed, upper: observed }
  const variance = hidden + (once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) + (once ** 2 * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4)
  const factor = Math.exp(z * Math.sqrt(Math.log1p(variance / hidden ** 2)))
  return { bound: observed + hidden, lower: observed + hidden / factor, upper: observed + hidden * factor }
}
