// Counts with the keys of their records added up: the same records have the same key in whatever table they meet.

/** By cell. A key is a whole number below 2³², the sum of its records' keys without what is above: whole numbers, so that no order of adding changes it. */
export type KeyedCounts = { readonly counts: Uint32Array; readonly keys: Uint32Array }

/**
 * One pass: `cellOf[n]` is the cell of record n, `recordKeys[n]` its key, drawn once when it was entered and kept with it, secret as a password
 * is. Throws for a cell that does not exist.
 */
export function countWithKeys(cellOf: Uint32Array, recordKeys: Uint32Array, cells: number): KeyedCounts {
  if (cellOf.length !== recordKeys.length) throw new Error('countWithKeys: each record needs one cell and one key')
  const [counts, keys] = [new Uint32Array(cells), new Uint32Array(cells)]
  for (let record = 0; record < cellOf.length; record++) {
    const cell = cellOf[record]!
    if (cell >= cells) throw new Error(`countWithKeys: there is no cell ${cell}`)
    counts[cell]! += 1
    keys[cell]! += recordKeys[record]!
  }
  return { counts, keys }
}

/** Totals: each from the cells that it consists of, none of them twice. */
export function addUp({ counts, keys }: KeyedCounts, totals: readonly (readonly number[])[]): KeyedCounts {
  const of = (parts: Uint32Array): Uint32Array => Uint32Array.from(totals, (cells) => cells.reduce((sum, cell) => (sum + parts[cell]!) >>> 0, 0))
  return { counts: of(counts), keys: of(keys) }
}
