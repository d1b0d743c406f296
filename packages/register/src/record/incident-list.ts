// A page of the incident list: filtered, newest occurrence first, continued from where the last page ended.
import type { CivilDate, Exploitation, Id, PlaceType, StoredIncident } from '@lykta/incident'
import { type RawBuilder, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import type { Tables } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { standingAt } from './as-of.ts'
import { selectStored, storedIncident } from './incidents.ts'
import { getNetwork } from './networks.ts'

export type IncidentFilter = {
  /** Occurrences that may lie on these days, both included. */
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  readonly exploitation?: Exploitation | undefined
  readonly placeType?: PlaceType | undefined
  readonly reportedBy?: Id | undefined
  readonly withdrawn?: boolean | undefined
  /** In no case, without any message; or with an answer as its last message. Withdrawn ones wait for nothing. */
  readonly waiting?: 'new' | 'answered' | undefined
  /** Part of either reference, of the reporting organisation's name or of the area, in any case. */
  readonly text?: string | undefined
  /** What the text is a name of: an incident with one of these codes is found too. Nothing without a text. */
  readonly textNames?: { readonly placeTypes: readonly PlaceType[]; readonly exploitations: readonly Exploitation[] } | undefined
}

/** Latest occurrence first, or latest arrival: the position of its first revision. */
export type ListOrder = 'occurred' | 'arrived'

/** Where a page ended, in its order. */
export type PageKey = { readonly occurredFrom: CivilDate; readonly id: Id } | { readonly arrived: number; readonly id: Id }

export type IncidentPage = {
  readonly incidents: readonly StoredIncident[]
  /** Of all pages. */
  readonly total: number
  readonly next: PageKey | null
  readonly position: number
}

export async function listIncidents(
  transaction: ReadTransaction,
  filter: IncidentFilter,
  { after, limit, position, order = 'occurred' }: { readonly after?: PageKey | undefined; readonly limit: number; readonly position?: number | undefined; readonly order?: ListOrder | undefined },
): Promise<IncidentPage> {
  const at = position ?? (await getNetwork(transaction)).position
  const found = await findFacts(transaction, filter, { after, limit, position: at, order })
  const days = new Map(found.flatMap(({ incident_id: id, place }) => (id === null || place === null ? [] : [[id, place]])))
  const shown = [...days.keys()].slice(0, limit)
  const rows = await selectStored(transaction, at).where((eb) => eb('revision.incident_id', '=', eb.fn.any(eb.val(shown)))).execute()
  const byId = new Map(rows.map((row) => [row.incident_id, row]))
  const last = days.size > limit ? shown.at(-1) : undefined
  return {
    incidents: shown.map((id) => storedIncident(byId.get(id)!)),
    total: found[0]!.total,
    next: last === undefined ? null : order === 'arrived' ? { arrived: Number(days.get(last)!), id: last } : { occurredFrom: days.get(last)!, id: last },
    position: at,
  }
}

type Place = { readonly after: PageKey | undefined; readonly limit: number; readonly position: number; readonly order: ListOrder }
type FoundFact = { readonly total: number; readonly incident_id: Id | null; readonly place: string | null }

async function findFacts(transaction: ReadTransaction, filter: IncidentFilter, { after, order, ...rest }: Place): Promise<readonly FoundFact[]> {
  if (order === 'arrived') return findByArrival(transaction, filter, { ...rest, after: after && 'arrived' in after ? after : undefined })
  const rows = await findByOccurrence(transaction, filter, { ...rest, after: after && 'occurredFrom' in after ? after : undefined })
  return rows.map(({ occurred_from: place, ...row }) => ({ ...row, place }))
}

/** One row more than the limit when more follow; one row without an incident when there is none, for the total's sake. */
function findByOccurrence(
  { db, network }: ReadTransaction,
  filter: IncidentFilter,
  { after, limit, position }: { readonly after: (PageKey & { readonly occurredFrom: CivilDate }) | undefined; readonly limit: number; readonly position: number },
) {
  const standing = db.selectFrom('incident_fact as f').where('f.network_id', '=', network).where(standingAt(position, 'f'))
  const narrowed = narrow(standing, filter, network, position).select(['f.incident_id', 'f.occurred_from'])
  // A text is looked for once, for page and total. Else an index finds the page, and the total needs no copy.
  return db.with((cte) => (filter.text === undefined ? cte('found').notMaterialized() : cte('found').materialized()), () => narrowed)
    .selectFrom((eb) => eb.selectFrom('found').select(eb.fn.countAll<number>().as('total')).as('all'))
    .leftJoin((eb) => {
      const page = eb.selectFrom('found').selectAll().orderBy('occurred_from', 'desc').orderBy('incident_id', 'desc').limit(limit + 1)
      // The day alone as well: it is what an index begins with.
      return (after === undefined ? page : page.where('occurred_from', '<=', after.occurredFrom)
        .where((of) => of(of.refTuple('occurred_from', 'incident_id'), '<', of.tuple(after.occurredFrom, after.id)))).as('page')
    }, (join) => join.onTrue())
    .select(['all.total', 'page.incident_id', 'page.occurred_from']).orderBy('occurred_from', 'desc').orderBy('incident_id', 'desc').execute()
}

/** As they came: what stands is found by its key from the first revisions, whose positions tell the order. */
function findByArrival(
  { db, network }: ReadTransaction,
  filter: IncidentFilter,
  { after, limit, position }: { readonly after: (PageKey & { readonly arrived: number }) | undefined; readonly limit: number; readonly position: number },
): Promise<readonly FoundFact[]> {
  const standing = db.selectFrom('incident_fact as f').where('f.network_id', '=', network).where(standingAt(position, 'f'))
  const narrowed = narrow(standing, filter, network, position)
    .innerJoin('revision as r', (join) => join.onRef('r.network_id', '=', 'f.network_id').onRef('r.incident_id', '=', 'f.incident_id').on('r.number', '=', 1))
    .select(['f.incident_id', sql<number>`r.from_position`.as('arrived')])
  return db.with((cte) => cte('found').materialized(), () => narrowed)
    .selectFrom((eb) => eb.selectFrom('found').select(eb.fn.countAll<number>().as('total')).as('all'))
    .leftJoin((eb) => {
      const page = eb.selectFrom('found').selectAll().orderBy('arrived', 'desc').orderBy('incident_id', 'desc').limit(limit + 1)
      return (after === undefined ? page : page.where((of) => of(of.refTuple('arrived', 'incident_id'), '<', of.tuple(after.arrived, after.id)))).as('page')
    }, (join) => join.onTrue())
    .select(['all.total', 'page.incident_id', sql<string | null>`page.arrived::text`.as('place')]).orderBy('page.arrived', 'desc').orderBy('page.incident_id', 'desc').execute()
}

type Listed = SelectQueryBuilder<Tables & { readonly f: Tables['incident_fact'] }, 'f', object>

function narrow(query: Listed, filter: IncidentFilter, network: Id, position: number): Listed {
  const { from, to, exploitation, placeType, reportedBy, withdrawn, waiting, text, textNames } = filter
  let narrowed = query
  if (from !== undefined) narrowed = narrowed.where('f.occurred_to', '>=', from)
  if (to !== undefined) narrowed = narrowed.where('f.occurred_from', '<=', to)
  if (exploitation !== undefined) narrowed = narrowed.where('f.exploitation', '=', exploitation)
  if (placeType !== undefined) narrowed = narrowed.where('f.place_type', '=', placeType)
  if (reportedBy !== undefined) narrowed = narrowed.where('f.organisation_id', '=', reportedBy)
  if (withdrawn !== undefined) narrowed = narrowed.where('f.withdrawn', '=', withdrawn)
  if (waiting !== undefined) narrowed = narrowed.where('f.withdrawn', '=', false).where(waits(waiting, network))
  return text === undefined ? narrowed : saying(narrowed, text, textNames, network, position)
}

/** Messages and events of cases are few beside incidents: each is read once, and no incident is asked by itself. */
function waits(waiting: 'new' | 'answered', network: Id): RawBuilder<SqlBool> {
  const lastMessages = sql`select distinct on (incident_id) incident_id, kind from lykta.message where network_id = ${network} and from_position is not null
    order by incident_id, from_position desc, created_at desc, message_id desc`
  if (waiting === 'answered') return sql<SqlBool>`f.incident_id in (select m.incident_id from (${lastMessages}) m where m.kind = 'answer')`
  return sql<SqlBool>`f.incident_id not in (select m.incident_id from lykta.message m where m.network_id = ${network} and m.from_position is not null)
    and f.incident_id not in (select e.incident_id from (select distinct on (incident_id) incident_id, kind from lykta.case_event
      where network_id = ${network} and incident_seq is not null and from_position is not null order by incident_id, incident_seq desc) e where e.kind = 'join')`
}

/** Joined, so that each table is read once, however much of it the text fits; organisations are few. */
function saying(query: Listed, part: string, names: IncidentFilter['textNames'], network: Id, position: number): Listed {
  const pattern = patternOf(part.normalize('NFC').replaceAll('\0', ''))
  const says = (column: string): RawBuilder<SqlBool> => sql<SqlBool>`${sql.ref(column)} ~* ${pattern}`
  return query
    .innerJoin('incident as i', (join) => join.onRef('i.network_id', '=', 'f.network_id').onRef('i.incident_id', '=', 'f.incident_id'))
    .where((eb) => eb.or([
      says('f.area'), says('i.ref'), says('i.external_ref'),
      eb('f.incident_id', 'in', eb.selectFrom('diary_number as d').select('d.incident_id').where('d.network_id', '=', network).where(says('d.name'))),
      eb('f.place_type', '=', eb.fn.any(eb.val([...(names?.placeTypes ?? [])]))),
      eb('f.exploitation', '=', eb.fn.any(eb.val([...(names?.exploitations ?? [])]))),
      eb('f.organisation_id', 'in', eb.selectFrom('organisation as o').select('o.organisation_id')
        .where('o.network_id', '=', network).where(standingAt(position, 'o')).where(says('o.name'))),
    ]))
}

/** A regular expression for the part itself. A database whose locale is C folds no å, ä or ö, so they stand in both cases. */
function patternOf(part: string): string {
  return Array.from(part, (character) => {
    if (/^[A-Za-z0-9]$/.test(character)) return character
    if (character <= '\x7f') return `\\${character}`
    const cases = [character.toLowerCase(), character.toUpperCase()]
    return cases.every((one) => Array.from(one).length === 1) ? `[${cases.join('')}]` : character
  }).join('')
}
