// Sums of one table by row and place, in flat arrays; only at the end do they go into the periods' cells.
import type { Places } from './places.ts'
import { addIncidents, rowOf, type Tally, type TallyCell } from './tally.ts'

/** Row 0 is the base; the sum of row r at place p stands at r × width + p. */
export type Sums = {
  /** How many places there are. */
  readonly width: number
  readonly counts: Float64Array
  /** Distinct incidents behind the count: the same array where incidents are counted. */
  readonly contributors: Float64Array
  readonly atLeast: Uint8Array
}

/** Sums of what incidents carry several of. */
export type QuantitySums = Sums & {
  /** By row the incident that was counted last, so that each counts once however many of its persons stand there. */
  readonly last: Int32Array
}

/** Sums of incidents; rows without the base. */
export function incidentSums(rows: number, { list: { length: width } }: Pick<Places, 'list'>): Sums {
  const size = (rows + 1) * width
  const counts = new Float64Array(size)
  return { width, counts, contributors: counts, atLeast: new Uint8Array(size) }
}

export function quantitySums(rows: number, places: Pick<Places, 'list'>): QuantitySums {
  const sums = incidentSums(rows, places)
  return { ...sums, contributors: new Float64Array(sums.counts.length), last: new Int32Array(rows + 1).fill(-1) }
}

/** A part of an incident's persons, or a number that it carries. */
export function addAt({ width, counts, contributors, atLeast, last }: QuantitySums, row: number, place: number, count: number, isAtLeast: boolean, incident: number): void {
  const at = row * width + place
  counts[at]! += count
  if (isAtLeast) atLeast[at] = 1
  if (last[row] === incident) return
  last[row] = incident
  contributors[at]! += 1
}

/** Into the periods' cells of each row; the base is not among them, and a row of nothing is none. */
export function spreadRows(sums: Sums, places: Pick<Places, 'list'>, tally: Tally, rows: ReadonlyMap<string, number>): void {
  for (const [key, row] of rows) if (!isEmpty(sums, row)) spreadRow(sums, row, places, rowOf(tally, key))
}

function isEmpty({ counts, contributors, atLeast, width }: Sums, row: number): boolean {
  for (let at = row * width; at < (row + 1) * width; at += 1) if (counts[at]! > 0 || contributors[at]! > 0 || atLeast[at] === 1) return false
  return true
}

/** Into the periods' cells of one row. */
export function spreadRow({ counts, contributors, atLeast, width }: Sums, row: number, { list }: Pick<Places, 'list'>, cells: readonly TallyCell[]): void {
  for (let place = 0, at = row * width; place < width; place += 1, at += 1) {
    const count = counts[at]!
    const incidents = contributors[at]!
    const isAtLeast = atLeast[at] === 1
    if (count === 0 && incidents === 0 && !isAtLeast) continue
    const { periods, organisation } = list[place]!
    for (let period = 0; period < periods.length; period += 1) {
      const cell = cells[periods[period]!]!
      cell.count += count
      if (isAtLeast) cell.atLeast = true
      addIncidents(cell, organisation, incidents)
    }
  }
}
