// The ledger of editions as disclosure wants it, and what stands in it: approved editions, and what others have published.
import { createHash } from 'node:crypto'
import { type Audience, type EditionEntry, type LedgerEntry, type OutsideEntry, type OutsideFigure, type ProtectedTable, readProtected } from '@lykta/disclosure'
import { inNetwork, type ReadTransaction, readLedger, type StoredLedgerEntry } from '@lykta/register'
import { type Vintage, vintagesOf } from '@lykta/statistics'
import type { Desk } from './desk.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an edition's entry holds. `digests`: of its tables, recorded when they were made. */
export type EditionContent = Pick<EditionEntry, 'year' | 'asOf' | 'plan' | 'policy'> & {
  readonly head: string
  readonly tables: readonly ProtectedTable[]
  readonly digests: readonly string[]
  /** At noon of the day on which it was made; absent from entries of before. */
  readonly made?: string
  /** The entry that it replaces, and what changed and why. */
  readonly revises?: string
  /** Its year is counted as of this edition from then on: the figures are revised, not the words alone. */
  readonly anew?: boolean
  readonly changed?: { readonly sv: string; readonly en: string }
}

export type OutsideContent = {
  readonly source: string
  /** SHA-256 of the file that the figures came from. */
  readonly file: string
  readonly figures: readonly OutsideFigure[]
}

export type ReadEdition = EditionEntry & { readonly tables: readonly ProtectedTable[]; readonly anew: boolean }
export type ReadEntry = ReadEdition | OutsideEntry

/** Everything published before, for whatever audience, oldest first. */
export async function ledgerIn(transaction: ReadTransaction): Promise<readonly ReadEntry[]> {
  return Promise.all((await readLedger(transaction)).map(entryOf))
}

/** Throws when a stored table is not what its digest says. */
export async function entryOf({ id, kind, audience, digest, content }: StoredLedgerEntry): Promise<ReadEntry> {
  const entry = { id, audience, digest } as const
  if (kind === 'outside') {
    const { source, figures } = content as OutsideContent
    return { ...entry, kind, source, figures } satisfies OutsideEntry
  }
  const { year, asOf, plan, policy, tables, digests, anew = false } = content as EditionContent
  const recorded = digests.map((one) => ({ digest: one }))
  return { ...entry, kind, year, asOf, plan, policy, anew, tables: await Promise.all(tables.map((table) => readProtected(table, recorded, sha256))) }
}

/** Which years stay as they stood when. */
export function vintagesIn(ledger: readonly LedgerEntry[]): readonly Vintage[] {
  return vintagesOf(ledger.flatMap((entry) => (entry.kind === 'edition' ? [entry] : [])))
}

/** One line of the list that the coordinator reads. */
export type LedgerLine = {
  readonly id: string
  readonly kind: LedgerEntry['kind']
  readonly audience: Audience
  readonly enteredAt: string
  /** An edition's year; null for what others have published. */
  readonly year: number | null
  readonly asOf: number | null
  /** Where it was published; null for an edition. */
  readonly source: string | null
  /** How many tables, or figures. */
  readonly size: number
  readonly digest: string
}

export async function listLedger(desk: Desk): Promise<readonly LedgerLine[]> {
  const stored = await inNetwork(desk.register, desk.context, readLedger)
  return stored.map(({ id, kind, audience, createdAt, digest, content }) => {
    const line = { id, kind, audience, enteredAt: createdAt, digest }
    if (kind === 'outside') {
      const { source, figures } = content as OutsideContent
      return { ...line, year: null, asOf: null, source, size: figures.length }
    }
    const { year, asOf, tables } = content as EditionContent
    return { ...line, year, asOf, source: null, size: tables.length }
  })
}
