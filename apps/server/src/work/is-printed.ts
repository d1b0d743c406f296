// Whether a year's edition is in its readers' hands: the next one must then say what it replaces, what has changed, and why.
import type { Audience } from '@lykta/disclosure'
import type { StoredLedgerEntry } from '@lykta/register'
import type { EditionContent } from './ledger.ts'

export function isPrinted(ledger: readonly StoredLedgerEntry[], year: number, audience: Audience): boolean {
  return ledger.some((entry) => entry.kind === 'edition' && entry.audience === audience && (entry.content as EditionContent).year === year)
}
