// Counts tables from the register's facts, which PostgreSQL chooses, adds up and joins: the same cells as in memory, at a million incidents too.
import type { Period } from '../period.ts'
import { checkSpec, type TableSpec } from '../spec.ts'
import type { CountNotes, CountTable } from '../table.ts'
import { readApart } from './apart.ts'
import { collectIncidents, notesOf } from './collected-incidents.ts'
import { type CountOptions, joinedReports, tallyIncidentsOf } from './memory.ts'
import { organisationSets } from './organisation-sets.ts'
import { tallyOrganisations } from './participants.ts'
import { ownTables } from './by-organisation.ts'
import { type Aggregates, incidentRows, incidentTotals, quantityTotals } from './sql-incidents.ts'
import { countPersons, personTotals } from './sql-persons.ts'
import { inTurn, type RunQuery } from './sql-runner.ts'
import { type TotalsRow, type SqlCount, sqlCount, type SqlCountInput } from './sql-scope.ts'
import { newTally, tableOf, type Tally } from './tally.ts'

/**
 * One table a specification, in their order; by organisation, so many for each that reported. The transaction must have the network in context (row-level security).
 * Several `run`, each of a transaction of its own, share the work: what stood at a position never changes, so that
 * they agree whatever moment each of them sees.
 */
export async function countBySql(
  run: RunQuery | readonly RunQuery[],
  input: SqlCountInput,
  specs: readonly TableSpec[],
  periods: readonly Period[],
  options: CountOptions,
): Promise<readonly CountTable[]> {
  const { byOrganisation = false } = options
  specs.forEach((spec) => checkSpec(spec, byOrganisation))
  const turns = inTurn([run].flat())
  const apart = await readApart(turns, input, options.collection, options.basis)
  const sets = organisationSets(input.organisations.length)
  const linked = collectIncidents(apart.incidents, input.organisations, periods, options, sets)
  const count = sqlCount(turns, input, apart.ids, periods, options)
  const tallies = specs.map((spec) => newTally(spec, periods.length * (byOrganisation ? input.organisations.length : 1)))
  const of = (...units: readonly TableSpec['unit'][]): readonly Tally[] => tallies.filter(({ spec }) => units.includes(spec.unit))

  const overIncidents = aggregates()
  for (const tally of of('incident')) incidentTotals(tally, overIncidents, count)
  for (const tally of of('perpetrator', 'police-report')) quantityTotals(tally, overIncidents)
  const reported = periods.map(() => new Set<number>())
  if (!byOrganisation) overIncidents.whenRead((row) => {
    for (const period of row.periods) reported[period]!.add(row.organisation)
  })
  if (!byOrganisation) for (const { organisation, periods: own } of linked) for (const period of own) for (const one of sets.membersOf(organisation)) reported[period]!.add(one)
  tallyIncidentsOf(linked, tallies)
  const persons = of('person', 'person-occurrence')
  personTotals(persons, overIncidents)
  // Each asks before it waits, so that all texts come of one pass over the facts, which another connection makes beside that of the
  // totals. What takes longest to read here comes first.
  await Promise.all([onePass(count, overIncidents), countPersons(count, persons, linked), incidentRows(count, of('incident'))])
  const beside = { sets, joined: joinedReports(linked, periods.length) }
  if (byOrganisation) return ownTables(tallies, input.organisations, periods, options.basis, input.position, beside)
  for (const tally of of('organisation')) tallyOrganisations(tally, input.organisations, periods, options.collection, reported)
  return tallies.map((tally) => tableOf(tally, periods, options.basis, input.position, beside))
}

type Collected = Aggregates & { readonly columns: string[]; readonly jobs: ((row: TotalsRow) => void)[] }

function aggregates(): Collected {
  const columns: string[] = []
  const jobs: Collected['jobs'] = []
  return {
    columns,
    jobs,
    // Tables often ask for the same figure: the base of one is the total of another.
    add: (sql) => (columns.includes(sql) ? columns.indexOf(sql) : columns.push(sql) - 1),
    whenRead: (job) => {
      jobs.push(job)
    },
  }
}

async function onePass(count: SqlCount, { columns, jobs }: Collected): Promise<void> {
  for (const row of await count.totals(columns.length > 0 ? columns : ['count(*)'])) for (const job of jobs) job(row)
}

export async function notesBySql(run: RunQuery, input: SqlCountInput, { collection, basis }: CountOptions): Promise<CountNotes> {
  const to = basis === 'occurred' ? 'occurred_to' : 'reported_on'
  // As they are linked at the position: notes are of the register, not of what editions printed.
  const { ids, incidents } = await readApart(run, { network: input.network, position: input.position }, collection, basis)
  const [row] = await run(
    `select count(*) filter (where not withdrawn and ${to} >= $3::date)::float8 as collected,
       count(*) filter (where not withdrawn and ${to} < $3::date)::float8 as before, count(*) filter (where withdrawn)::float8 as withdrawn
     from lykta.incident_fact where network_id = $1 and from_position <= $2 and (until_position is null or until_position > $2)
       and incident_id <> all($4::uuid[])`,
    [input.network, input.position, collection.from, ids],
  )
  const number = (name: string): number => Number(row?.[name] ?? 0)
  const apart = notesOf(incidents, { collection, basis })
  return {
    ...apart, collected: number('collected') + apart.collected, beforeCollection: number('before') + apart.beforeCollection, withdrawn: number('withdrawn') + apart.withdrawn,
  }
}
