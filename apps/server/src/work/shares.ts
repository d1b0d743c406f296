// Opening an incident's sealed part to another organisation: by whom, to whom, on which ground; answered there; ended by either side.
import { type Id, type LegalGroundCode, problem, ProblemError } from '@lykta/incident'
import {
  appendShare, appendShareStep, findIncident, inNetwork, readRegisterTime, readShares, type ReadTransaction, type StoredShare, write,
} from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import { coversSharing, readingScope } from '../access/scope.ts'
import type { IncidentSharesAnswer, NewShareRequest, ShareAct, ShareEntry } from '../api/sharing-types.ts'
import type { Desk } from './desk.ts'
import { findOwnIncident } from './find-own-incident.ts'
import { findReaders } from './find-readers.ts'
import { mayTake } from './may-take.ts'
import { findActors, type WhoActed } from './who-acted.ts'

export async function listShares(desk: Desk, caller: CallerOf): Promise<readonly ShareEntry[]> {
  const who = await findActors(desk, caller)
  return inNetwork(desk.register, desk.context, async (transaction) => (await readShares(transaction)).map(await entryMaker(transaction, caller, who)))
}

/** Undefined when there is no such incident. */
export async function readIncidentShares(desk: Desk, caller: CallerOf, ref: string): Promise<IncidentSharesAnswer | undefined> {
  const [who, readers] = [await findActors(desk, caller), await findReaders(desk)]
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const incident = await findOwnIncident(transaction, caller, ref, readingScope(caller))
    if (!incident) return undefined
    const shares = (await readShares(transaction, { incident: incident.id })).map(await entryMaker(transaction, caller, who))
    return {
      shares, mayOpen: coversSharing(caller, incident.organisation), mayTake: mayTake(caller, incident) && !shares.some((share) => share.state === 'open' && share.organisation === caller.organisation),
      readers: readers.filter((one) => one !== incident.organisation),
    }
  })
}

export type Opened = { readonly organisation: Id; readonly stored: boolean }

/** Undefined when there is no such incident, or not for the caller to open. Refuses what stands already, and whom nobody could read for. */
export async function openShare(desk: Desk, caller: CallerOf, ref: string, sent: NewShareRequest): Promise<Opened | undefined> {
  const { id, organisation, way, what, ground } = sent
  const readers = await findReaders(desk)
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const incident = await findOwnIncident(transaction, caller, ref, readingScope(caller))
    if (!incident || !coversSharing(caller, incident.organisation)) return undefined
    const current = await findIncident(transaction, { id: incident.id })
    const members = await transaction.run('select from lykta.organisation where network_id = $1 and organisation_id = $2 and until_position is null and (left_on is null or left_on >= current_date)', [transaction.network, organisation])
    return { incident, revision: current!.revision, shares: await readShares(transaction, { incident: incident.id }), isMember: members.length > 0 }
  })
  if (!found) return undefined
  const { incident, shares } = found
  const there = shares.find((share) => share.id === id)
  // Sent again after a broken connection, it is there once.
  if (there) return isSame(there, sent) ? { organisation, stored: false } : refuse('share.not-now')
  if (organisation === incident.organisation || !found.isMember) return refuse('share.unfit')
  if (way === 'opened' && !readers.includes(organisation)) return refuse('share.nobody-reads')
  if (way !== 'told' && shares.some((share) => share.organisation === organisation && isStanding(share) && wideness.indexOf(share.what) >= wideness.indexOf(what))) return refuse('share.stands')
  await write(desk.register, desk.context, { action: `share.${acts[way]}:${ground}`, object: `incident:${incident.id}` }, (transaction) =>
    appendShare(transaction, { id, incident: incident.id, organisation, way, what, upTo: found.revision, ground, expiresAt: null }))
  return { organisation, stored: true }
}

export type Answered = { readonly author: string; readonly giver: Id | null; readonly organisation: Id }

/** Undefined when there is no such share for the caller. */
export async function stepShare(desk: Desk, caller: CallerOf, id: Id, act: ShareAct): Promise<Answered | undefined> {
  const [share] = await inNetwork(desk.register, desk.context, (transaction) => readShares(transaction, { share: id }))
  if (!share) return undefined
  const { author, organisation, reportedBy } = share
  if (share.steps.some((step) => step.act === act && step.author === caller.id)) return { author, organisation, giver: reportedBy }
  if (!mayOf(caller, share).includes(act)) return refuse('share.not-now')
  await write(desk.register, desk.context, { action: `share.${act}`, object: `share:${id}` }, (transaction) => appendShareStep(transaction, id, act))
  return { author, organisation, giver: reportedBy }
}

const acts = { opened: 'open', told: 'tell' } as const
const wideness = ['written', 'reasons', 'follow-up']

function mayOf(caller: CallerOf, share: StoredShare): readonly ShareAct[] {
  if (share.steps.some(({ act }) => act !== 'accept')) return []
  const isReceiver = caller.organisation !== null && caller.organisation === share.organisation
  if (share.way === 'opened' && share.steps.length === 0) {
    return [...(isReceiver ? ['accept', 'decline'] as const : []), ...(coversSharing(caller, share.reportedBy) ? ['end'] as const : [])]
  }
  return share.open && (isReceiver || coversSharing(caller, share.reportedBy)) ? ['end'] : []
}

/** Open, or waiting to be answered. */
function isStanding({ open, way, steps }: StoredShare): boolean {
  return open || (way === 'opened' && steps.length === 0)
}

function isSame(there: StoredShare, { organisation, way, what, ground }: NewShareRequest): boolean {
  return there.organisation === organisation && there.way === way && there.what === what && there.ground === ground
}

async function entryMaker(transaction: ReadTransaction, caller: CallerOf, who: WhoActed): Promise<(share: StoredShare) => ShareEntry> {
  const now = await readRegisterTime(transaction)
  return (share) => {
    const { id, ref, reportedBy, organisation, way, what, ground, at, author, expiresAt, steps, open } = share
    const [answer, end] = [steps.find(({ act }) => act !== 'end'), steps.find(({ act }) => act === 'end')]
    return {
      id, ref, reportedBy, organisation, way, what, ground: ground as LegalGroundCode, at, by: who(author), expiresAt,
      answer: answer ? { act: answer.act as 'accept' | 'decline', at: answer.at, by: who(answer.author) } : null,
      end: end ? { at: end.at, by: who(end.author) } : null,
      state: end ? 'ended' : answer?.act === 'decline' ? 'declined' : way === 'told' ? 'told' : open ? 'open' : expiresAt !== null && expiresAt <= now ? 'expired' : 'waiting',
      may: mayOf(caller, share),
    }
  }
}

function refuse(code: string): never {
  throw new ProblemError([problem(code)])
}
