// Printed years that were printed anew: which revision of each incident counted before each change, which counts now, and what made the difference.
import type { Collection } from '../period.ts'
import { type LinkSpan, readLinks, standing } from './apart.ts'
import type { RunQuery } from './sql-runner.ts'
import type { SqlCountInput } from './sql-scope.ts'
import { eventsOf, type LateReport, lateReport, type Vintage } from './vintage.ts'

/** From then on the calendar year is counted as it stood at the position; every other printed year stays. */
export type YearRevision = { readonly year: number; readonly position: number }

/** One revision of one incident. */
export type CountedRevision = {
  readonly incident: string
  readonly revision: number
  /** The position at which it was taken, for what it was linked to then. */
  readonly at?: number
}

/** Which facts a count reads: those of the vintages, but for the incidents that a revision may have touched; or these alone. */
export type Selection = {
  /** Left out of the vintages; null for everything. */
  readonly beside: readonly string[] | null
  readonly counted: readonly CountedRevision[]
}

export type RevisedYears = {
  /** The register as it is counted now. */
  readonly now: Selection
  /** For each revision: the same with the year, and the years that were revised later, as they were counted before it; what entered; what left. */
  readonly steps: readonly { readonly before: Selection; readonly entering: Selection; readonly leaving: Selection }[]
  /** Of the incidents that ever had a day in a revised year: which are late, and which are counted now. */
  readonly touched: ReadonlySet<string>
  readonly late: readonly LateReport[]
  readonly taken: ReadonlySet<string>
}

/** A revision of an incident, with the positions between which it stood, and the year in which it ends. */
export type StandingFact = CountedRevision & {
  readonly organisation: string
  readonly from: number
  readonly until: number | null
  /** Not withdrawn, and of a day that may be counted. */
  readonly counts: boolean
  readonly year: number
}

/** Every fact of the incidents that ever had a day in one of the revised years, and of those that were ever linked with one of them. */
export async function revisedYearsBySql(
  run: RunQuery, { network, position, vintages = [] }: Pick<SqlCountInput, 'network' | 'position' | 'vintages'>, revisions: readonly YearRevision[], collection: Collection,
): Promise<RevisedYears> {
  const first = Number(collection.from.slice(0, 4)) * 12
  const links = await readLinks(run, network, position)
  const found = await run('select distinct incident_id as incident from lykta.incident_fact where network_id = $1 and from_position <= $2 and month_to / 12 = any($3::integer[])',
    [network, position, [...new Set(revisions.map(({ year }) => year))]])
  const rows = await run(
    `select incident_id as incident, organisation_id as organisation, revision, from_position as "from", until_position as until, month_to / 12 as year,
       not withdrawn and occurred_to >= $3::date and month_from >= $4 as counts
     from lykta.incident_fact where network_id = $1 and from_position <= $2 and incident_id = any($5::uuid[])
     order by 1, 3`,
    [network, position, collection.from, first, [...withLinked(found.map((row) => row['incident'] as string), links)]],
  )
  const facts = rows.map((row): StandingFact => ({
    incident: row['incident'] as string, organisation: row['organisation'] as string, revision: Number(row['revision']), from: Number(row['from']),
    until: row['until'] === null ? null : Number(row['until']), counts: row['counts'] === true, year: Number(row['year']),
  }))
  return reviseYears(facts, vintages, revisions, position, links)
}

/** One that is read by itself and one that is read by its vintage would not be joined, whatever links them. */
function withLinked(touched: readonly string[], links: readonly LinkSpan[]): ReadonlySet<string> {
  const pairs = links.flatMap(({ incident, link }) => (link === null ? [] : [[incident, link.cluster] as const]))
  const all = new Set(touched)
  for (let size = -1; size !== all.size;) {
    size = all.size
    const clusters = new Set(pairs.flatMap(([incident, cluster]) => (all.has(incident) ? [cluster] : [])))
    for (const [incident, cluster] of pairs) if (clusters.has(cluster)) all.add(incident)
  }
  return all
}

/**
 * The same from the facts: vintages and revisions one after the other. A vintage takes, of its years, what stands and no earlier one
 * has taken. A revision lets go of what was taken of its year, and takes what stands in it now and counts in no other year. What is
 * linked as one event enters and leaves together, and so does what was linked otherwise when it was taken anew.
 */
