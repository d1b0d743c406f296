// One entry of the membership log: who may read, write and admit others, in exactly one spelling.
import { canonicalText, type Id } from '@lykta/incident'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { sha256Hex } from '../content-hash.ts'
import { findJson, hasShape, isHash, isId, isPositive, isRecipient, isSignature, isTime, orNull, record, type Check } from '../shape.ts'

/** Roles that hold keys. Readers and operators have none, and the log does not know them. */
export type KeyRole = 'reporter' | 'core-member' | 'coordinator'

export type MemberSubject = {
  readonly member: Id
  readonly role: KeyRole
  readonly organisation: Id
  /** Null for a reporter who only writes. */
  readonly recipient: string | null
  readonly verifyKey: string
}
/** May write for its organisation, and never read. */
export type DeviceSubject = { readonly device: Id; readonly organisation: Id; readonly verifyKey: string }
export type EpochSubject = { readonly epoch: number; readonly recipient: string }
/** The coordinator's role goes from one organisation to another: all coordinators of `from` are core members from then on, or removed. */
export type HandOverSubject = { readonly from: Id; readonly to: Id; readonly former: 'core-member' | 'removed' }
/** The public halves of the network's recovery key. */
export type RecoverySubject = { readonly recipient: string; readonly verifyKey: string }

export type Change =
  /** The epoch is 1, or the next one after epochs whose keys were made on the server. */
  | { readonly type: 'genesis'; readonly subject: { readonly founder: MemberSubject; readonly epoch: EpochSubject; readonly recovery: RecoverySubject } }
  /** Of someone new, or new keys or another role for someone who is listed. */
  | { readonly type: 'add'; readonly subject: MemberSubject }
  | { readonly type: 'device'; readonly subject: DeviceSubject }
  /** A member or a device. */
  | { readonly type: 'remove'; readonly subject: { readonly id: Id } }
  | { readonly type: 'rotate'; readonly subject: EpochSubject }
  | { readonly type: 'recovery'; readonly subject: RecoverySubject }
  /** Signed by a coordinator of the one organisation, and approved by one of the other. */
  | { readonly type: 'hand-over'; readonly subject: HandOverSubject }

export type Entry = Change & {
  readonly v: 1
  readonly network: Id
  /** From 1, without gaps. */
  readonly seq: number
  /** A coordinator, the leaving member herself, or `recoverySigner`. */
  readonly signer: string
  /** The second coordinator, where two are needed. */
  readonly approver: Id | null
  /** `entryHash` of the line before; null in the first. */
  readonly previous: string | null
  readonly createdAt: string
}

export type SignedEntry = {
  readonly entry: Entry
  readonly signature: string
  /** The approver's, over the same bytes; null where there is none, and until it has been given. */
  readonly approval: string | null
}

/** The signer's name when two recovery sheets have been put together. */
export const recoverySigner = 'recovery'

const isVerifyKey = isHash
const recovery: Check = (value) => hasShape(value, { recipient: isRecipient, verifyKey: isVerifyKey })
const epoch: Check = (value) => hasShape(value, { epoch: isPositive, recipient: isRecipient })
const member: Check = (value) =>
  hasShape(value, {
    member: isId,
    role: (role) => role === 'reporter' || role === 'core-member' || role === 'coordinator',
    organisation: isId,
    recipient: orNull(isRecipient),
    verifyKey: isVerifyKey,
  }) &&
  // Who may read needs a key to read with.
  (record(value)['role'] === 'reporter' || record(value)['recipient'] !== null)

const subjects: Readonly<Record<Change['type'], Check>> = {
  genesis: (value) => hasShape(value, { founder: member, epoch, recovery }),
  add: member,
  device: (value) => hasShape(value, { device: isId, organisation: isId, verifyKey: isVerifyKey }),
  remove: (value) => hasShape(value, { id: isId }),
  rotate: epoch,
  recovery,
  'hand-over': (value) =>
    hasShape(value, { from: isId, to: isId, former: (former) => former === 'core-member' || former === 'removed' }) && record(value)['from'] !== record(value)['to'],
}

const fields: Readonly<Record<keyof Entry, Check>> = {
  v: (value) => value === 1,
  network: isId,
  seq: isPositive,
  type: (value) => typeof value === 'string' && Object.hasOwn(subjects, value),
  subject: (value) => typeof value === 'object',
  signer: (value) => isId(value) || value === recoverySigner,
  approver: orNull(isId),
  previous: orNull(isHash),
  createdAt: isTime,
}

/** The line as it is stored and hashed: RFC 8785 text of entry, signature and approval. */
export function renderEntry(signed: SignedEntry): string {
  return canonicalText(signed)
}

/** Undefined for anything but the one spelling of an entry that is sound in itself. */
export function findEntry(line: string): SignedEntry | undefined {
  const { entry, signature, approval } = record(findJson(utf8ToBytes(line)))
  if (!isEntry(entry) || !isSignatureText(signature) || !isApproval(approval)) return undefined
  const signed = { entry, signature, approval }
  // Equal text leaves no second spelling, and no further member.
  return renderEntry(signed) === line ? signed : undefined
}

/** What the next entry names as its previous, and what members and sheets pin: SHA-256 of the line in UTF-8. */
export function entryHash(line: string): string {
  return sha256Hex(utf8ToBytes(line))
}

export function isEntry(value: unknown): value is Entry {
  if (!hasShape(value, fields)) return false
  const { type, subject } = record(value)
  return subjects[type as Change['type']](subject)
}

function isSignatureText(value: unknown): value is string {
  return isSignature(value)
}

function isApproval(value: unknown): value is string | null {
  return orNull(isSignature)(value)
}
