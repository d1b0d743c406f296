// A page of the incident list: filtered, newest occurrence first, continued from where the last page ended.
import type { CivilDate, Exploitation, Id, PlaceType, StoredIncident } from '@lykta/incident'
import { type ExpressionBuilder, type SelectQueryBuilder } from 'kysely'
import type { Tables } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { selectStored, storedIncident, type StoredRow } from './incidents.ts'
import { getNetwork } from './networks.ts'

export type IncidentFilter = {
  /** Occurrences that may lie on these days, both included. */
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  readonly exploitation?: Exploitation | undefined
  readonly placeType?: PlaceType | undefined
  readonly reportedBy?: Id | undefined
  readonly withdrawn?: boolean | undefined
  /** Part of either reference, in any case. */
  readonly text?: string | undefined
}

/** Where a page ended. */
export type PageKey = { readonly occurredFrom: CivilDate; readonly id: Id }

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
  { after, limit, position }: { readonly after?: PageKey | undefined; readonly limit: number; readonly position?: number | undefined },
): Promise<IncidentPage> {
  const at = position ?? (await getNetwork(transaction)).position
  const all = narrow(withFacts(selectStored(transaction, at)), filter)
  const { total } = await all.clearSelect().select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let page = all.select('f.occurred_from').orderBy('f.occurred_from', 'desc').orderBy('revision.incident_id', 'desc').limit(limit + 1)
  if (after) {
    page = page.where((eb) => eb(eb.refTuple('f.occurred_from', 'revision.incident_id'), '<', eb.tuple(after.occurredFrom, after.id)))
  }
  const rows = await page.execute()
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    incidents: shown.map(storedIncident),
    total,
    next: last ? { occurredFrom: last.occurred_from, id: last.incident_id } : null,
    position: at,
  }
}

type WithFacts = Tables & { readonly f: Tables['incident_fact'] }
type Listed = SelectQueryBuilder<WithFacts, 'revision' | 'incident' | 'f', StoredRow>

function withFacts(query: ReturnType<typeof selectStored>): Listed {
  return query.innerJoin('incident_fact as f', (join) => join
    .onRef('f.network_id', '=', 'revision.network_id').onRef('f.incident_id', '=', 'revision.incident_id').onRef('f.revision', '=', 'revision.number'))
}

function narrow(query: Listed, filter: IncidentFilter): Listed {
  const { from, to, exploitation, placeType, reportedBy, withdrawn, text } = filter
  let narrowed = query
  if (from !== undefined) narrowed = narrowed.where('f.occurred_to', '>=', from)
  if (to !== undefined) narrowed = narrowed.where('f.occurred_from', '<=', to)
  if (exploitation !== undefined) narrowed = narrowed.where('f.exploitation', '=', exploitation)
  if (placeType !== undefined) narrowed = narrowed.where('f.place_type', '=', placeType)
  if (reportedBy !== undefined) narrowed = narrowed.where('f.organisation_id', '=', reportedBy)
  if (withdrawn !== undefined) narrowed = narrowed.where('f.withdrawn', '=', withdrawn)
  if (text !== undefined) narrowed = narrowed.where((eb) => hasReference(eb, text))
  return narrowed
}

function hasReference(eb: ExpressionBuilder<WithFacts, 'incident'>, part: string) {
  const pattern = `%${part.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`
  return eb.or([eb('incident.ref', 'ilike', pattern), eb('incident.external_ref', 'ilike', pattern)])
}
