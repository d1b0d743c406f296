// Sessions in which many sealed texts are read: asked for with a purpose, agreed to by another or a day old, begun, and logged as one act.
import { type Id, problem, ProblemError } from '@lykta/incident'
import {
  appendSession, appendSessionStep, findCurrentEpoch, inNetwork, readMembers, readRegisterTime, readSessions, readStaleKeys, type ReadTransaction, type StoredSession, write,
} from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import type { NewSessionRequest, SessionAct, SessionEntry, SessionsAnswer, SessionTextsAnswer, TextsPart } from '../api/sharing-types.ts'
import { listGlasses, mayBreakGlass } from './break-glass.ts'
import type { Desk } from './desk.ts'
import { inMinutes, mostTexts } from './reading-limit.ts'
import { findSecondPersons, findWhoMayAgree, type MayAgree } from './second-persons.ts'
import { handsOutMany, standingOf } from './session-state.ts'
import { countTexts, partsOf, readPart } from './session-texts.ts'
import { findActors, type WhoActed } from './who-acted.ts'

const shownFor = 400 * 24 * 3_600_000

export async function listSessions(desk: Desk, caller: CallerOf): Promise<SessionsAnswer> {
  const [who, mayAgree] = [await findActors(desk, caller), await findWhoMayAgree(desk)]
  const members = await inNetwork(desk.register, { network: desk.network.id, member: 'operator' }, readMembers)
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const [now, named] = [await readRegisterTime(transaction), await findSecondPersons(transaction)]
    const since = new Date(Date.parse(now) - shownFor).toISOString()
    return {
      sessions: (await readSessions(transaction, { since })).map((session) => entryOf(session, caller, who, mayAgree, now)),
      glasses: await listGlasses(transaction, caller, who, since),
      mayBreak: await mayBreakGlass(transaction, caller, now),
      limit: { texts: mostTexts, minutes: inMinutes },
      second: members.some((member) => member.active && mayAgree(member, caller.id)),
      secondPersons: caller.role === 'coordinator' ? named : [],
    }
  })
}

/** False when it was there before. Refuses another for the same purpose while one waits or runs. */
export async function askSession(desk: Desk, caller: CallerOf, { id, purpose }: NewSessionRequest): Promise<boolean> {
  const { sessions, now } = await inNetwork(desk.register, desk.context, async (transaction) => ({ sessions: await readSessions(transaction), now: await readRegisterTime(transaction) }))
  const there = sessions.find((session) => session.id === id)
  if (there) return there.author === caller.id && there.purpose === purpose ? false : refuse('session.not-now')
  if (sessions.some((session) => session.author === caller.id && session.purpose === purpose && ['waiting', 'ready', 'running'].includes(standingOf(session, now).state))) return refuse('session.stands')
  if (purpose === 're-sealing' && caller.role !== 'coordinator') return refuse('session.not-now')
  await write(desk.register, desk.context, { action: `session.ask:${purpose}`, object: `session:${id}` }, (transaction) => appendSession(transaction, { id, purpose }))
  return true
}

/** Undefined when there is none. What it opens is counted and told when it begins: from then on it is one act. */
export async function stepSession(desk: Desk, caller: CallerOf, id: Id, act: SessionAct): Promise<{ readonly author: string } | undefined> {
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const [session] = await readSessions(transaction, { session: id })
    return session && { session, now: await readRegisterTime(transaction), opens: act === 'begin' ? await extentOf(transaction, session) : { texts: 0, extent: {} } }
  })
  if (!found) return undefined
  const { session, now, opens: { texts, extent } } = found
  if (session.steps.some((step) => step.act === act && step.author === caller.id)) return { author: session.author }
  if (!mayOf(session, caller, await findWhoMayAgree(desk), now).includes(act)) return refuse('session.not-now')
  await write(desk.register, desk.context, { action: act === 'begin' ? `session.begin:${session.purpose}` : `session.${act}`, object: act === 'begin' ? `session:${id}/${texts}` : `session:${id}` },
    (transaction) => appendSessionStep(transaction, id, act === 'begin' ? { act, texts, extent } : { act }))
  return { author: session.author }
}

/** A page of what her running session opens, as it stood at its beginning; undefined for every other session. */
export async function readSessionTexts(desk: Desk, caller: CallerOf, id: Id, part: TextsPart, after: Id | null): Promise<SessionTextsAnswer | undefined> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const [session] = await readSessions(transaction, { session: id })
    if (session?.author !== caller.id || !handsOutMany(session.purpose) || !partsOf(session.purpose).includes(part) || standingOf(session, await readRegisterTime(transaction)).state !== 'running') return undefined
    const { position } = session.steps.find(({ act }) => act === 'begin')!
    return readPart(transaction, session.purpose, part, position, after)
  })
}

/** How many texts it opens, by organisation; of sealing anew, key files alone, and nobody's in particular. */
async function extentOf(transaction: ReadTransaction, { purpose }: StoredSession): ReturnType<typeof countTexts> {
  if (purpose !== 're-sealing') return countTexts(transaction, purpose)
  const current = await findCurrentEpoch(transaction)
  const stale = current ? await readStaleKeys(transaction, current.epoch, null, 1) : undefined
  const keys = stale ? stale.keys.length + stale.left : 0
  return { texts: keys, extent: stale ? { keys } : {} }
}

function mayOf(session: StoredSession, caller: CallerOf, mayAgree: MayAgree, now: string): readonly SessionAct[] {
  const { state } = standingOf(session, now)
  const own = session.author === caller.id
  if (state === 'running') return ['end']
  if (state !== 'waiting' && state !== 'ready') return []
  if (own) return [...(state === 'ready' ? ['begin'] as const : []), 'withdraw']
  return [...(state === 'waiting' && mayAgree({ id: caller.id, role: caller.role }, session.author) ? ['approve'] as const : []), 'refuse']
}

function entryOf(session: StoredSession, caller: CallerOf, who: WhoActed, mayAgree: MayAgree, now: string): SessionEntry {
  const { id, purpose, author, at, steps } = session
  return {
    id, purpose, by: who(author), at, ...standingOf(session, now), steps: steps.map((step) => ({ act: step.act, at: step.at, by: who(step.author) })),
    texts: steps.find(({ act }) => act === 'begin')?.texts ?? null, may: mayOf(session, caller, mayAgree, now),
  }
}

function refuse(code: string): never {
  throw new ProblemError([problem(code)])
}
