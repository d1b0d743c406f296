// How a session of reading stands, by the database's clock.
import { type ReadingPurpose, readRegisterTime, readSessions, type ReadTransaction, type StoredSession } from '@lykta/register'
import type { SessionEntry } from '../api/sharing-types.ts'

const hour = 3_600_000
/** From its beginning on. Sealing anew takes as long as somebody's computer needs. */
const runsFor: Readonly<Record<ReadingPurpose, number>> = { reading: hour, search: hour, 'annual-report': 2 * hour, export: hour, 're-sealing': 4 * hour }
/** As the database has them (migration 012). */
const waits = 24 * hour
const lapses = 8 * 24 * hour

export type Standing = Pick<SessionEntry, 'state' | 'readyAt' | 'endsAt'>

export function standingOf({ purpose, at, steps }: StoredSession, now: string): Standing {
  const step = (act: string) => steps.find((one) => one.act === act)
  const [time, asked, begin] = [Date.parse(now), Date.parse(at), step('begin')]
  const endsAt = begin ? new Date(Date.parse(begin.at) + runsFor[purpose]).toISOString() : null
  const state = step('refuse') ? 'refused' : step('withdraw') ? 'withdrawn'
    : begin ? (step('end') || time >= Date.parse(endsAt!) ? 'ended' : 'running')
    : step('end') ? 'ended' : time >= asked + lapses ? 'lapsed'
    : step('approve') || time >= asked + waits ? 'ready' : 'waiting'
  return { state, readyAt: new Date(asked + waits).toISOString(), endsAt }
}

export async function isRunning(transaction: ReadTransaction, session: StoredSession): Promise<boolean> {
  return standingOf(session, await readRegisterTime(transaction)).state === 'running'
}

/** Whether its texts are handed out by the page; in a session for reading each is opened, and logged, by itself. */
export function handsOutMany(purpose: ReadingPurpose): boolean {
  return purpose === 'search' || purpose === 'annual-report' || purpose === 'export'
}

/** A running session of the member's for the purpose: what needs one (an export, sealing anew) asks for it here. */
export async function findRunningSession(transaction: ReadTransaction, member: string, purpose: ReadingPurpose): Promise<StoredSession | undefined> {
  const now = await readRegisterTime(transaction)
  return (await readSessions(transaction)).find((session) => session.author === member && session.purpose === purpose && standingOf(session, now).state === 'running')
}
