// The cell key method: a small whole number on every count that is not zero, the same for the same records, in place of hiding.
import type { LedgerEntry } from '../ledger.ts'
import type { KeyedCounts } from './keyed-counts.ts'
import type { PerturbationTable } from './perturbation-table.ts'

declare const perturbed: unique symbol
/**
 * Counts that may be published with "perturbed" said of them. No `ProtectedTable` and no count: what takes those does not take this, and
 * this is made of neither (test/types/perturbed-apart.test-d.ts).
 */
export type PerturbedTable = { readonly method: 'cell-key'; readonly figure: string; readonly published: readonly number[]; readonly largestNoise: number; readonly [perturbed]: true }

export type PerturbRequest = {
  /** Id of the figure, as editions would name it. */
  readonly figure: string
  readonly counts: KeyedCounts
  readonly table: PerturbationTable
  /** Everything that was ever published of these records. */
  readonly ledger: readonly LedgerEntry[]
}

/**
 * Throws where the ledger tells of the figure: an exact or hidden cell beside a perturbed one takes the noise away, and the noise
 * tells how a hidden one was bounded. The mirror of it is the type: nothing that hides can be given a `PerturbedTable`.
 */
export function perturb({ figure, counts: { counts, keys }, table, ledger }: PerturbRequest): PerturbedTable {
  const told = ledger.flatMap((entry) => (entry.kind === 'edition' ? entry.tables.map(({ id }) => id) : entry.figures.map(({ table }) => table)))
  if (told.some((id) => id.split('.')[0] === figure.split('.')[0])) throw new Error(`perturb: the ledger tells of ${figure}, and what was once exact or hidden is never perturbed`)
  const published = Array.from(counts, (count, cell) => perturbCount(count, keys[cell]!, table))
  return { method: 'cell-key', figure, published, largestNoise: table.largestNoise } as unknown as PerturbedTable
}

const keySpace = 2 ** 32

/** `key`: of the cell. Counts beyond the table take the noise of its last row. */
export function perturbCount(count: number, key: number, { rows }: PerturbationTable): number {
  const row = Math.min(count, rows.length - 1)
  const step = rows[row]!.find(({ below }) => key / keySpace < below)
  return count + step!.published - row
}
