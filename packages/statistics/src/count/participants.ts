// Counts the network's organisations: members on some day of the exposure, on its last day, and those that reported.
import type { Organisation } from '@lykta/incident'
import type { Collection, Period } from '../period.ts'
import type { Facts } from './facts.ts'
import { placer } from './place.ts'
import { addQuantity, rowCell, type Tally } from './tally.ts'

const oneOrganisation = { count: 1, atLeast: false }

/** `reported` holds, for each period, the numbers of the organisations with an incident in it. */
export function tallyOrganisations(
  tally: Tally,
  organisations: readonly Organisation[],
  periods: readonly Period[],
  collection: Collection,
  reported: readonly ReadonlySet<number>[],
): void {
  const place = placer(tally.spec)
  for (const [index, period] of periods.entries()) {
    const start = period.from > collection.from ? period.from : collection.from
    const end = period.to < collection.to ? period.to : collection.to
    if (start > end) continue
    for (const [number, organisation] of organisations.entries()) {
      const membership: string[] = []
      if (memberWithin(organisation, start, end)) membership.push('member')
      if (memberWithin(organisation, end, end)) membership.push('at-end')
      if (reported[index]!.has(number)) membership.push('reported')
      const facts: Facts = { membership, sector: [organisation.sector] }
      const keys = place(facts)
      if (!keys) continue
      addQuantity(tally.base[index]!, oneOrganisation)
      for (const key of keys) addQuantity(rowCell(tally, key, index), oneOrganisation)
    }
  }
}

function memberWithin({ joined, left }: Organisation, start: string, end: string): boolean {
  return joined !== null && joined <= end && (left === null || left >= start)
}
