// Editions one after the other over a register that changes between them, each entered in the ledger of the next.
import { canonicalText, ProblemError } from '@lykta/incident'
import { type CountInput, type Reading, readByVintage, vintagesOf } from '@lykta/statistics'
import { type EditionEntry, type LedgerEntry, type OutsideEntry, type OutsideFigure, protect, type Protection, type ProtectRequest } from '../../src/index.ts'
import { collection, countOf, requestFor, sha256 } from './request.ts'

export type Made = {
  readonly year: number
  readonly protection: Protection
  /** What was counted: every year as it stood when it was first printed. */
  readonly input: CountInput
}

export function entryOf(year: number, asOf: number, { tables, protocol }: Protection, changes: Partial<EditionEntry> = {}): EditionEntry {
  const entry = { kind: 'edition', id: `edition-${year}-${asOf}`, audience: tables[0]!.audience, year, asOf, plan: protocol.plan, policy: protocol.policy, tables, ...changes } as const
  return { ...entry, digest: sha256(JSON.stringify(entry)) }
}

export function outsideOf(id: string, figures: readonly OutsideFigure[], audience: OutsideEntry['audience'] = 'public'): OutsideEntry {
  return { kind: 'outside', id, audience, source: 'a report', figures, digest: sha256(canonicalText(figures)) }
}

/** What the register says at each position (1, 2 …), and the year of the edition made then. */
export type Stage = { readonly reading: Reading; readonly year: number }

/** The edition of the last stage, all before it being in the ledger; undefined where a register is too small for any. */
export async function nextEdition(
  readings: readonly Reading[], year: number, ledger: readonly LedgerEntry[], changes: Partial<ProtectRequest> = {},
): Promise<Made | undefined> {
  const position = readings.length
  const days = changes.collection ?? collection
  const vintages = vintagesOf(ledger.flatMap((entry) => (entry.kind === 'edition' ? [entry] : [])))
  const input = readByVintage(vintages, [...vintages.map((vintage) => readings[vintage.position - 1]!), readings.at(-1)!], position, days)
  try {
    const protection = await protect(requestFor(input, {
      years: [2017, year],
      earlier: ledger,
      count: countOf(input, days),
      ...changes,
    }))
    return { year, protection, input }
  } catch (error) {
    if (error instanceof ProblemError && error.problems.every(({ code }) => code === 'disclosure.totals-exposed' || code === 'disclosure.ledger-exposed')) return undefined
    throw error
  }
}

/** Editions made one after the other; those that could not be made are left out. */
export async function editionsOf(stages: readonly Stage[]): Promise<readonly Made[]> {
  const made: Made[] = []
  const ledger: LedgerEntry[] = []
  for (const [index, { year }] of stages.entries()) {
    const edition = await nextEdition(stages.slice(0, index + 1).map(({ reading }) => reading), year, ledger)
    if (!edition) continue
    made.push(edition)
    ledger.push(entryOf(year, index + 1, edition.protection))
  }
  return made
}
