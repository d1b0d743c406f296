// Counts many units into one table: the row of each first, then sums by row and place, and only then the periods' cells.
import type { Quantity } from '@lykta/incident'
import { type Dimension, severalAnswerDimensions } from '../spec.ts'
import type { Column } from './column.ts'
import { countLists, type Lists, rowsOfParts } from './lists.ts'
import { type Layout, layoutOf } from './place.ts'
import type { Places } from './places.ts'
import { addAt, incidentSums, type QuantitySums, quantitySums, spreadRow, spreadRows, type Sums } from './sums.ts'
import { rowKey, type Tally } from './tally.ts'
import { distribute, restNotKnown } from './unique-persons.ts'

/** Incidents, or person entries in the order of their incidents. */
export type Units = {
  readonly size: number
  readonly places: Places
  /** One each when absent; then every unit is an incident. */
  readonly quantities?: Quantities
  readonly column: (dimension: Dimension) => Column
  /** Of incidents, for the dimensions of which one may have several answers: a list for each. */
  readonly lists?: (dimension: Dimension) => Lists
}

/** How many each unit stands for, and in which incident: numbers that rise. */
export type Quantities = {
  readonly counts: Float64Array
  /** 1 for a lower bound. */
  readonly atLeast: Uint8Array
  readonly incidents: Int32Array
  /** 1 for persons that an earlier unit counts already: they add nothing but the incident in which they were seen again. */
  readonly again: Uint8Array
}

// Where a unit stands: in a row's number, which is 1 or more, or so.
const baseAlone = 0
const outside = -1
/** In several rows: those of answer n are at −2 − n. */
const inSeveral = -2

/** Sums, and the number of each row by its key. */
type Divided = { readonly rows: ReadonlyMap<string, number>; readonly sums: Sums }

/**
 * Counts units into one table after another. Totals that a filter alone tells apart ("in contact: yes", "unknown",
 * "not asked") are rows of one division by what is filtered on, which is made once for all of them.
 */
export function unitCounter(units: Units): (tally: Tally) => void {
  const { places } = units
  const known = new Map<Dimension | undefined, Divided>()
  const divided = (dimension: Dimension | undefined): Divided => {
    let found = known.get(dimension)
    if (!found) known.set(dimension, (found = divide(layoutOf({ by: dimension === undefined ? [] : [dimension], base: 'all' }), units)))
    return found
  }
  return (tally) => {
    const layout = layoutOf(tally.spec)
    const [filter, ...filters] = layout.filters
    const isTotal = layout.first === undefined && filters.length === 0 && (filter === undefined || (filter[1].size === 1 && !hasSeveral(filter[0])))
    if (isTotal) {
      const { rows, sums } = divided(filter?.[0])
      const row = filter ? rows.get([...filter[1]][0]!) : 0
      if (row !== undefined) spreadRow(sums, row, places, tally.base)
      return
    }
    const { rows, sums } = divide(layout, units)
    spreadRow(sums, 0, places, tally.base)
    spreadRows(sums, places, tally, rows)
  }
}

function divide(layout: Layout, units: Units): Divided {
  const { places, quantities, lists } = units
  const { first } = layout
  const counted = countedUnits(layout, units)
  if (lists && first !== undefined && hasSeveral(first)) {
    const ofFirst = lists(first)
    const { rows, ofParts } = rowsOfParts(layout, ofFirst)
    const sums = incidentSums(rows.size, places)
    countLists(ofFirst, ofParts, sums, { placeOf: places.of, base: layout.base, counted })
    return { rows, sums }
  }
  const { rows, of, several } = placeUnits(layout, units, counted)
  if (!quantities) {
    const sums = incidentSums(rows.size, places)
    countIncidents(of, places.of, sums)
    return { rows, sums }
  }
  const sums = quantitySums(rows.size, places)
  addQuantities(of, places.of, sums, quantities, several)
  return { rows, sums }
}

function hasSeveral(dimension: Dimension): boolean {
  return severalAnswerDimensions.includes(dimension)
}

/** 0 for each unit that a filter leaves out; undefined when there is no filter. */
function countedUnits({ filters }: Layout, { size, column, lists }: Units): Uint8Array | undefined {
  if (filters.length === 0) return undefined
  const counted = new Uint8Array(size).fill(1)
  for (const [dimension, codes] of filters) {
    if (lists && hasSeveral(dimension)) {
      const ofDimension = lists(dimension)
      leaveOutLists(counted, ofDimension, Uint8Array.from(ofDimension.parts, (part) => (codes.has(part) ? 1 : 0)))
      continue
    }
    const { of, answers } = column(dimension)
    const passes = Uint8Array.from(answers, (answer) => (answer.some((code) => codes.has(code)) ? 1 : 0))
    leaveOut(counted, of, passes)
  }
  return counted
}