export function reviseYears(facts: readonly StandingFact[], vintages: readonly Vintage[], revisions: readonly YearRevision[], position: number, links: readonly LinkSpan[] = []): RevisedYears {
  type TakenFact = StandingFact & { readonly at: number }
  type Content = readonly TakenFact[]
  const taken = new Map<string, TakenFact>()
  const unitOf = unitsBy(links)
  const stands = ({ from, until, counts }: StandingFact, at: number): boolean => counts && from <= at && (until === null || until > at)
  const ofYear = (year: number): Content => [...taken.values()].filter((fact) => fact.year === year)
  const changes: { readonly year: number; readonly before: Content; readonly after: Content }[] = []
  const moments = [
    ...vintages.map(({ through, position: at }, index) => ({ at, after: vintages[index - 1]?.through ?? -Infinity, through })),
    ...revisions.map(({ year, position: at }) => ({ at, year })),
  ].toSorted((a, b) => a.at - b.at)
  for (const event of [...moments, { at: position, after: vintages.at(-1)?.through ?? -Infinity, through: Infinity }]) {
    if ('year' in event) {
      const before = ofYear(event.year)
      for (const { incident } of before) taken.delete(incident)
      for (const fact of facts) if (stands(fact, event.at) && fact.year === event.year && !taken.has(fact.incident)) taken.set(fact.incident, { ...fact, at: event.at })
      changes.push({ year: event.year, before, after: ofYear(event.year) })
      continue
    }
    for (const fact of facts) if (stands(fact, event.at) && fact.year > event.after && fact.year <= event.through && !taken.has(fact.incident)) taken.set(fact.incident, { ...fact, at: event.at })
  }
  const years = new Set(revisions.map(({ year }) => year))
  const unrevised = [...taken.values()].filter(({ year }) => !years.has(year))
  const touched = [...new Set(facts.map(({ incident }) => incident))]
  const beside = (list: Content): Selection => ({ beside: touched, counted: list.map(pairOf) })
  const only = (list: Content): Selection => ({ beside: null, counted: list.map(pairOf) })
  const less = (list: Content, other: Content): Content => {
    const units = new Set(other.map((fact) => unitOf(fact, other)))
    return list.filter((fact) => !units.has(unitOf(fact, list)))
  }
  const last = vintages.at(-1)?.through ?? -Infinity
  const events = eventsOf(standing(links, position))
  const counted = new Set([...taken.keys()].flatMap((incident) => events.get(incident) ?? []))
  return {
    now: beside([...taken.values()]),
    steps: changes.map(({ before, after }, index) => ({
      before: beside([...unrevised, ...[...years].flatMap((year) => changes.slice(index).find((change) => change.year === year)?.before ?? ofYear(year))]),
      entering: only(less(after, before)),
      leaving: only(less(before, after)),
    })),
    touched: new Set(touched),
    // Another report of an event that is counted is not late.
    late: facts.filter((fact) => stands(fact, position) && fact.year <= last && !taken.has(fact.incident) && !counted.has(events.get(fact.incident) ?? ''))
      .map(({ incident, organisation, year }) => lateReport(incident, organisation, year, events)),
    taken: new Set(taken.keys()),
  }
}

const pairOf = ({ incident, revision, at }: Required<CountedRevision>): CountedRevision => ({ incident, revision, at })

/** What counts as one: a revision by itself, or those of one event together, with what their persons are linked to. */
function unitsBy(links: readonly LinkSpan[]): (fact: Required<CountedRevision>, among: readonly Required<CountedRevision>[]) => string {
  if (links.length === 0) return ({ incident, revision }) => `${incident} ${revision}`
  const known = new Map<number, ReadonlyMap<string, readonly string[]>>()
  const linkedAt = (at: number): ReadonlyMap<string, readonly string[]> => {
    let found = known.get(at)
    if (!found) {
      const list = standing(links, at)
      found = new Map([...Map.groupBy(list, ({ incident }) => incident)].map(([incident, own]) =>
        [incident, own.map(({ entry, cluster, degree, groups }) => [entry ?? 'event', cluster, degree, groups].join(':')).sort()]))
      known.set(at, found)
    }
    return found
  }
  const eventOf = ({ incident, at }: Required<CountedRevision>): string | undefined => linkedAt(at).get(incident)?.find((text) => text.startsWith('event:'))?.split(':')[1]
  return (fact, among) => {
    const event = eventOf(fact)
    const members = event === undefined ? [fact] : among.filter((other) => other.at === fact.at && eventOf(other) === event)
    return members.map((one) => [one.incident, one.revision, ...(linkedAt(one.at).get(one.incident) ?? [])].join(' ')).sort().join(' | ')
  }
}
