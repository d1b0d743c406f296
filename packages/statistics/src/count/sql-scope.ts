// Which facts a count reads, how a date finds its periods, and how totals and texts are asked for by place.
import { type CivilDate, type Id, lastDayOfMonth, type Organisation } from '@lykta/incident'
import type { Period } from '../period.ts'
import { ownPeriods } from './by-organisation.ts'
import type { CountOptions } from './memory.ts'
import type { Place } from './places.ts'
import type { Selection } from './revised-years.ts'
import type { RunQuery } from './sql-runner.ts'
import { inVintage, standsAt } from './sql-vintage.ts'
import type { Vintage } from './vintage.ts'
import { type Texts, textsCollector, type TextsOf } from './sql-texts.ts'

/** What a count in SQL is about. */
export type SqlCountInput = {
  readonly network: string
  /** As of `position`. */
  readonly organisations: readonly Organisation[]
  readonly position: number
  /** Years that an edition printed are counted as they stood then; by date of occurrence alone. */
  readonly vintages?: readonly Vintage[] | undefined
  /** Where a printed year was printed anew. */
  readonly selection?: Selection | undefined
}

/** What was added up at one place: whole numbers, 1 and 0 for true and false. */
export type TotalsRow = Place & { readonly values: readonly number[] }

export type SqlCount = {
  readonly organisations: readonly Organisation[]
  /** Aggregates over the facts in scope, a row each place. */
  readonly totals: (columns: readonly string[]) => Promise<readonly TotalsRow[]>
  /** What one column of the facts in scope says, a line each, by place. What is asked for before the first answer is awaited shares a pass over the facts: ask for everything, then wait. */
  readonly texts: TextsOf
}

/**
 * Cuts time at every boundary of every period, so that one pass over the facts serves periods that overlap (a year
 * and the whole): a date lies in a period when both its ends lie in stretches of it. Periods begin and end with a
 * month, so an array finds a fact's stretch by the number of its month.
 */
export function sqlCount(run: RunQuery, input: SqlCountInput, apart: readonly Id[], periods: readonly Period[], { collection, basis, byOrganisation = false }: CountOptions): SqlCount {
  const [from, to, lastDay] = basis === 'occurred' ? ['month_from', 'month_to', 'occurred_to'] : ['month_reported', 'month_reported', 'reported_on']
  const { first, last, stretches, find } = stretchesOf(periods)
  const { vintages = [], selection } = input
  const chosenBy = paramsOf(selection)
  const params = [input.network, input.position, collection.from, first, last, stretches, ...chosenBy, ...(apart.length > 0 ? [apart] : [])]
  if (vintages.length > 0 && basis !== 'occurred') throw new Error('vintages are of years of occurrence')
  const standing = vintages.length > 0 ? inVintage(vintages, collection) : standsAt('fact', '$2')
  const scope = `network_id = $1 and not withdrawn and ${selection ? chosen(selection, standing) : standing}
    and ${lastDay} >= $3::date and ${from} >= $4 and ${to} <= $5${apart.length > 0 ? ` and incident_id <> all($${7 + chosenBy.length}::uuid[])` : ''}`
  const whenAndWho = `($6::smallint[])[${from} - $4 + 1] as i, ($6::smallint[])[${to} - $4 + 1] as j, organisation_id as o`
  const facts = `lykta.incident_fact fact where ${scope}`
  const numberOf = new Map(input.organisations.map((organisation, number) => [organisation.id, number]))
  const placed = ownPeriods(periods.length)
  const placeOf = (row: Readonly<Record<string, unknown>>): Place => {
    const organisation = numberOf.get(row['o'] as string)!
    const shared = find(Number(row['i']), Number(row['j']))
    return { periods: byOrganisation ? placed(shared, organisation) : shared, organisation }
  }
  // The values of a row as one line: a column of its own for each would take longer to read than to count. As an array, for a
  // function takes a hundred arguments at most, and a crossing may ask for more.
  const totals = async (columns: readonly string[]): Promise<readonly TotalsRow[]> => {
    const values = columns.map((column) => `(${column})::text`).join(', ')
    const rows = await run(`select ${whenAndWho}, array_to_string(array[${values}], E'\\t') as line from ${facts} group by 1, 2, 3`, params)
    return rows.map((row) => ({ ...placeOf(row), values: (row['line'] as string).split('\t').map(readValue) }))
  }
  // One row a stretch of time and organisation: the texts of its facts joined by line feeds, which none of them holds.
  const askTexts = async (columns: readonly string[]): Promise<readonly Texts[]> => {
    const joined = columns.map((column, index) => `string_agg(${column}, E'\\n') as t${index}`)
    const rows = await run(`select ${[whenAndWho, ...joined].join(', ')} from ${facts} group by 1, 2, 3`, params)
    return rows.map((row) => ({ ...placeOf(row), texts: columns.map((_, index) => row[`t${index}`] as string | null) }))
  }
  return {
    organisations: input.organisations,
    totals,
    texts: textsCollector(askTexts),
  }
}

function readValue(text: string): number {
  return text === 'true' ? 1 : text === 'false' ? 0 : Number(text)
}

/** From $7 on: whose facts are chosen one by one, and the incidents whose other facts are not read. */
function paramsOf(selection: Selection | undefined): readonly unknown[] {
  if (!selection) return []
  const { counted, beside } = selection
  return [counted.map(({ incident }) => incident), counted.map(({ revision }) => revision), ...(beside ? [beside] : [])]
}

function chosen({ beside }: Selection, standing: string): string {
  const counted = '(incident_id, revision) in (select * from unnest($7::uuid[], $8::integer[]))'
  return beside ? `((${standing} and incident_id <> all($9::uuid[])) or ${counted})` : `from_position <= $2 and ${counted}`
}

type Stretches = {
  /** Months, as year × 12 + month − 1. */
  readonly first: number
  readonly last: number
  /** Number of the stretch of each month from the first on. */
  readonly stretches: readonly number[]
  /** Indexes of the periods that hold both stretches. */
  readonly find: (i: number, j: number) => readonly number[]
}

function stretchesOf(periods: readonly Period[]): Stretches {
  const ends = periods.map(({ id, from, to }) => {
    if (!from.endsWith('-01') || to !== lastDayOfMonth(to)) throw new Error(`period ${id} does not begin and end with a month`)
    return { first: monthNumber(from), last: monthNumber(to) }
  })
  const first = Math.min(...ends.map((end) => end.first))
  const last = Math.max(...ends.map((end) => end.last))
  const boundaries = new Set(ends.flatMap((end) => [end.first, end.last + 1]))
  let stretch = 0
  const stretches = Array.from({ length: last - first + 1 }, (_, month) => (boundaries.has(first + month) ? ++stretch : stretch))
  const inside = ends.map((end) => ({ first: stretches[end.first - first]!, last: stretches[end.last - first]! }))
  const known = new Map<number, readonly number[]>()
  return {
    first,
    last,
    stretches,
    find: (i, j) => {
      const key = i * stretches.length + j
      let found = known.get(key)
      if (!found) {
        found = inside.flatMap((own, index) => (i >= own.first && j <= own.last ? [index] : []))
        known.set(key, found)
      }
      return found
    },
  }
}

function monthNumber(day: CivilDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
