// The incidents and events that periods may count, each with its answers, its periods and who stands behind it.
import { groupsOfSomebody, type Incident, type JoinedIncident, type JoinedIncidents, joinReports, type Organisation } from '@lykta/incident'
import type { Period } from '../period.ts'
import type { CountNotes } from '../table.ts'
import { ownPeriods } from './by-organisation.ts'
import { isCollected, periodFinder, spanOf } from './collected.ts'
import type { AskedIncident } from './facts.ts'
import type { CountInput, CountOptions } from './memory.ts'
import type { OrganisationSets } from './organisation-sets.ts'
import type { PersonsOf } from './persons.ts'

export type Counted = PersonsOf & AskedIncident & {
  /** How many reports stand behind it beyond the first. */
  readonly beyond: number
}

export function joinedOf({ incidents, links = [], events }: Pick<CountInput, 'incidents' | 'links' | 'events'>, { basis, collection }: Pick<CountOptions, 'basis' | 'collection'>): JoinedIncidents {
  if (events) return { plain: incidents, joined: events }
  return joinReports(incidents, links, ({ occurred, reportedOn }) => (basis === 'occurred' ? isCollected(occurred, collection) : reportedOn >= collection.from))
}

export function collectIncidents(
  { plain, joined }: JoinedIncidents, organisations: readonly Organisation[], periods: readonly Period[], options: CountOptions, sets: OrganisationSets,
): readonly Counted[] {
  const { collection, basis, byOrganisation = false } = options
  const placed = ownPeriods(periods.length)
  const numbers = new Map(organisations.map((organisation, number) => [organisation.id, number]))
  const findPeriods = periodFinder(periods, collection)
  const counted: Counted[] = []
  const numberOf = ({ reportedBy }: Incident): number => {
    const organisation = numbers.get(reportedBy)
    if (organisation === undefined) throw new Error('an incident names an organisation that the register does not hold')
    return organisation
  }
  const add = (answers: Incident, reporter: number, organisation: number, shared: readonly number[], beyond: number): void => {
    const { persons } = answers
    counted.push({ answers, persons, somebody: groupsOfSomebody(persons), organisation, sector: organisations[reporter]!.sector, periods: byOrganisation ? placed(shared, organisation) : shared, beyond })
  }
  const periodsOf = (answers: Incident): readonly number[] =>
    (basis === 'occurred' ? findPeriods(answers.occurred.from, answers.occurred.to) : findPeriods(answers.reportedOn, answers.reportedOn))
  for (const { withdrawn, answers } of plain) {
    if (withdrawn) continue
    const shared = periodsOf(answers)
    if (shared.length === 0) continue
    const reporter = numberOf(answers)
    add(answers, reporter, reporter, shared, 0)
  }
  for (const { reports, answers } of joined) {
    const shared = periodsOf(answers)
    if (shared.length === 0) continue
    const behind = [...new Set(reports.map((report) => numberOf(report.answers)))]
    const reporter = numberOf(answers)
    if (byOrganisation) for (const organisation of behind) add(answers, reporter, organisation, shared, 0)
    else add(answers, reporter, sets.numberOf(behind), shared, reports.length - 1)
  }
  return counted
}

export function notesOf({ plain, joined }: JoinedIncidents, { basis, collection }: Pick<CountOptions, 'basis' | 'collection'>): CountNotes {
  const isBefore = (answers: Incident): boolean => spanOf(answers, basis).to < collection.from
  const standing = plain.filter((incident) => !incident.withdrawn)
  const beforeCollection = standing.filter(({ answers }) => isBefore(answers)).length + joined.filter(({ answers }) => isBefore(answers)).length
  const beyond = (of: (event: JoinedIncident) => number): number => joined.reduce((sum, event) => sum + of(event), 0)
  return {
    collected: standing.length + joined.length - beforeCollection,
    beforeCollection,
    withdrawn: plain.length - standing.length,
    joined: beyond(({ reports }) => reports.length - 1),
    probable: beyond(({ probable }) => probable),
  }
}
