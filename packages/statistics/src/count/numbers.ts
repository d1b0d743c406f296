// Perpetrators and police reports: numbers that an incident carries, of which one not known makes the sum a lower bound.
import type { Incident, PerpetratorRole, Quantity } from '@lykta/incident'
import type { TableSpec } from '../spec.ts'
import { placer } from './place.ts'
import type { Places } from './places.ts'
import { counts, rowOf, type Tally } from './tally.ts'
import { addAt, newSum, spread, type Sum } from './tally-units.ts'

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

/** The numbers of all incidents, each read when it is first asked for. */
export function numbersOf(incidents: readonly { readonly answers: Incident }[]): (carried: Carried) => Numbers {
  const known = new Map<Carried, Numbers>()
  return (carried) => {
    let found = known.get(carried)
    if (!found) known.set(carried, (found = read(incidents, carried)))
    return found
  }
}

function read(incidents: readonly { readonly answers: Incident }[], { of }: Carried): Numbers {
  const numbers = { counts: new Float64Array(incidents.length), states: new Uint8Array(incidents.length) }
  for (let number = 0; number < incidents.length; number += 1) {
    const quantity = of(incidents[number]!.answers)
    if (quantity === null) {
      numbers.states[number] = notKnown
      continue
    }
    numbers.counts[number] = quantity.count
    numbers.states[number] = !counts(quantity) ? none : quantity.atLeast ? atLeast : exact
  }
  return numbers
}

export function tallyNumbers(tally: Tally, numbersOf: (carried: Carried) => Numbers, places: Places): void {
  const place = placer(tally.spec)
  const base = newSum(places)
  const parts = carriedBy(tally.spec).flatMap((carried) => {
    const placement = place({ role: [carried.role] }, { count: 1, atLeast: false })
    return placement ? [{ numbers: numbersOf(carried), rows: placement.map(([key]) => ({ key, sum: newSum(places) })) }] : []
  })
  for (let number = 0; number < places.of.length; number += 1) {
    const at = places.of[number]!
    for (let part = 0; part < parts.length; part += 1) {
      const { numbers: { counts: own, states }, rows } = parts[part]!
      const state = states[number]!
      if (state === none) continue
      addNumber(base, at, own[number]!, state, number)
      for (const { sum } of rows) addNumber(sum, at, own[number]!, state, number)
    }
  }
  spread(base, places, tally.base)
  for (const { rows } of parts) for (const { key, sum } of rows) spread(sum, places, rowOf(tally, key))
}

function addNumber(sum: Sum, place: number, count: number, state: number, incident: number): void {
  if (state === notKnown) sum.atLeast[place] = 1
  else addAt(sum, place, count, state === atLeast, incident)
}
