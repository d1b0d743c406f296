// Not waiting for another's answer where somebody is in danger: for an hour, with a coded reason, seen by the core group, reviewed by another.
import { type GlassReason, type Id, problem, ProblemError } from '@lykta/incident'
import {
  appendGlass, appendGlassStep, appendShare, appendShareStep, findIncident, inNetwork, readGlasses, readRegisterTime, readSessions, readShares, type ReadTransaction, type StoredGlass, write,
} from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import { readingScope } from '../access/scope.ts'
import type { BreakGlassRequest, GlassAct, GlassEntry, GlassStepRequest } from '../api/sharing-types.ts'
import type { Desk } from './desk.ts'
import { findOwnIncident } from './find-own-incident.ts'
import { mayTake } from './may-take.ts'
import type { WhoActed } from './who-acted.ts'

/** The database refuses more. */
const hour = 3_600_000
const day = 24 * hour

/** False when it was there before; undefined when there is no such incident, or none that waits for anybody's answer to her. */
export async function breakGlass(desk: Desk, caller: CallerOf, { id, reason, incident: ref }: BreakGlassRequest): Promise<boolean | undefined> {
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const [there] = await readGlasses(transaction, { glass: id })
    const now = await readRegisterTime(transaction)
    if (there || ref === null) return { there, now, incident: undefined, may: await mayBreakGlass(transaction, caller, now) }
    const incident = await findOwnIncident(transaction, caller, ref, readingScope(caller))
    if (!incident || !mayTake(caller, incident)) return undefined
    const open = (await readShares(transaction, { incident: incident.id })).some((share) => share.open && share.organisation === caller.organisation && share.what !== 'written')
    return { there, now, may: !open, incident: { id: incident.id, revision: (await findIncident(transaction, { id: incident.id }))!.revision } }
  })
  if (!found) return undefined
  const { there, now, may, incident } = found
  if (there) return there.author === caller.id && there.reason === reason && there.ref === ref ? false : refuse('glass.not-now')
  if (!may) return refuse('glass.not-now')
  const expiresAt = new Date(Date.parse(now) + hour - 1000).toISOString()
  await write(desk.register, desk.context, { action: `glass.break:${reason}`, object: incident ? `incident:${incident.id}` : `glass:${id}` }, async (transaction) => {
    if (incident) await appendShare(transaction, { id, incident: incident.id, organisation: caller.organisation!, way: 'taken', what: 'reasons', upTo: incident.revision, ground: 'emergency', expiresAt })
    await appendGlass(transaction, { id, reason, share: incident ? id : null, expiresAt })
  })
  return true
}

/** False when there is none. */
export async function stepGlass(desk: Desk, caller: CallerOf, id: Id, sent: GlassStepRequest): Promise<boolean> {
  const [glass] = await inNetwork(desk.register, desk.context, (transaction) => readGlasses(transaction, { glass: id }))
  if (!glass) return false
  const done = sent.act === 'end' ? glass.end?.author === caller.id : glass.review?.author === caller.id && glass.review.finding === sent.finding
  if (done) return true
  if (!mayOf(glass, caller).includes(sent.act)) return refuse('glass.not-now')
  const { share } = glass
  await write(desk.register, desk.context, { action: sent.act === 'end' ? 'glass.end' : `glass.review:${sent.finding}`, object: `glass:${id}` }, async (transaction) => {
    if (sent.act === 'end' && share !== null) await appendShareStep(transaction, share, 'end')
    await appendGlassStep(transaction, id, sent.act === 'end' ? null : sent.finding)
  })
  return true
}

/** Whether she may read many at once: nothing of hers runs, and nobody has said no to her reading in the last day. */
export async function mayBreakGlass(transaction: ReadTransaction, caller: CallerOf, now: string): Promise<boolean> {
  if (caller.role !== 'coordinator' && caller.role !== 'core-member') return false
  if (await runsGlass(transaction, caller.id)) return false
  return !(await readSessions(transaction)).some(({ author, purpose, steps }) => author === caller.id && purpose === 'reading'
    && steps.some(({ act, at }) => act === 'refuse' && Date.parse(at) > Date.parse(now) - day))
}

/** Whether the member has broken the glass to read many, and it is not over. */
export async function runsGlass(transaction: ReadTransaction, member: string): Promise<boolean> {
  return (await readGlasses(transaction, { author: member })).some(({ share, over }) => share === null && !over)
}

export async function listGlasses(transaction: ReadTransaction, caller: CallerOf, who: WhoActed, since: string): Promise<readonly GlassEntry[]> {
  const glasses = await readGlasses(transaction, { since })
  return Promise.all(glasses.map(async (glass) => {
    const { id, reason, share, ref, author, at, expiresAt, end, review, over } = glass
    return {
      id, reason: reason as GlassReason, what: share === null ? 'many' : 'incident', ref, by: who(author), at, expiresAt, state: review ? 'reviewed' : over ? 'over' : 'running', texts: await countOpened(transaction, glass),
      end: end && { at: end.at, by: who(end.author) }, review: review && { finding: review.finding, at: review.at, by: who(review.author) }, may: mayOf(glass, caller),
    }
  }))
}

/** While it ran; of an incident's, its texts alone. */
async function countOpened({ run, network }: ReadTransaction, { author, at, expiresAt, end, share, incident }: StoredGlass): Promise<number | null> {
  if (share !== null && incident === null) return null
  const [row] = await run(`select count(distinct object) as texts from lykta.audit where network_id = $1 and actor = $2 and action in ('text.read', 'note.read') and at >= $3 and at < $4
    and ($5::text is null or split_part(object, '/', 1) = $5)`, [network, author, at, end?.at ?? expiresAt, incident && `incident:${incident}`])
  return Number(row!['texts'])
}

function mayOf({ author, over, review, share, ref }: StoredGlass, caller: CallerOf): readonly GlassAct[] {
  // Of an opening, whoever sees it: either side, and the coordinator.
  if (!over) return share === null || ref !== null ? ['end'] : []
  return review === null && author !== caller.id ? ['review'] : []
}

function refuse(code: string): never {
  throw new ProblemError([problem(code)])
}
