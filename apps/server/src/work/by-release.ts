// The one order of editions, in the app and on the site: by release, and of those released at once by their place in the ledger.
import type { StoredLedgerEntry } from '@lykta/register'
import type { EditionContent } from './ledger.ts'

export const releaseOf = ({ releaseAt, createdAt }: Pick<StoredLedgerEntry, 'releaseAt' | 'createdAt'>): string => releaseAt ?? createdAt

/** By the database's clock; moments are compared, not their texts. */
export const isReleased = (entry: Pick<StoredLedgerEntry, 'releaseAt' | 'createdAt'>, now: string): boolean => Date.parse(releaseOf(entry)) <= Date.parse(now)

/** The oldest release first. */
export function byRelease(entries: readonly StoredLedgerEntry[]): readonly StoredLedgerEntry[] {
  return entries.filter(({ kind }) => kind === 'edition').toSorted((a, b) => Date.parse(releaseOf(a)) - Date.parse(releaseOf(b)) || a.position - b.position)
}

/** 1 for the first of its year and readers, in that order; of a sorted list. */
export function numberOf(entry: StoredLedgerEntry, sorted: readonly StoredLedgerEntry[]): number {
  return sorted.filter(({ audience, content }) => audience === entry.audience && (content as EditionContent).year === (entry.content as EditionContent).year).indexOf(entry) + 1
}
