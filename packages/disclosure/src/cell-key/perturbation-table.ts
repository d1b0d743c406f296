// A perturbation table: for each count, what is published in its place and with which probability, as national offices keep it.

export type PerturbationStep = {
  /** What is published. */
  readonly published: number
  /** Published where the cell's key, from 0 up to 1, is below this and not below that of the step before. */
  readonly below: number
}

declare const checked: unique symbol
/** By count, from 0 on; larger counts take the last row's noise. Made by `parsePerturbationTable` alone. */
export type PerturbationTable = { readonly rows: readonly (readonly PerturbationStep[])[]; readonly largestNoise: number; readonly [checked]: true }

/** The rows of the R package ptable (`i`: count, `j`: published, `p_int_ub`: end of its interval), whatever else stands in them. */
type Row = { readonly i: number; readonly j: number; readonly p_int_ub: number }

/**
 * Throws, with the count whose row it is, where a table breaks what the method promises: zero stays zero, nothing is published below zero,
 * intervals go up to 1, and on average nothing is added (to `unbiased`, since tables are printed with eight digits).
 */
export function parsePerturbationTable(rows: readonly Row[], unbiased = 1e-6): PerturbationTable {
  const last = Math.max(...rows.map(({ i }) => i))
  const found = Array.from({ length: last + 1 }, (_, count) => rows.filter(({ i }) => i === count).map(({ j, p_int_ub }): PerturbationStep => ({ published: j, below: p_int_ub })))
  for (const [count, steps] of found.entries()) {
    const wrong = (what: string): never => {
      throw new Error(`perturbation table, count ${count}: ${what}`)
    }
    if (steps.length === 0) wrong('no row')
    if (count === 0 && steps.some(({ published }) => published !== 0)) wrong('zero must stay zero')
    if (steps.some(({ published }) => !Number.isSafeInteger(published) || published < 0)) wrong('what is published must be a whole number, and not below zero')
    if (steps.some(({ below }, at) => !(below > (steps[at - 1]?.below ?? 0))) || steps.at(-1)!.below !== 1) wrong('intervals must rise to 1')
    const mean = steps.reduce((sum, { published, below }, at) => sum + (published - count) * (below - (steps[at - 1]?.below ?? 0)), 0)
    if (Math.abs(mean) > unbiased) wrong(`adds ${mean} on average`)
  }
  const largestNoise = Math.max(...found.flatMap((steps, count) => steps.map(({ published }) => Math.abs(published - count))))
  return { rows: found, largestNoise } as unknown as PerturbationTable
}
