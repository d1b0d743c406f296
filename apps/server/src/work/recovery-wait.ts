// Two recovery sheets sign only seven days after it was announced to every member, and any member can stop it.
// The cryptography would let them sign at once: the wait is the program's, so that stolen sheets are noticed before they are used.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { inNetwork, type ReadTransaction, type Register, write } from '@lykta/register'
import { recoveryOf } from '@lykta/seal'
import type { RecoveryWait } from '../api/member-types.ts'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'

const day = 24 * 3_600_000
const waitDays = 7
/** After which it has to be announced anew. */
const openDays = 30

/** The program looks for itself: a reporter sees no audit lines but her own, and is to be told all the same. */
const program = (network: Id) => ({ network, member: 'operator' })

/** One that stands is not begun anew. */
export async function announceRecovery(desk: Desk): Promise<RecoveryWait> {
  const standing = await readWait(desk)
  if (standing) return standing
  const object = await inNetwork(desk.register, program(desk.network.id), (transaction) => findSheetsName(desk.register, transaction))
  if (object === undefined) throw new ProblemError([problem('log.none')])
  await write(desk.register, desk.context, { action: 'recovery.announce', object }, async () => {})
  return (await readWait(desk))!
}

/** Whoever stops it need not see whether one stands. */
export async function stopRecovery(desk: Desk): Promise<void> {
  await write(desk.register, desk.context, { action: 'recovery.stop', object: `network:${desk.network.id}` }, async () => {})
}

export async function readWait(desk: Desk): Promise<RecoveryWait | undefined> {
  return inNetwork(desk.register, program(desk.network.id), (transaction) => findWait(desk.register, transaction))
}

/**
 * Undefined when none was announced, or it was stopped, used, or left too long. It counts for the sheets that the log listed when it
 * was announced, and once: whoever has used it announces anew.
 */
export async function findWait(register: Register, transaction: ReadTransaction): Promise<RecoveryWait | undefined> {
  const [last] = await transaction.run(
    `select action, object, at from lykta.audit where network_id = $1 and at > $2 and action in ('recovery.announce', 'recovery.stop', 'recovery.use')
     order by position desc limit 1`, [transaction.network, new Date(Date.now() - (openDays + 1) * day)])
  if (last?.['action'] !== 'recovery.announce' || last['object'] !== (await findSheetsName(register, transaction))) return undefined
  const at = Date.parse(String(last['at']))
  const [from, until] = [at + waitDays * day, at + openDays * day]
  if (Date.now() > until) return undefined
  return { announcedAt: new Date(at).toISOString(), usableFrom: new Date(from).toISOString(), usableUntil: new Date(until).toISOString() }
}

export async function checkWait(register: Register, transaction: ReadTransaction): Promise<void> {
  const wait = await findWait(register, transaction)
  if (!wait) throw new ProblemError([problem('log.recovery-unannounced')])
  if (Date.now() < Date.parse(wait.usableFrom)) throw new ProblemError([problem('log.recovery-waits', { from: wait.usableFrom.slice(0, 10) })])
}

/** Of the sheets that the log lists; undefined without a log. */
async function findSheetsName(register: Register, transaction: ReadTransaction): Promise<string | undefined> {
  const membership = await findMembership(register, transaction)
  const recovery = membership && recoveryOf(membership)
  return recovery && `recovery:${recovery.verifyKey.slice(0, 32)}`
}
