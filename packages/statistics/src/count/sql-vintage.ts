// The condition in SQL under which a fact is the one that counts: now, or in the vintage of its year (vintage.ts).
import type { Collection } from '../period.ts'
import type { Vintage } from './vintage.ts'

/** `table` is the alias of incident_fact; `position` a number or a parameter. */
export function standsAt(table: string, position: number | string): string {
  return `${table}.from_position <= ${position} and (${table}.until_position is null or ${table}.until_position > ${position})`
}

/** A date's last year tells its vintage, and no earlier vintage may have taken the incident. Of `fact`, as of $2 after the last vintage. */
export function inVintage(vintages: readonly Vintage[], collection: Collection): string {
  const ofVintage = (table: string, index: number): string => {
    const before = vintages[index - 1]
    const vintage = vintages[index]
    const conditions = [standsAt(table, vintage?.position ?? '$2')]
    if (before) conditions.push(`${table}.month_to >= ${monthAfter(before)}`)
    if (vintage) conditions.push(`${table}.month_to < ${monthAfter(vintage)}`)
    return `(${conditions.join(' and ')})`
  }
  const options = Array.from({ length: vintages.length + 1 }, (_, index) => {
    if (index === 0) return ofVintage('fact', 0)
    const earlier = Array.from({ length: index }, (_none, before) => ofVintage('taken', before)).join(' or ')
    return `(${ofVintage('fact', index)} and not (fact.revision > 1 and exists (select from lykta.incident_fact taken
      where taken.network_id = fact.network_id and taken.incident_id = fact.incident_id and taken.revision < fact.revision and not taken.withdrawn
        and taken.occurred_to >= date '${collection.from}' and taken.month_from >= ${Number(collection.from.slice(0, 4)) * 12} and (${earlier}))))`
  })
  return `(${options.join(' or ')})`
}

function monthAfter({ through }: Vintage): number {
  return (through + 1) * 12
}
