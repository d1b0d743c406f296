// Opens one sealed reason with the passphrase, on the machine that asks; the reading is logged before it is answered.
import { problem, ProblemError } from '@lykta/incident'
import { findEpoch, findIncident, findReference, findSealedText, inNetwork, readGrants, write } from '@lykta/register'
import { type Finding, openText, recipientOf, unwrapIdentity } from '@lykta/seal'
import type { Desk } from './desk.ts'

export type ReadReason = {
  readonly text: string
  readonly signed: boolean
  /** What does not agree between the text and its row; empty when all does. */
  readonly findings: readonly Finding[]
}

/** `ref`: the register's own reference, or the one it was imported under. */
export async function readReason(desk: Desk, ref: string, askPassphrase: () => Promise<string>): Promise<ReadReason> {
  const { sealed, incident } = await inNetwork(desk.register, desk.context, async (transaction) => {
    const own = findReference(ref)
    const found = (own === undefined ? undefined : await findIncident(transaction, { ref: own })) ?? (await findIncident(transaction, { externalRef: ref.trim() }))
    if (!found) throw new ProblemError([problem('work.incident-unknown')])
    return { incident: found.id, sealed: await findSealedText(transaction, found.id) }
  })
  if (!sealed) throw new ProblemError([problem('work.no-reason')])
  if (!sealed.key) throw new ProblemError([problem('work.reason-erased')])
  const identity = await unlockEpoch(desk, sealed.key.epoch, await askPassphrase())
  await write(desk.register, desk.context, { action: 'reason.read', object: `incident:${incident}` }, async () => {})
  const { text, signed, findings } = await openText({ body: sealed.body, key: sealed.key.key, identity, expected: sealed.context })
  return { text, signed, findings }
}

/**
 * The epoch's identity; refuses a wrong passphrase, and a public key that does not belong to it: whoever put one of
 * their own in the database could read everything that is sealed from then on.
 */
export async function unlockEpoch(desk: Desk, epoch: number, passphrase: string): Promise<string> {
  const { grants, known } = await inNetwork(desk.register, desk.context, async (transaction) =>
    ({ grants: await readGrants(transaction, 'passphrase'), known: await findEpoch(transaction, epoch) }))
  const grant = grants.find((one) => one.epoch === epoch)
  if (!grant) throw new ProblemError([problem('work.keys-missing')])
  const identity = await unwrapIdentity(grant.wrapped, passphrase)
  if ((await recipientOf(identity)) !== known?.recipient) throw new ProblemError([problem('work.key-exchanged')])
  return identity
}
