// Counts many units into one table: by place first, in flat arrays, and only then into the periods' cells.
import type { Quantity } from '@lykta/incident'
import type { Dimension } from '../spec.ts'
import type { Column } from './column.ts'
import { type Layout, layoutOf, type Placement } from './place.ts'
import type { Places } from './places.ts'
import { addIncidents, rowKey, rowOf, type Tally, type TallyCell } from './tally.ts'

/** Incidents, or person entries in the order of their incidents. */
export type Units = {
  readonly size: number
  readonly places: Places
  /** One each when absent; then every unit is an incident. */
  readonly quantities?: Quantities
  readonly column: (dimension: Dimension) => Column
}

/** How many each unit stands for, and in which incident: numbers that rise. */
export type Quantities = {
  readonly counts: Float64Array
  /** 1 for a lower bound. */
  readonly atLeast: Uint8Array
  readonly incidents: Int32Array
  /** 1 for persons that an earlier unit counts already: they add nothing but the incident in which they were seen again. */
  readonly again?: Uint8Array
}

/** One cell of every place. */
export type Sum = {
  readonly counts: Float64Array
  readonly contributors: Float64Array
  readonly atLeast: Uint8Array
  /** The incident that was counted last, so that each counts once however many of its persons stand here. */
  last: number
}

export function newSum(places: Places): Sum {
  const { length } = places.list
  return { counts: new Float64Array(length), contributors: new Float64Array(length), atLeast: new Uint8Array(length), last: -1 }
}

export function tallyUnits(tally: Tally, units: Units): void {
  const { places, quantities, size } = units
  const { of: placeOf } = places
  const base = newSum(places)
  const rows = new Map<string, Sum>()
  const sumOf = (key: string): Sum => {
    let sum = rows.get(key)
    if (!sum) rows.set(key, (sum = newSum(places)))
    return sum
  }
  const layout = layoutOf(tally.spec)
  const passes = filterOf(layout, units)
  const target = targetsOf(layout, units, sumOf)
  for (let unit = 0; unit < size; unit += 1) {
    if (!passes(unit)) continue
    const sums = target(unit)
    if (!sums) continue
    const place = placeOf[unit]!
    if (!quantities) {
      base.counts[place]! += 1
      for (let row = 0; row < sums.length; row += 1) sums[row]!.counts[place]! += 1
      continue
    }
    const isAgain = quantities.again?.[unit] === 1
    const count = isAgain ? 0 : quantities.counts[unit]!
    const atLeast = !isAgain && quantities.atLeast[unit] === 1
    const incident = quantities.incidents[unit]!
    addAt(base, place, count, atLeast, incident)
    if (sums.length === 1) addAt(sums[0]!, place, count, atLeast, incident)
    else if (sums.length > 1) {
      const whole = { count: quantities.counts[unit]!, atLeast: quantities.atLeast[unit] === 1 }
      for (const [key, part] of partsOf(layout, units, unit, whole)) addAt(sumOf(key), place, isAgain ? 0 : part.count, !isAgain && part.atLeast, incident)
    }
  }
  spread(base, places, tally.base, !quantities)
  for (const [key, sum] of rows) spread(sum, places, rowOf(tally, key), !quantities)
}

/** A part of an incident's persons, or a number that it carries. */
export function addAt(sum: Sum, place: number, count: number, atLeast: boolean, incident: number): void {
  sum.counts[place]! += count
  if (atLeast) sum.atLeast[place] = 1
  if (sum.last === incident) return
  sum.last = incident
  sum.contributors[place]! += 1
}

/** Into the cells, which are by period. Where incidents are counted, they are their own contributors. */
export function spread(sum: Sum, { list }: Places, cells: readonly TallyCell[], ownContributors = false): void {
  for (let place = 0; place < list.length; place += 1) {
    const count = sum.counts[place]!
    const atLeast = sum.atLeast[place] === 1
    const contributors = ownContributors ? count : sum.contributors[place]!
    if (count === 0 && !atLeast && contributors === 0) continue
    const { periods, organisation } = list[place]!
    for (let at = 0; at < periods.length; at += 1) {
      const cell = cells[periods[at]!]!
      cell.count += count
      cell.atLeast ||= atLeast
      addIncidents(cell, organisation, contributors)
    }
  }
}

function filterOf({ filters: wanted }: Layout, { column }: Units): (unit: number) => boolean {
  const filters = wanted.map(([dimension, codes]) => {
    const { of, answers } = column(dimension)
    return { of, passes: Uint8Array.from(answers, (answer) => (answer.some((code) => codes.has(code)) ? 1 : 0)) }
  })
  const [only] = filters
  if (!only) return () => true
  if (filters.length === 1) return (unit) => only.passes[only.of[unit]!] === 1
  return (unit) => filters.every(({ of, passes }) => passes[of[unit]!] === 1)
}

/** The rows in which a unit stands; undefined when it is outside the table. Each answer is looked up once. */
function targetsOf({ first, second, known, keysOf }: Layout, { column }: Units, sumOf: (key: string) => Sum): (unit: number) => readonly Sum[] | undefined {
  if (first === undefined) return () => []
  const { of, answers } = column(first)
  const rows = answers.map((answer) => {
    const codes = known(answer)
    return codes && keysOf(codes)
  })
  if (second === undefined) {
    const sums = rows.map((keys) => keys?.map(sumOf))
    return (unit) => sums[of[unit]!]
  }
  const across = column(second)
  const sums = new Map<number, readonly Sum[]>()
  return (unit) => {
    const keys = rows[of[unit]!]
    if (!keys) return undefined
    const pair = of[unit]! * across.answers.length + across.of[unit]!
    let found = sums.get(pair)
    if (!found) sums.set(pair, (found = keys.flatMap((key) => across.answers[across.of[unit]!]!.map((other) => sumOf(rowKey([key, other]))))))
    return found
  }
}

/** A group of persons with several nationalities divides over them. */
function partsOf({ first, known, divide }: Layout, { column }: Units, unit: number, quantity: Quantity): Placement {
  const { of, answers } = column(first!)
  return divide(known(answers[of[unit]!]!)!, quantity)
}
