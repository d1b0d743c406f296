// Two recovery sheets sign only seven days after it was announced to every member, and any member can stop it.
// The cryptography would let them sign at once: the wait is the program's, so that stolen sheets are noticed before they are used.
import { problem, ProblemError } from '@lykta/incident'
import { inNetwork, type ReadTransaction, write } from '@lykta/register'
import type { RecoveryWait } from '../api/member-types.ts'
import type { Desk } from './desk.ts'

const day = 24 * 3_600_000
const waitDays = 7
/** After which it has to be announced anew. */
const openDays = 30

/** One that stands is not begun anew. */
export async function announceRecovery(desk: Desk): Promise<RecoveryWait> {
  const standing = await inNetwork(desk.register, desk.context, findWait)
  if (standing) return standing
  await write(desk.register, desk.context, { action: 'recovery.announce', object: `network:${desk.network.id}` }, async () => {})
  return (await inNetwork(desk.register, desk.context, findWait))!
}

/** Whoever stops it need not see whether one stands. */
export async function stopRecovery(desk: Desk): Promise<void> {
  await write(desk.register, desk.context, { action: 'recovery.stop', object: `network:${desk.network.id}` }, async () => {})
}

/** Undefined when none was announced, or it was stopped, used, or left too long. */
export async function findWait(transaction: ReadTransaction): Promise<RecoveryWait | undefined> {
  const [last] = await transaction.run(
    `select action, at from lykta.audit where network_id = $1 and action in ('recovery.announce', 'recovery.stop', 'recovery.use')
     order by position desc limit 1`, [transaction.network])
  if (last?.['action'] !== 'recovery.announce') return undefined
  const at = Date.parse(String(last['at']))
  if (Date.now() > at + openDays * day) return undefined
  return { announcedAt: new Date(at).toISOString(), usableFrom: new Date(at + waitDays * day).toISOString() }
}

export async function checkWait(transaction: ReadTransaction): Promise<void> {
  const wait = await findWait(transaction)
  if (!wait) throw new ProblemError([problem('log.recovery-unannounced')])
  if (Date.now() < Date.parse(wait.usableFrom)) throw new ProblemError([problem('log.recovery-waits', { from: wait.usableFrom.slice(0, 10) })])
}
