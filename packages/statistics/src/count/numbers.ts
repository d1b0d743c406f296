// Perpetrators and police reports: numbers that an incident carries, of which one not known makes the sum a lower bound.
import type { Incident, PerpetratorRole, Quantity } from '@lykta/incident'
import type { TableSpec } from '../spec.ts'
import { placer } from './place.ts'
import type { Places } from './places.ts'
import { addAt, type QuantitySums, quantitySums, spreadRow, spreadRows } from './sums.ts'
import { counts, type Tally } from './tally.ts'

/** One number of every incident; several tables ask for it. */
type Numbers = {
  readonly counts: Float64Array
  readonly states: Uint8Array
}

// What a number is; of "none" nothing is added anywhere.
const none = 0
const exact = 1
const atLeast = 2
const notKnown = 3

type Carried = { readonly role: PerpetratorRole; readonly of: (answers: Incident) => Quantity | null }

const reports: Carried = { role: 'other', of: (answers) => answers.policeReports }
const perpetrators: readonly Carried[] = [
  { role: 'buyer', of: (answers) => answers.buyers },
  { role: 'procurer', of: (answers) => answers.procurers },
  { role: 'other', of: (answers) => answers.otherPerpetrators },
]

function carriedBy({ unit }: TableSpec): readonly Carried[] {
  return unit === 'police-report' ? [reports] : perpetrators
}

/** The numbers of all incidents, read together when one is first asked for: reading an incident costs more than asking it. */
export function numbersOf(incidents: readonly { readonly answers: Incident }[]): (carried: Carried) => Numbers {
  let known: ReadonlyMap<Carried, Numbers> | undefined
  return (carried) => (known ??= readAll(incidents)).get(carried)!
}

function readAll(incidents: readonly { readonly answers: Incident }[]): ReadonlyMap<Carried, Numbers> {
  const all = [reports, ...perpetrators]
  const numbers = all.map((): Numbers => ({ counts: new Float64Array(incidents.length), states: new Uint8Array(incidents.length) }))
  for (let number = 0; number < incidents.length; number += 1) {
    const { answers } = incidents[number]!
    for (let one = 0; one < all.length; one += 1) setNumber(numbers[one]!, number, all[one]!.of(answers))
  }
  return new Map(all.map((carried, one) => [carried, numbers[one]!]))
}

function setNumber(numbers: Numbers, number: number, quantity: Quantity | null): void {
  if (quantity === null) {
    numbers.states[number] = notKnown
    return
  }
  numbers.counts[number] = quantity.count
  numbers.states[number] = !counts(quantity) ? none : quantity.atLeast ? atLeast : exact
}

export function tallyNumbers(tally: Tally, numbersOf: (carried: Carried) => Numbers, places: Places): void {
  const place = placer(tally.spec)
  const rows = new Map<string, number>()
  const parts = carriedBy(tally.spec).flatMap((carried) => {
    const keys = place({ role: [carried.role] })
    for (const key of keys ?? []) rows.set(key, rows.size + 1)
    return keys ? [{ numbers: numbersOf(carried), row: rows.get(carried.role) ?? 0 }] : []
  })
  const sums = quantitySums(rows.size, places)
  for (let number = 0; number < places.of.length; number += 1) {
    const at = places.of[number]!
    for (let part = 0; part < parts.length; part += 1) {
      const { numbers: { counts: own, states }, row } = parts[part]!
      const state = states[number]!
      if (state === none) continue
      addNumber(sums, 0, at, own[number]!, state, number)
      if (row > 0) addNumber(sums, row, at, own[number]!, state, number)
    }
  }
  spreadRow(sums, 0, places, tally.base)
  spreadRows(sums, places, tally, rows)
}

function addNumber(sums: QuantitySums, row: number, place: number, count: number, state: number, incident: number): void {
  if (state === notKnown) sums.atLeast[row * sums.width + place] = 1
  else addAt(sums, row, place, count, state === atLeast, incident)
}
