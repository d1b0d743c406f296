// Which periods an incident counts in: both ends of its date inside the period, and not wholly before collection began.
import type { CivilDate, Incident } from '@lykta/incident'
import type { Collection, Period } from '../period.ts'
import type { Basis } from '../spec.ts'

/** The days on which the incident may have happened, or the day it was reported. */
export function spanOf(incident: Incident, basis: Basis): { readonly from: CivilDate; readonly to: CivilDate } {
  return basis === 'occurred' ? incident.occurred : { from: incident.reportedOn, to: incident.reportedOn }
}

/** A function from a span to the indexes of the periods that it lies in; one that spans a border lies only in the longer. */
export function periodFinder(periods: readonly Period[], collection: Collection): (from: CivilDate, to: CivilDate) => readonly number[] {
  // Many incidents share their dates: each pair is worked out once.
  const known = new Map<CivilDate, Map<CivilDate, readonly number[]>>()
  // Equal lists are one, so that they can be told apart by identity.
  const lists = new Map<string, readonly number[]>()
  return (from, to) => {
    let ofFirst = known.get(from)
    if (!ofFirst) known.set(from, (ofFirst = new Map()))
    let found = ofFirst.get(to)
    if (!found) {
      found = to < collection.from ? [] : periods.flatMap((period, index) => (from >= period.from && to <= period.to ? [index] : []))
      const list = found.join()
      found = lists.get(list) ?? found
      lists.set(list, found)
      ofFirst.set(to, found)
    }
    return found
  }
}

/** No period counts what is outside: it is still free to be corrected into one. */
export function isCollected({ from, to }: Incident['occurred'], collection: Collection): boolean {
  return to >= collection.from && from >= firstDay(collection)
}

function firstDay({ from }: Collection): CivilDate {
  return `${from.slice(0, 4)}-01-01`
}
