// What waits to be sent: put here sealed before the first try, sent by one tab at a time, gone when the server has acknowledged it.
import type { OutboxAnswer, OutboxRequest } from '../../../../server/src/api/member-types.ts'
import type { ReceiptAnswer, WordedProblem } from '../../../../server/src/api/types.ts'
import { ask, FailureError } from '../../api/ask.ts'
import { readMembership } from '../kept/read-membership.ts'
import { findOwn, keepOwn, openStore, readWaiting, type Waiting } from '../kept/store.ts'
import { work } from '../sealing.ts'
import type { ToKeep } from '../send.ts'
import { fateOf, tooEarly } from './fate.ts'

/** Tells the other tabs that something was put in or taken out. */
const changes = new BroadcastChannel('day')
const listeners = new Set<() => void>()
changes.addEventListener('message', () => tellHere())

export function onOutboxChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tellHere(): void {
  for (const listener of listeners) listener()
}

function tell(): void {
  tellHere()
  changes.postMessage(null)
}

/** The key that requests are sealed to while they wait: fetched while there is a connection. False when there is none yet. */
export async function fetchParcelKey(): Promise<boolean> {
  try {
    await keepOwn('parcel', await ask<OutboxAnswer>('outbox'))
    return true
  } catch {
    return (await findOwn('parcel').catch(() => undefined)) !== undefined
  }
}

/**
 * Does the sending with the request kept beside it, sealed, and on the disk: a page that is closed or killed meanwhile
 * leaves it to the next. False when it could not be kept: nothing has been done then.
 */
export async function whileKept({ request, organisation, unlisted }: ToKeep, send: () => Promise<'done' | 'waits'>): Promise<boolean> {
  const parcel = await findOwn('parcel').catch(() => undefined)
  const file = parcel && (await work('pack', { ...request, organisation }, parcel.recipient).catch(() => undefined))
  if (file === undefined) return false
  return await navigator.locks.request(lockOf(request.id), async () => {
    if (!(await put({ id: request.id, file, unlisted, refused: null }))) return false
    if ((await send()) === 'done') await takeOut(request.id)
    return true
  })
}

async function put(waiting: Waiting): Promise<boolean> {
  try {
    const store = (await openStore()).transaction('outbox', 'readwrite', { durability: 'strict' })
    await Promise.all([store.store.put(waiting), store.done])
    tell()
    return true
  } catch {
    return false
  }
}

export async function takeOut(id: string): Promise<void> {
  await (await openStore()).delete('outbox', id)
  tell()
}

export type Flushed = {
  readonly arrived: readonly string[]
  /** Why it stopped: no answer, or the server no longer knows this browser; null when all was answered. */
  readonly stopped: 'silent' | 'unknown' | null
}

/** Sends what waits, each by one tab: what another has in hand is left to it. */
export async function flushOutbox(): Promise<Flushed> {
  const arrived: string[] = []
  for (const { id } of (await readWaiting()).filter(({ refused }) => refused === null)) {
    const outcome = await navigator.locks.request(lockOf(id), { ifAvailable: true }, (lock) => (lock ? sendWaiting(id) : null))
    if (outcome === null) continue
    if (typeof outcome === 'string') return { arrived, stopped: outcome }
    arrived.push(...outcome)
  }
  return { arrived, stopped: null }
}

async function sendWaiting(id: string): Promise<readonly string[] | 'silent' | 'unknown'> {
  // Another tab may have had it since the list was read.
  const waiting = await (await openStore()).get('outbox', id)
  if (!waiting) return []
  try {
    const position = waiting.unlisted === null ? null : await findListing()
    // Not yet, and no reason to hold up the others.
    if (position === undefined) return []
    const sent: OutboxRequest = { id, file: waiting.file, position }
    const { ref } = await ask<ReceiptAnswer>('outbox', { method: 'POST', body: sent })
    await takeOut(id)
    return [ref]
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    const fate = fateOf(error.failure)
    if (fate === 'unknown' || fate === 'silent') return fate
    // Only time helps, and the device is told: the text cannot be opened here and written anew.
    if (fate === 'later' && error.failure.problems.some(({ code }) => code === tooEarly)) await put({ ...waiting, early: true })
    if (fate === 'refused') await put({ ...waiting, refused: error.failure.problems.map(({ text }: WordedProblem) => text) })
    return []
  }
}

/** The log's entry that lists this device; undefined while there is none. */
async function findListing(): Promise<number | undefined> {
  const device = await findOwn('device')
  const log = device && (await readMembership(device))
  if (!log || !('membership' in log)) return undefined
  return log.membership.holders.find(({ id, until }) => id === device.id && until === null)?.from
}

function lockOf(id: string): string {
  return `day-${id}`
}