/** Where each unit stands, and the number of each row by its key. Each answer is looked up once. */
type PlacedUnits = { readonly rows: ReadonlyMap<string, number>; readonly of: Int32Array; readonly several: ReadonlyMap<number, Shares> }

/** The rows over which a group of persons with several answers divides, and after them that of the rest. */
type Shares = { readonly rows: readonly number[]; readonly members: readonly number[] }

function placeUnits({ first, second, known, keysOf, keyOf }: Layout, { size, column }: Units, counted: Uint8Array | undefined): PlacedUnits {
  const rows = new Map<string, number>()
  const several = new Map<number, Shares>()
  const placed = new Int32Array(size)
  const rowOf = (key: string): number => {
    const row = rows.get(key) ?? rows.size + 1
    rows.set(key, row)
    return row
  }
  if (first !== undefined) {
    const { of, answers } = column(first)
    const across = second === undefined ? undefined : column(second)
    const width = across?.answers.length ?? 1
    const ofAnswers = Int32Array.from({ length: answers.length * width }, (_, pair) => {
      const answer = Math.floor(pair / width)
      const codes = known(answers[answer]!)
      if (!codes) return outside
      const keys = keysOf(codes)
      if (keys.length === 0) return baseAlone
      // Dimensions that are crossed have one answer a unit.
      if (across) return rowOf(rowKey([keys[0]!, across.answers[pair % width]![0]!]))
      if (keys.length === 1) return rowOf(keys[0]!)
      several.set(inSeveral - answer, { rows: [...keys, restNotKnown].map(rowOf), members: keys.map((key) => codes.filter((code) => keyOf(code) === key).length) })
      return inSeveral - answer
    })
    if (across) placePairs(placed, of, across.of, width, ofAnswers)
    else place(placed, of, ofAnswers)
  }
  if (counted) placeOutside(placed, counted)
  return { rows, of: placed, several }
}

// What follows is asked of every unit: functions of their own, and none that was made for one table, so that they are compiled once.

function leaveOut(counted: Uint8Array, of: Int32Array, passes: Uint8Array): void {
  for (let unit = 0; unit < counted.length; unit += 1) if (passes[of[unit]!] === 0) counted[unit] = 0
}

function leaveOutLists(counted: Uint8Array, { numbers, starts }: Lists, passes: Uint8Array): void {
  for (let unit = 0; unit < counted.length; unit += 1) {
    let has = 0
    for (let at = starts[unit]!; at < starts[unit + 1]!; at += 1) has |= passes[numbers[at]!]!
    if (has === 0) counted[unit] = 0
  }
}

function place(placed: Int32Array, of: Int32Array, ofAnswers: Int32Array): void {
  for (let unit = 0; unit < placed.length; unit += 1) placed[unit] = ofAnswers[of[unit]!]!
}

function placePairs(placed: Int32Array, of: Int32Array, across: Int32Array, width: number, ofAnswers: Int32Array): void {
  for (let unit = 0; unit < placed.length; unit += 1) placed[unit] = ofAnswers[of[unit]! * width + across[unit]!]!
}

function placeOutside(placed: Int32Array, counted: Uint8Array): void {
  for (let unit = 0; unit < placed.length; unit += 1) if (counted[unit] === 0) placed[unit] = outside
}

function countIncidents(placed: Int32Array, of: Int32Array, { counts, width }: Sums): void {
  for (let unit = 0; unit < placed.length; unit += 1) {
    const row = placed[unit]!
    if (row === outside) continue
    const place = of[unit]!
    counts[place]! += 1
    if (row !== baseAlone) counts[row * width + place]! += 1
  }
}

function addQuantities(placed: Int32Array, of: Int32Array, sums: QuantitySums, { counts, atLeast, incidents, again }: Quantities, several: ReadonlyMap<number, Shares>): void {
  for (let unit = 0; unit < placed.length; unit += 1) {
    const row = placed[unit]!
    if (row === outside) continue
    const place = of[unit]!
    const count = again[unit] === 1 ? 0 : counts[unit]!
    const isAtLeast = again[unit] === 0 && atLeast[unit] === 1
    const incident = incidents[unit]!
    addAt(sums, 0, place, count, isAtLeast, incident)
    if (row > 0) addAt(sums, row, place, count, isAtLeast, incident)
    else if (row <= inSeveral) addParts(sums, several.get(row)!, place, { count: counts[unit]!, atLeast: atLeast[unit] === 1 }, again[unit] === 1, incident)
  }
}

/** A group of persons with several nationalities divides over them. */
function addParts(sums: QuantitySums, { rows, members }: Shares, place: number, whole: Quantity, isAgain: boolean, incident: number): void {
  for (const [index, { count, atLeast }] of distribute(whole, members).entries()) addAt(sums, rows[index]!, place, isAgain ? 0 : count, !isAgain && atLeast, incident)
}
