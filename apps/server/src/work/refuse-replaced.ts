// An edition that another has replaced is revised no more: what follows replaces the newest one.
import { problem, ProblemError } from '@lykta/incident'
import type { StoredLedgerEntry } from '@lykta/register'
import type { EditionContent } from './ledger.ts'

/** Refuses (`ProblemError`) an entry that has a successor, be it in figures or in words alone. */
export function refuseReplaced(ledger: readonly StoredLedgerEntry[], entry: string, year: number): void {
  if (ledger.some(({ kind, content }) => kind === 'edition' && (content as EditionContent).revises === entry)) throw new ProblemError([problem('editions.replaced', { year })])
}
