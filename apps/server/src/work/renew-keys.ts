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
    if (left + keys.length > mostTexts && (await needsSession(transaction, desk.context.member))) return { keys: [], left: left + keys.length, next: null, needsSession: true }
    return {
      keys: keys.map(({ sealedId, epoch, key }) => ({ sealedId, epoch, key: textOf(key) })),
      left: left + keys.length,
      next: keys.length === keysAPage ? keys.at(-1)!.sealedId : null,
      needsSession: false,
    }
  })
}

/**
 * More than a few key files are handed out in a session that another has agreed to. What `lykta init` sealed is taken over without: whoever
 * has its passphrase reads all of it at the server's machine, and there is nobody else yet to ask.
 */
async function needsSession(transaction: ReadTransaction, member: string): Promise<boolean> {
  const [row] = await transaction.run('select min(epoch) as epoch from lykta.sealed_key where network_id = $1', [transaction.network])
  if ((await findEpoch(transaction, Number(row?.['epoch'])))?.madeOn === 'server') return false
  return (await findRunningSession(transaction, member, 're-sealing')) === undefined
}

/** How many are left. Refuses files that are none, and those of another epoch than the current one; what was erased meanwhile stays so. */
export async function renewKeys(desk: Desk, sent: readonly SealedKeyFile[]): Promise<number> {
  const { value } = await write(desk.register, desk.context, { action: 'keys.renew', object: `keys:${sent.length}` }, async (transaction) => {
    const current = await findCurrentEpoch(transaction)
    const keys = sent.map(({ sealedId, epoch, key }) => ({ sealedId, epoch, key: bytesOf(key) }))
    if (!current || keys.some(({ epoch, key }) => epoch !== current.epoch || !isKeyFile(key))) throw new ProblemError([problem('keys.renewed-unfit')])
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
