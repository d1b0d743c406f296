// Who has read sealed texts of an organisation's incidents and notes of their cases, and when: from the audit, for the organisation itself.
import type { GlassReason, Id } from '@lykta/incident'
import { inNetwork, readGlasses, readSessions, type StoredGlass } from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import type { ReadsAnswer } from '../api/sharing-types.ts'
import type { Desk } from './desk.ts'
import { handsOutMany } from './session-state.ts'
import { findActors } from './who-acted.ts'

const aPage = 100

type Row = { readonly position: number; readonly at: string; readonly actor: string; readonly subject: string; readonly ref: string; readonly organisation: Id | null; readonly revision: string | null; readonly case: string | null; readonly incidents: readonly string[] | null }

/**
 * The newest first, before a line of the audit. The program looks for itself, since a reporter sees no audit but her own, and answers for
 * one organisation alone; a coordinator asks for any, or (null) for all.
 */
export async function readReads(desk: Desk, caller: CallerOf, asked: Id | null, before: number | null): Promise<ReadsAnswer> {
  const organisation = caller.role === 'coordinator' ? asked : caller.organisation
  if (organisation === null && caller.role !== 'coordinator') return { reads: [], sessions: [], next: null }
  const who = await findActors(desk, caller)
  return inNetwork(desk.register, { network: desk.network.id, member: 'operator' }, async (transaction) => {
    const { rows } = await transaction.client.query<Row>(
      `select a.position, a.at, a.actor, split_part(a.object, '/', 1) as subject, i.ref, i.organisation_id as organisation, nullif(split_part(a.object, '/', 2), '') as revision, null as "case", null::text[] as incidents
       from lykta.audit a join lykta.incident i on i.network_id = a.network_id and 'incident:' || i.incident_id = split_part(a.object, '/', 1)
       where a.network_id = $1 and a.action in ('text.read', 'reason.read') and ($2::bigint is null or a.position < $2) and ($3::uuid is null or i.organisation_id = $3)
       union all
       -- A note may tell of any incident that belonged to the case before it was read, or ever had.
       select a.position, a.at, a.actor, '', min(i.ref), $3::uuid, null, c.ref, array_agg(distinct i.ref order by i.ref)
       from lykta.audit a join lykta.case_file c on c.network_id = a.network_id and 'case:' || c.case_id = split_part(a.object, '/', 1)
         join lykta.case_event e on e.network_id = c.network_id and e.case_id = c.case_id and e.kind = 'join' and e.from_position < a.position
         join lykta.incident i on i.network_id = e.network_id and i.incident_id = e.incident_id
       where a.network_id = $1 and a.action = 'note.read' and ($2::bigint is null or a.position < $2) and ($3::uuid is null or i.organisation_id = $3)
       group by a.position, a.at, a.actor, c.ref
       order by position desc limit $4`, [transaction.network, before, organisation, aPage])
    const glasses = await readGlasses(transaction)
    const sessions = before === null ? await readSessions(transaction) : []
    return {
      reads: rows.map((row) => ({
        at: row.at, position: row.position, by: who(row.actor), ref: row.ref, organisation: row.organisation, revision: row.revision === null ? null : Number(row.revision),
        glass: (glasses.find((glass) => isDuring(glass, row))?.reason ?? null) as GlassReason | null,
        note: row.incidents && { case: caller.role === 'coordinator' ? row.case : null, incidents: row.incidents },
      })),
      sessions: sessions.flatMap(({ purpose, author, steps }) => {
        const begin = !handsOutMany(purpose) ? undefined : steps.find(({ act }) => act === 'begin')
        const texts = organisation === null ? begin?.texts : begin?.extent?.[organisation]
        return begin && texts ? [{ at: begin.at, by: who(author), purpose, texts }] : []
      }),
      next: rows.length === aPage ? rows.at(-1)!.position : null,
    }
  })
}

/** Read while the reader had broken the glass: any text, or the incident's that she opened with it. */
function isDuring({ author, at, expiresAt, end, incident }: StoredGlass, row: Row): boolean {
  return author === row.actor && at <= row.at && row.at < (end?.at ?? expiresAt) && (incident === null || row.subject === `incident:${incident}`)
}
