// Which state of the printed years each entry of the ledger was printed of: a state ends where an edition counts its year anew.
import type { ProtectedTable } from '@lykta/disclosure'
import type { YearRevision } from '@lykta/statistics'
import type { ReadEntry } from './ledger.ts'

export type LedgerStates = {
  readonly revisions: readonly YearRevision[]
  /** One list more than revisions; the last is of the state that counts now. */
  readonly printed: readonly (readonly ReadEntry[])[]
}

/**
 * `next`: a revision that is being made. An edition in words alone prints the tables of the one that it replaces, whenever it was
 * entered: it says the same of the same state. Taken for one of a later state, it would contradict what the register counts now.
 */
export function statesIn(ledger: readonly ReadEntry[], next?: YearRevision): LedgerStates {
  const revisions: YearRevision[] = []
  const printed: ReadEntry[][] = [[]]
  const stateOf = new Map<string, ReadEntry[]>()
  for (const entry of ledger) {
    if (entry.kind === 'outside') {
      printed.at(-1)!.push(entry)
      continue
    }
    if (entry.anew) {
      revisions.push({ year: entry.year, position: entry.asOf })
      printed.push([])
    }
    const tables: readonly ProtectedTable[] = entry.tables
    const digests = JSON.stringify(tables.map(({ digest }) => digest))
    const state = entry.anew || tables.length === 0 ? printed.at(-1)! : (stateOf.get(digests) ?? printed.at(-1)!)
    if (!stateOf.has(digests)) stateOf.set(digests, state)
    state.push(entry)
  }
  if (next) {
    revisions.push(next)
    printed.push([])
  }
  return { revisions, printed }
}
