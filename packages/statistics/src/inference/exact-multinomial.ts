// The exact tail of Pearson's chi-square when incidents fall on periods by their exposure alone.
import { binomialProbability } from './point-probability.ts'

/** Above this many steps the sum is left to the chi-square distribution. */
const mostSteps = 250_000

/** S as whole multiples of this part of the observed value; sums that differ by less are one. */
const grain = 1e-11

/**
 * P(S ≥ observed) of S = Σ xᵢ² / shareᵢ for multinomial x with sum n. Period by period, states with the same sum and the
 * same S are joined; a state whose every continuation lies in the tail, or none, is settled at once (the bounds of C. R.
 * Mehta & N. R. Patel's network algorithm, JASA 78 (1983) 427–434). `undefined` when it would take too many steps.
 */
export function multinomialTail(shares: readonly number[], n: number, observed: number): number | undefined {
  const threshold = observed * (1 - 1e-10)
  let steps = 0
  let tail = 0
  let states = new Map<string, State>([['', { left: n, sum: 0, probability: 1 }]])
  for (const [index, share] of shares.entries()) {
    const rest = shares.slice(index + 1)
    const total = rest.reduce((sum, other) => sum + other, 0)
    const smallest = Math.min(...rest)
    const next = new Map<string, State>()
    for (const { left, sum, probability } of states.values()) {
      steps += left + 1
      if (steps > mostSteps) return undefined
      for (let x = rest.length === 0 ? left : 0; x <= left; x++) {
        const after = left - x
        const reached = sum + (x * x) / share
        const mass = probability * binomialProbability(x, left, share / (share + total), total / (share + total))
        // Spread evenly the rest adds least, heaped on the rarest period it adds most.
        if (reached + (after === 0 ? 0 : (after * after) / total) >= threshold) tail += mass
        else if (after > 0 && reached + (after * after) / smallest >= threshold) {
          const key = `${after} ${Math.round(reached / (observed * grain))}`
          const state = next.get(key)
          next.set(key, { left: after, sum: reached, probability: (state?.probability ?? 0) + mass })
        }
      }
    }
    states = next
  }
  return Math.min(1, tail)
}

type State = { readonly left: number; readonly sum: number; readonly probability: number }
