// Several comparisons at once: p values made larger for having looked more than once. The order of the input is kept.

/** Each p times their number. */
export function bonferroni(p: readonly number[]): readonly number[] {
  return p.map((value) => Math.min(1, value * p.length))
}

/** Holds the chance of any false finding, and is never worse than Bonferroni: S. Holm, Scand. J. Statist. 6 (1979) 65–70. */
export function holm(p: readonly number[]): readonly number[] {
  return stepwise(p, (a, b) => a - b, (value, rank) => value * (p.length - rank), Math.max)
}

/** Holds the expected share of false findings: Y. Benjamini & Y. Hochberg, J. R. Statist. Soc. B 57 (1995) 289–300. */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  return stepwise(p, (a, b) => b - a, (value, rank) => value * (p.length / (p.length - rank)), Math.min)
}

function stepwise(
  p: readonly number[],
  order: (a: number, b: number) => number,
  adjust: (value: number, rank: number) => number,
  keep: (a: number, b: number) => number,
): readonly number[] {
  const adjusted = Array.from(p)
  let previous: number | undefined
  const ranked = p.map((value, index) => ({ value, index })).sort((a, b) => order(a.value, b.value))
  for (const [rank, { value, index }] of ranked.entries()) {
    const next = adjust(value, rank)
    previous = Math.min(1, previous === undefined ? next : keep(previous, next))
    adjusted[index] = previous
  }
  return adjusted
}
