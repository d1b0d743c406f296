// Where an increasing function crosses zero: the one solver behind all quantiles, limits and slopes.

const epsilon = 2 ** -52
const maxWidening = 60

/**
 * Brackets the root by steps from `start` that double, then closes in by inverse quadratic interpolation, falling back
 * on bisection whenever it would not help: T. R. Chandrupatla, Advances in Engineering Software 28 (1997) 145–149.
 * `f` may be −∞ or +∞ far from the root. The result is exact to about 2·10⁻¹⁶ · max(1, |root|).
 * Throws when `f` does not cross zero.
 */
export function findRoot(f: (x: number) => number, start: number, step: number): number {
  let [x1, f1] = [start, f(start)]
  let [x2, f2] = [x1, f1]
  const outward = f1 < 0 ? step : -step
  if (f1 === 0) return x1
  for (let widening = 0; !(f1 < 0 ? f2 >= 0 : f2 <= 0); widening++) {
    if (widening === maxWidening || Number.isNaN(f2)) throw new Error('findRoot: no crossing found')
    ;[x1, f1] = [x2, f2]
    x2 += outward * 2 ** widening
    f2 = f(x2)
  }
  let t = 0.5
  for (;;) {
    const x = x1 + t * (x2 - x1)
    const fx = f(x)
    let [x3, f3] = [x1, f1]
    if (Math.sign(fx) !== Math.sign(f1)) {
      ;[x3, f3] = [x2, f2]
      ;[x2, f2] = [x1, f1]
    }
    ;[x1, f1] = [x, fx]
    const [best, residue] = Math.abs(f2) < Math.abs(f1) ? [x2, f2] : [x1, f1]
    const smallest = (epsilon * Math.max(1, Math.abs(best))) / Math.abs(x2 - x1)
    if (smallest > 0.5 || residue === 0) return best
    const xi = (x1 - x2) / (x3 - x2)
    const phi = (f1 - f2) / (f3 - f2)
    const interpolates = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi
    t = interpolates ? (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2)) : 0.5
    t = Math.min(1 - smallest, Math.max(smallest, t))
  }
}
