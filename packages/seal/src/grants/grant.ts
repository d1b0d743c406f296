// A grant: an epoch's identity for one member, or for the network's recovery, signed by the coordinator who gives it.
import { canonicalText, type Id } from '@lykta/incident'
import { sealToRecipient } from '../age-file.ts'
import { recipientOf } from '../identity.ts'
import { recoverySigner } from '../membership/entry.ts'
import { epochAt, headOf, readersOf, recoveryOf, type LogHead, type Membership } from '../membership/membership.ts'
import { hasShape, isHash, isId, isName, isPositive, isTime, type Check } from '../shape.ts'
import { signValue, type Signer } from '../signing.ts'

/** What is signed, and encrypted to whoever it is for. */
export type Grant = {
  readonly v: 1
  readonly network: Id
  readonly epoch: number
  /** The member's id, or `recoverySigner`. */
  readonly holder: string
  /** The epoch's. */
  readonly identity: string
  readonly grantor: Id
  /** The log as the grantor had verified it: whoever was shown another one finds out when she opens this. */
  readonly log: LogHead
  readonly createdAt: string
}

export type StoredGrant = { readonly epoch: number; readonly holder: string; readonly file: Uint8Array }

export type Granting = {
  readonly membership: Membership
  readonly epoch: number
  readonly identity: string
  readonly signer: Signer
  readonly createdAt: string
}

const log: Check = (value) => hasShape(value, { seq: isPositive, hash: isHash })
const checks: Readonly<Record<keyof Grant, Check>> = {
  v: (value) => value === 1,
  network: isId,
  epoch: isPositive,
  holder: (value) => isId(value) || value === recoverySigner,
  identity: isName,
  grantor: isId,
  log,
  createdAt: isTime,
}

export function isGrant(value: unknown): value is Grant {
  return hasShape(value, checks)
}

/** An age file for one holder. Members read what they are granted, so the holder must be listed as one who may read. */
export async function makeGrant(holder: string, { membership, epoch, identity, signer, createdAt }: Granting): Promise<StoredGrant> {
  const recipient = holder === recoverySigner ? recoveryOf(membership)?.recipient : readersOf(membership).find(({ id }) => id === holder)?.recipient
  if (recipient === undefined) throw new Error('makeGrant: the holder may not read')
  if ((await recipientOf(identity)) !== membership.epochs.find((one) => one.epoch === epoch)?.recipient) {
    throw new Error('makeGrant: the identity is not that epoch\'s')
  }
  const { network } = membership
  const grant: Grant = { v: 1, network, epoch, holder, identity, grantor: signer.id, log: headOf(membership), createdAt }
  if (!isGrant(grant)) throw new Error('makeGrant: the grant has no valid shape')
  const plaintext = canonicalText({ grant, signature: await signValue(signer, 'grant', grant) })
  return { epoch, holder, file: await sealToRecipient(plaintext, recipient) }
}

/** For everyone who may read, and for the recovery. */
export async function makeGrants(granting: Granting): Promise<readonly StoredGrant[]> {
  const grants: StoredGrant[] = []
  for (const holder of [...readersOf(granting.membership).map(({ id }) => id), recoverySigner]) grants.push(await makeGrant(holder, granting))
  return grants
}

/** The recipient that texts are sealed to now: from the log, never from the server's word. */
export function currentRecipient(membership: Membership): { readonly epoch: number; readonly recipient: string } {
  const current = epochAt(membership)
  if (!current) throw new Error('currentRecipient: the log has no epoch')
  return { epoch: current.epoch, recipient: current.recipient }
}
