// Key files that a rotation left in an earlier epoch: handed out to be rewrapped, put back, and the old grants' end.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { deleteGrants, type Epoch, findCurrentEpoch, findEpoch, inNetwork, readKeyEpochs, readStaleKeys, replaceSealedKeys, type ReadTransaction, write, type WriteTransaction } from '@lykta/register'
import { isKeyFile } from '@lykta/seal'
import type { SealedKeyFile, SealedKeyPage } from '../api/member-types.ts'
import { bytesOf, textOf } from './base64url.ts'
import type { Desk } from './desk.ts'
import { mostTexts } from './reading-limit.ts'
import { findRunningSession } from './session-state.ts'

export const keysAPage = 200

/** How long what a device sealed before a rotation may be under way; as long as a backup's keys are kept. */
const lateDays = 35

export async function readKeyPage(desk: Desk, after: Id | null): Promise<SealedKeyPage> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const current = await findCurrentEpoch(transaction)
    if (!current) return { keys: [], left: 0, next: null, needsSession: false }
    const { keys, left } = await readStaleKeys(transaction, current.epoch, after, keysAPage)
    if (await needsSession(transaction, desk.context.member, current.epoch, left + keys.length)) return { keys: [], left: left + keys.length, next: null, needsSession: true }
    return {
      keys: keys.map(({ sealedId, epoch, key }) => ({ sealedId, epoch, key: textOf(key) })),
      left: left + keys.length,
      next: keys.length === keysAPage ? keys.at(-1)!.sealedId : null,
      needsSession: false,
    }
  })
}

/**
 * More than a few key files are handed out, and taken back, in a session that another has agreed to; so are those of what is held, since nobody but
 * its readers can tell whether a file opens anything. What `lykta init` sealed is taken over without: whoever
 * has its passphrase reads all of it at the server's machine, and there is nobody else yet to ask.
 */
async function needsSession(transaction: ReadTransaction, member: string, current: number, stale: number): Promise<boolean> {
  if (stale === 0 || (stale <= mostTexts && !(await isAnyHeld(transaction, current)))) return false
  const [row] = await transaction.run('select min(epoch) as epoch from lykta.sealed_key where network_id = $1', [transaction.network])
  if ((await findEpoch(transaction, Number(row?.['epoch'])))?.madeOn === 'server') return false
  return (await findRunningSession(transaction, member, 're-sealing')) === undefined
}

/** Of what has a key file of an earlier epoch yet. */
async function isAnyHeld({ run, network }: ReadTransaction, current: number): Promise<boolean> {
  const [row] = await run(`select exists (select from (
      select 'incident:' || b.incident_id as object from lykta.sealed_key k join lykta.sealed_body b using (network_id, sealed_id) where k.network_id = $1 and k.epoch < $2
      union all select 'case:' || k.case_id from lykta.case_note_key k where k.network_id = $1 and k.epoch < $2
      union all select 'meeting:' || t.meeting_id from lykta.meeting_key k join lykta.meeting_text t using (network_id, text_id) where k.network_id = $1 and k.epoch < $2
    ) stale where object = any((select lykta.held_objects())::text[])) as held`, [network, current])
  return row?.['held'] === true
}

/** How many are left. Refuses files that are none, and those of another epoch than the current one; what was erased meanwhile stays so. */
export async function renewKeys(desk: Desk, sent: readonly SealedKeyFile[]): Promise<number> {
  const { value } = await write(desk.register, desk.context, { action: 'keys.renew', object: `keys:${sent.length}` }, async (transaction) => {
    const current = await findCurrentEpoch(transaction)
    const keys = sent.map(({ sealedId, epoch, key }) => ({ sealedId, epoch, key: bytesOf(key) }))
    if (!current || keys.some(({ epoch, key }) => epoch !== current.epoch || !isKeyFile(key))) throw new ProblemError([problem('keys.renewed-unfit')])
    const { keys: [old], left: others } = await readStaleKeys(transaction, current.epoch, null, 1)
    if (await needsSession(transaction, desk.context.member, current.epoch, others + (old ? 1 : 0))) throw new ProblemError([problem('keys.needs-session')])
    await replaceSealedKeys(transaction, keys)
    await dropOldGrants(transaction)
    const { keys: [one], left } = await readStaleKeys(transaction, current.epoch, null, 1)
    return left + (one ? 1 : 0)
  })
  return value
}

/**
 * Grants of earlier epochs that open nothing any more. They stay while a key file is left, and while a text may still arrive
 * that was sealed before the rotation, on a device that was offline: nobody could ever read it.
 */
export async function dropOldGrants(transaction: WriteTransaction): Promise<void> {
  const current = await findCurrentEpoch(transaction)
  if (!current) return
  let least = Math.min(current.epoch, ...(await readKeyEpochs(transaction)))
  // Before there were members nothing waited on a device: what `lykta init` showed opens nothing once the last file has gone on.
  if ((await findEpoch(transaction, least))?.madeOn === 'browser') await deleteGrants(transaction, { holder: 'passphrase' })
  while (least > 1 && mayArriveLate(await findEpoch(transaction, least))) least -= 1
  await deleteGrants(transaction, { beforeEpoch: least })
}

/** Whether a text of an epoch that was replaced by this one is still taken. */
export function mayArriveLate(next: Epoch | undefined): boolean {
  return next !== undefined && Date.now() - Date.parse(next.createdAt) < lateDays * 24 * 3_600_000
}
