// What has been published before: approved editions, and figures that were published without Lykta.
import type { Audience } from './policy.ts'
import type { TableBody } from './protected-table.ts'

type Entry = {
  readonly id: string
  /** SHA-256 of the entry as it is stored: what a certificate says that it was made against. */
  readonly digest: string
  /** Who has it in hand: this audience and every narrower one. */
  readonly audience: Audience
}

/** An edition that was approved, with all that it printed. */
export type EditionEntry = Entry & {
  readonly kind: 'edition'
  /** Its last calendar year. Every year up to it stays as it stood at `asOf`, unless an earlier edition printed it. */
  readonly year: number
  /** Position of the register's clock. */
  readonly asOf: number
  readonly plan: string
  readonly policy: string
  readonly tables: readonly TableBody[]
}

/** A figure as somebody else printed it. */
export type OutsideFigure = {
  /** Id of a table or a figure of the release plan: "incidents", "sexAge". */
  readonly table: string
  /** One code a dimension; none for a figure or a table's base. */
  readonly codes: readonly string[]
  /** "2019", "2017-2019", "2019-04", "2019-Q1", "2019-H2". */
  readonly period: string
  readonly count: number
  readonly atLeast: boolean
}

/** A publication made without Lykta: its figures are known, whatever the policy says of them. */
export type OutsideEntry = Entry & {
  readonly kind: 'outside'
  /** Where it was published, for the protocol. */
  readonly source: string
  readonly figures: readonly OutsideFigure[]
}

export type LedgerEntry = EditionEntry | OutsideEntry

const widths: Readonly<Record<Audience, number>> = { core: 0, network: 1, public: 2 }

export function isNarrower(audience: Audience, than: Audience): boolean {
  return widths[audience] < widths[than]
}

/** What an audience has in hand: what was published for it, and for every wider one. */
export function visibleTo(audience: Audience, ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return ledger.filter((entry) => !isNarrower(entry.audience, audience))
}

/**
 * Each group of readers of a new edition: its own audience, and every narrower one that has an entry of its own. What a
 * core group was told stays safe only if it is tried again with each public edition that comes after.
 */
export function readersOf(audience: Audience, ledger: readonly LedgerEntry[]): readonly Audience[] {
  const narrower = (['network', 'core'] as const).filter((other) => isNarrower(other, audience) && ledger.some((entry) => entry.audience === other))
  return [audience, ...narrower]
}
