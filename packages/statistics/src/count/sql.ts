// Counts tables inside PostgreSQL, from the register's facts: the same cells as in memory, at a million incidents too.
import type { Period } from '../period.ts'
import { checkSpec, type TableSpec } from '../spec.ts'
import type { CountNotes, CountTable } from '../table.ts'
import type { CountOptions } from './memory.ts'
import { tallyOrganisations } from './participants.ts'
import { ownTables } from './by-organisation.ts'
import { type Aggregates, incidentRows, incidentTotals, quantityTotals } from './sql-incidents.ts'
import { countPersons, personTotals } from './sql-persons.ts'
import { inTurn, type RunQuery } from './sql-runner.ts'
import { type GroupRow, type SqlCount, sqlCount, type SqlCountInput } from './sql-scope.ts'
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
  const count = sqlCount(inTurn([run].flat()), input, periods, options)
  const tallies = specs.map((spec) => newTally(spec, periods.length * (byOrganisation ? input.organisations.length : 1)))
  const of = (...units: readonly TableSpec['unit'][]): readonly Tally[] => tallies.filter(({ spec }) => units.includes(spec.unit))

  const overIncidents = aggregates()
  for (const tally of of('incident')) incidentTotals(tally, overIncidents, count)
  for (const tally of of('perpetrator', 'police-report')) quantityTotals(tally, overIncidents)
  const reported = periods.map(() => new Set<number>())
  if (!byOrganisation) overIncidents.whenRead((row) => {
    for (const period of row.periods) reported[period]!.add(row.organisation)
  })
  const persons = of('person', 'person-occurrence')
  personTotals(persons, overIncidents)
  // Each asks before it waits, so that passes over the facts are shared. The longest pass comes first, for another connection does
  // the others meanwhile; then what takes longest to read here.
  await Promise.all([onePass(count, overIncidents), countPersons(count, persons), incidentRows(count, of('incident'))])
  if (byOrganisation) return ownTables(tallies, input.organisations, periods, options.basis, input.position)
  for (const tally of of('organisation')) tallyOrganisations(tally, input.organisations, periods, options.collection, reported)
  return tallies.map((tally) => tableOf(tally, periods, options.basis, input.position))
}

type Collected = Aggregates & { readonly columns: string[]; readonly jobs: ((row: GroupRow) => void)[] }

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
  for (const row of await count.grouped([], columns.length > 0 ? columns : ['count(*)'])) for (const job of jobs) job(row)
}

export async function notesBySql(run: RunQuery, input: SqlCountInput, { collection, basis }: CountOptions): Promise<CountNotes> {
  const to = basis === 'occurred' ? 'occurred_to' : 'reported_on'
  const [row] = await run(
    `select count(*) filter (where not withdrawn and ${to} >= $3::date)::float8 as collected,
       count(*) filter (where not withdrawn and ${to} < $3::date)::float8 as before, count(*) filter (where withdrawn)::float8 as withdrawn
     from lykta.incident_fact where network_id = $1 and from_position <= $2 and (until_position is null or until_position > $2)`,
    [input.network, input.position, collection.from],
  )
  const number = (name: string): number => Number(row?.[name] ?? 0)
  return { collected: number('collected'), beforeCollection: number('before'), withdrawn: number('withdrawn') }
}
