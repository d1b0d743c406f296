// The condition in SQL under which a fact is the one that counts: now, or in the vintage of its year (vintage.ts).
import type { Collection } from '../period.ts'
import { readApart } from './apart.ts'
import type { RunQuery } from './sql-runner.ts'
import type { SqlCountInput } from './sql-scope.ts'
import type { LateReport, Vintage } from './vintage.ts'

/** `table` is the alias of incident_fact; `position` a number or a parameter. */
export function standsAt(table: string, position: number | string): string {
  return `${table}.from_position <= ${position} and (${table}.until_position is null or ${table}.until_position > ${position})`
}

/** Incidents that stand at $2, are of printed years, and came too late to be counted in them. */
export async function lateBySql(run: RunQuery, { network, position, vintages = [] }: Pick<SqlCountInput, 'network' | 'position' | 'vintages'>, collection: Collection): Promise<readonly LateReport[]> {
  const last = vintages.at(-1)
  if (!last) return []
  const [first, day] = [Number(collection.from.slice(0, 4)) * 12, `date '${collection.from}'`]
  const { ids, late } = await readApart(run, { network, position, vintages }, collection)
  const taken = vintages.map((_, index) => ofVintage(vintages, 'taken', index)).join(' or ')
  const rows = await run(
    `select fact.incident_id as incident, fact.organisation_id as organisation from lykta.incident_fact fact
     where fact.network_id = $1 and not fact.withdrawn and ${standsAt('fact', '$2')} and fact.month_to < ${monthAfter(last)}
       and fact.occurred_to >= ${day} and fact.month_from >= ${first} and fact.incident_id <> all($3::uuid[])
       and not exists (select from lykta.incident_fact taken where taken.network_id = fact.network_id and taken.incident_id = fact.incident_id
         and not taken.withdrawn and taken.occurred_to >= ${day} and taken.month_from >= ${first} and (${taken}))
     order by 1`,
    [network, position, ids],
  )
  // Those that no link has ever named.
  const found = rows.map((row): LateReport => ({ incident: row['incident'] as string, organisation: row['organisation'] as string, event: row['incident'] as string }))
  return [...found, ...late].sort((a, b) => (a.incident < b.incident ? -1 : 1))
}

function ofVintage(vintages: readonly Vintage[], table: string, index: number): string {
  const before = vintages[index - 1]
  const vintage = vintages[index]
  const conditions = [standsAt(table, vintage?.position ?? '$2')]
  if (before) conditions.push(`${table}.month_to >= ${monthAfter(before)}`)
  if (vintage) conditions.push(`${table}.month_to < ${monthAfter(vintage)}`)
  return `(${conditions.join(' and ')})`
}

/** A date's last year tells its vintage, and no earlier vintage may have taken the incident. Of `fact`, as of $2 after the last vintage. */
export function inVintage(vintages: readonly Vintage[], collection: Collection): string {
  const options = Array.from({ length: vintages.length + 1 }, (_, index) => {
    if (index === 0) return ofVintage(vintages, 'fact', 0)
    const earlier = Array.from({ length: index }, (_none, before) => ofVintage(vintages, 'taken', before)).join(' or ')
    return `(${ofVintage(vintages, 'fact', index)} and not (fact.revision > 1 and exists (select from lykta.incident_fact taken
      where taken.network_id = fact.network_id and taken.incident_id = fact.incident_id and taken.revision < fact.revision and not taken.withdrawn
        and taken.occurred_to >= date '${collection.from}' and taken.month_from >= ${Number(collection.from.slice(0, 4)) * 12} and (${earlier}))))`
  })
  return `(${options.join(' or ')})`
}

function monthAfter({ through }: Vintage): number {
  return (through + 1) * 12
}
