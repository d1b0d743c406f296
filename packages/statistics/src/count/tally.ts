// A table while it is being counted: per cell the count and how many incidents each organisation stands behind it with.
import type { Quantity } from '@lykta/incident'
import type { Period } from '../period.ts'
import { type Basis, type Dimension, severalAnswerDimensions, type TableSpec } from '../spec.ts'
import { type CountCell, type CountTable, emptyCell } from '../table.ts'
import type { OrganisationSets } from './organisation-sets.ts'

export type TallyCell = {
  count: number
  atLeast: boolean
  /** Distinct contributing incidents by organisation number. */
  readonly byOrganisation: number[]
}

export type Tally = {
  readonly spec: TableSpec
  readonly base: TallyCell[]
  /** Key: the codes of the row, joined as `rowKey` does. */
  readonly rows: Map<string, TallyCell[]>
}

/** No code holds this character (catalogue and code lists are kebab-case). */
export const betweenCodes = '/'

export function rowKey(codes: readonly string[]): string {
  return codes.length === 1 ? codes[0]! : codes.join(betweenCodes)
}

export function newTally(spec: TableSpec, periods: number): Tally {
  return { spec, base: newCells(periods), rows: new Map() }
}

/** What any of them asks a unit. */
export function wantedOf(tallies: readonly Tally[]): ReadonlySet<Dimension> {
  return new Set(tallies.flatMap(({ spec: { by, where = {} } }) => [...by, ...(Object.keys(where) as Dimension[])]))
}

function newCells(periods: number): TallyCell[] {
  return Array.from({ length: periods }, () => ({ count: 0, atLeast: false, byOrganisation: [] }))
}

/** The row's cells, by period. */
export function rowOf(tally: Tally, key: string): TallyCell[] {
  let cells = tally.rows.get(key)
  if (!cells) {
    cells = newCells(tally.base.length)
    tally.rows.set(key, cells)
  }
  return cells
}

export function rowCell(tally: Tally, key: string, period: number): TallyCell {
  return rowOf(tally, key)[period]!
}

export function addQuantity(cell: TallyCell, quantity: Quantity): void {
  cell.count += quantity.count
  cell.atLeast ||= quantity.atLeast
}

export function addIncidents(cell: TallyCell, organisation: number, incidents: number): void {
  if (incidents > 0) cell.byOrganisation[organisation] = (cell.byOrganisation[organisation] ?? 0) + incidents
}

/** Nothing is behind a quantity of exactly 0. */
export function counts(quantity: Quantity): boolean {
  return quantity.count > 0 || quantity.atLeast
}

/** What a table says beside its cells: whose several reports of one event are, and how many were joined in each period. */
export type Beside = { readonly sets: OrganisationSets; readonly joined: readonly number[] }

export function tableOf(tally: Tally, periods: readonly Period[], basis: Basis, asOf: number, { sets, joined }: Beside): CountTable {
  const { spec } = tally
  const first = spec.by[0]
  return {
    spec,
    basis,
    asOf,
    periods,
    base: tally.base.map((cell) => cellOf(cell, sets)),
    rows: [...tally.rows]
      .map(([key, cells]) => ({ codes: spec.by.length === 1 ? [key] : key.split(betweenCodes), cells: cells.map((cell) => cellOf(cell, sets)) }))
      .filter((row) => row.cells.some((cell) => cell.count > 0 || cell.atLeast))
      .sort((a, b) => compareText(rowKey(a.codes), rowKey(b.codes))),
    severalAnswers: first !== undefined && severalAnswerDimensions.includes(first),
    ...(spec.unit === 'organisation' || joined.every((reports) => reports === 0) ? {} : { joined }),
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** An event counts once among the incidents, and for each organisation that reported it. */
function cellOf({ count, atLeast, byOrganisation }: TallyCell, sets: OrganisationSets): CountCell {
  let incidents = 0
  for (let number = 0; number < byOrganisation.length; number += 1) incidents += byOrganisation[number] ?? 0
  if (count === 0 && !atLeast && incidents === 0) return emptyCell
  return { count, atLeast, incidents, ...behind(byOrganisation, sets) }
}

/** A table set has thousands of cells, and of nearly all of them each organisation stands for itself. */
function behind(byOrganisation: readonly number[], sets: OrganisationSets): Pick<CountCell, 'organisations' | 'largest'> {
  const own = byOrganisation.length > sets.size ? apart(byOrganisation, sets) : byOrganisation
  let organisations = 0
  let largest = 0
  for (let number = 0; number < own.length; number += 1) {
    const incidents = own[number] ?? 0
    if (incidents > 0) organisations += 1
    if (incidents > largest) largest = incidents
  }
  return { organisations, largest }
}

function apart(byOrganisation: readonly number[], sets: OrganisationSets): readonly number[] {
  const own: number[] = []
  byOrganisation.forEach((incidents, number) => {
    for (const organisation of sets.membersOf(number)) own[organisation] = (own[organisation] ?? 0) + incidents
  })
  return own
}
