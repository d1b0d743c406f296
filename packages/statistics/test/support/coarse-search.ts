// The root search that R's `fisher.test` uses, stopped as early as R stops it (`uniroot`, tolerance 2^-13).
// The odds ratios of the reference file came out of it, up to 0.12 % beside the true values: run on our distribution
// it must land on the same numbers, while our own search must land on the true ones.
// Brent's method: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.

const epsilon = 2 ** -52

/** The odds ratio at which `f`, monotone in it, is 0: sought in (0, 1), or as an inverse there if it lies above 1. */
export function coarseOddsRatio(f: (oddsRatio: number) => number): number {
  const belowOne = Math.sign(f(1)) !== Math.sign(f(epsilon))
  return belowOne ? coarseRoot(f, 0, 1) : 1 / coarseRoot((inverse) => f(1 / inverse), epsilon, 1)
}

function coarseRoot(f: (x: number) => number, from: number, to: number): number {
  let last = { x: from, y: f(from) }
  let best = { x: to, y: f(to) }
  let opposite = last
  for (;;) {
    const previousStep = best.x - last.x
    if (Math.abs(opposite.y) < Math.abs(best.y)) {
      last = best
      best = opposite
      opposite = last
    }
    const tolerance = 2 * epsilon * Math.abs(best.x) + 2 ** -14
    let step = (opposite.x - best.x) / 2
    if (Math.abs(step) <= tolerance || best.y === 0) return best.x
    if (Math.abs(previousStep) >= tolerance && Math.abs(last.y) > Math.abs(best.y)) {
      step = interpolated(last, best, opposite, previousStep, tolerance) ?? step
    }
    if (Math.abs(step) < tolerance) step = step > 0 ? tolerance : -tolerance
    last = best
    best = { x: best.x + step, y: f(best.x + step) }
    if (Math.sign(best.y) === Math.sign(opposite.y)) opposite = last
  }
}

type Point = { readonly x: number; readonly y: number }

/** The secant's or the inverse parabola's step, unless it leaves the bracket or hardly shortens the last one. */
function interpolated(last: Point, best: Point, opposite: Point, previousStep: number, tolerance: number): number | undefined {
  const width = opposite.x - best.x
  const s = best.y / last.y
  let p = width * s
  let q = 1 - s
  if (last.x !== opposite.x) {
    const r = last.y / opposite.y
    const t = best.y / opposite.y
    p = s * (width * r * (r - t) - (best.x - last.x) * (t - 1))
    q = (r - 1) * (t - 1) * (s - 1)
  }
  if (p > 0) q = -q
  else p = -p
  return p < 0.75 * width * q - Math.abs(tolerance * q) / 2 && p < Math.abs((previousStep * q) / 2) ? p / q : undefined
}
