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
  /** Part of either reference, of the reporting organisation's name or of the area, in any case. */
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
  const { total } = await narrow(selectFacts(transaction, at), filter, at)
    .select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let listed = narrow(selectFacts(transaction, at), filter, at).select(['f.incident_id', 'f.occurred_from'])
    .orderBy('f.occurred_from', 'desc').orderBy('f.incident_id', 'desc').limit(limit + 1)
  if (after) {
    // The day alone as well: it is what an index begins with.
    listed = listed.where('f.occurred_from', '<=', after.occurredFrom)
      .where((eb) => eb(eb.refTuple('f.occurred_from', 'f.incident_id'), '<', eb.tuple(after.occurredFrom, after.id)))
  }
  const days = new Map((await listed.execute()).map((row) => [row.incident_id, row.occurred_from]))
  const shown = [...days.keys()].slice(0, limit)
  const rows = await selectStored(transaction, at).where((eb) => eb('revision.incident_id', '=', eb.fn.any(eb.val(shown)))).execute()
  const byId = new Map(rows.map((row) => [row.incident_id, row]))
  const last = days.size > limit ? shown.at(-1) : undefined
  return {
    incidents: shown.map((id) => storedIncident(byId.get(id)!)),
    total,
    next: last === undefined ? null : { occurredFrom: days.get(last)!, id: last },
    position: at,
  }
}

/** The facts of what stands: narrower than the answers, and all that a list is narrowed and ordered by. */
function selectFacts({ db, network }: ReadTransaction, position: number) {
  return db.selectFrom('incident_fact as f').where('f.network_id', '=', network).where(standingAt(position, 'f'))
}

type Listed = SelectQueryBuilder<Tables & { readonly f: Tables['incident_fact'] }, 'f', object>

function narrow(query: Listed, filter: IncidentFilter, position: number): Listed {
  const { from, to, exploitation, placeType, reportedBy, withdrawn, text } = filter
  let narrowed = query
  if (from !== undefined) narrowed = narrowed.where('f.occurred_to', '>=', from)
  if (to !== undefined) narrowed = narrowed.where('f.occurred_from', '<=', to)
  if (exploitation !== undefined) narrowed = narrowed.where('f.exploitation', '=', exploitation)
  if (placeType !== undefined) narrowed = narrowed.where('f.place_type', '=', placeType)
  if (reportedBy !== undefined) narrowed = narrowed.where('f.organisation_id', '=', reportedBy)
  if (withdrawn !== undefined) narrowed = narrowed.where('f.withdrawn', '=', withdrawn)
  if (text !== undefined) narrowed = narrowed.where(says(text, position))
  return narrowed
}

/** The answers are read as JSON only where their text holds the part at all, spelled as in JSON, and nothing is read once a row. */
function says(part: string, position: number): RawBuilder<SqlBool> {
  const normal = part.normalize('NFC').replaceAll('\0', '')
  const pattern = patternOf(normal)
  const inJson = patternOf(JSON.stringify(normal).slice(1, -1))
  return sql<SqlBool>`(exists (select from lykta.incident i where i.network_id = f.network_id and i.incident_id = f.incident_id
      and (i.ref ~* ${pattern} or i.external_ref ~* ${pattern}))
    or f.organisation_id in (select o.organisation_id from lykta.organisation o where o.network_id = lykta.current_network()
      and ${standingAt(position, 'o')} and o.name ~* ${pattern})
    or exists (select from lykta.revision r where r.network_id = f.network_id and r.incident_id = f.incident_id
      and r.number = f.revision and r.answers ~* ${inJson} and r.answers::jsonb ->> 'area' ~* ${pattern}))`
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
