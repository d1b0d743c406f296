// A table of raw counts: for the coordinator's eyes, never for publication.
import type { Quantity } from '@lykta/incident'
import type { Period } from './period.ts'
import type { Basis, TableSpec } from './spec.ts'

/** A count and who stands behind it. Counts of organisations rest on no incidents: the last three are 0 there. */
export type CountCell = Quantity & {
  /** Distinct incidents that contribute. */
  readonly incidents: number
  /** Distinct organisations that reported these incidents. */
  readonly organisations: number
  /** How many of these incidents the organisation with most of them reported. */
  readonly largest: number
}

export type CountRow = {
  /** One code per dimension in `spec.by`. */
  readonly codes: readonly string[]
  /** One cell per period. */
  readonly cells: readonly CountCell[]
}

export type CountTable = {
  readonly spec: TableSpec
  readonly basis: Basis
  /** Position of the register's clock at which it was counted. */
  readonly asOf: number
  readonly periods: readonly Period[]
  /** What the rows are parts of, one cell per period. */
  readonly base: readonly CountCell[]
  /** Rows that occur in some period, sorted by codes; none when `spec.by` is empty (the base is the count). */
  readonly rows: readonly CountRow[]
  /** One unit may stand in several rows. */
  readonly severalAnswers: boolean
  /** By period, how many reports were joined to another of the same event and are no incidents of their own here; absent for none. */
  readonly joined?: readonly number[]
  /** Counted from the reports of this organisation alone. */
  readonly organisation?: string
}

/** Every incident of the register, by whether periods may count it. */
export type CountNotes = {
  /** Standing and not before collection: counted in each period that holds both ends of its date. */
  readonly collected: number
  /** Wholly before collection began: kept, listed apart, in no rate. */
  readonly beforeCollection: number
  readonly withdrawn: number
  /** Reports that were joined to another of the same event: the event is collected, or before collection, once. */
  readonly joined: number
  /** Of these, how many are only probably of the same event. */
  readonly probable: number
}

export const emptyCell: CountCell = { count: 0, atLeast: false, incidents: 0, organisations: 0, largest: 0 }
