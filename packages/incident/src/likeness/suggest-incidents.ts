// Looks for incidents that may be reports of one event: only those near in time are put beside each other.
import type { Id, StoredIncident } from '../incident.ts'
import { type Compared, compareIncidents, prepareIncident, window } from './compare-incidents.ts'
import { frequenciesOf, type RegisterFrequencies } from './frequencies.ts'
import { bitsOf, type Reason } from './reason.ts'

export type IncidentPair = {
  /** The one with the smaller id first. */
  readonly incidents: readonly [Id, Id]
  readonly reasons: readonly Reason[]
  readonly bits: number
}

export type Told = {
  /** Pairs of which a reporter has said that one adds to the other. */
  readonly additions?: readonly (readonly [Id, Id])[] | undefined
}

/** From here on a pair is worth a look: docs/decisions/0035 shows what other numbers find and cost. */
export const leastBits = 9

/** Longer than this a date says too little to look by: such an incident is found by those who have a day. */
const vaguest = 62

/**
 * Best first. Yields after each stretch of work, so that whoever serves others may do so in between; `found` counts from 0 to 1.
 * Withdrawn incidents are left out. 10,000 incidents take a second or two, since only those at most a week apart are compared.
 */
export function* findLikeIncidents(incidents: readonly StoredIncident[], { additions = [] }: Told = {}): Generator<number, readonly IncidentPair[]> {
  const standing = incidents.filter(({ withdrawn }) => !withdrawn)
  yield 0
  const frequencies = frequenciesOf(standing.map(({ answers }) => answers))
  yield 0
  const looked = standing.map((incident) => ({ incident, compared: prepareIncident(incident.answers) })).sort((a, b) => a.compared.from - b.compared.from)
  yield 0
  const told = new Set(additions.map((pair) => [...pair].sort().join(' ')))
  const pairs: IncidentPair[] = []
  // Those that begin later are looked at until none can reach back: a vague date reaches far, so it waits among the open ones.
  let open: typeof looked = []
  for (const [index, one] of looked.entries()) {
    if (index % 50 === 49) yield index / looked.length
    open = open.filter(({ compared }) => compared.to + window >= one.compared.from)
    for (const other of open) {
      const pair = pairOf(one, other, frequencies, told)
      if (pair) pairs.push(pair)
    }
    if (one.compared.to - one.compared.from <= vaguest) open.push(one)
  }
  return pairs.sort((a, b) => b.bits - a.bits || (a.incidents.join() < b.incidents.join() ? -1 : 1))
}

type Looked = { readonly incident: StoredIncident; readonly compared: Compared }

function pairOf(a: Looked, b: Looked, frequencies: RegisterFrequencies, told: ReadonlySet<string>): IncidentPair | undefined {
  const incidents = [a.incident.id, b.incident.id].sort() as [Id, Id]
  const reasons = [...(told.size > 0 && told.has(incidents.join(' ')) ? [addition] : []), ...compareIncidents(a.compared, b.compared, frequencies)]
  const bits = Math.round(bitsOf(reasons) * 10) / 10
  return bits >= leastBits ? { incidents, reasons: reasons.toSorted((one, other) => other.bits - one.bits), bits } : undefined
}

/** The reporter has said so. */
const addition: Reason = { code: 'told-as-addition', bits: 12 }

/** The same, to its end. */
export function suggestIncidents(incidents: readonly StoredIncident[], told?: Told): readonly IncidentPair[] {
  const work = findLikeIncidents(incidents, told)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
