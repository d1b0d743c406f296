// What a verified membership log says: who held which keys from which entry to which, and which epochs there were.
import type { Id } from '@lykta/incident'
import type { EpochSubject, KeyRole, RecoverySubject } from './entry.ts'

/** One member or device with one pair of keys; new keys or another role make another one. */
export type KeyHolder = {
  readonly id: Id
  readonly role: KeyRole | 'device'
  readonly organisation: Id
  /** Null where nothing may be read: devices, and reporters who only write. */
  readonly recipient: string | null
  readonly verifyKey: string
  /** The entry that listed it. */
  readonly from: number
  /** The entry that ended it, from which on it no longer counts; null while it stands. */
  readonly until: number | null
}

export type Membership = {
  readonly network: Id
  /** `entryHash` of each entry, in order; its length is the log's. */
  readonly hashes: readonly string[]
  readonly holders: readonly KeyHolder[]
  readonly epochs: readonly (EpochSubject & { readonly from: number })[]
  readonly recoveries: readonly (RecoverySubject & { readonly from: number })[]
  /** The organisations that have had the coordinator's role, the founder's first, each from an entry on. */
  readonly controllers: readonly { readonly organisation: Id; readonly from: number }[]
}

/** What a client keeps of the log that it saw last, and never goes behind. */
export type LogHead = { readonly seq: number; readonly hash: string }

export function headOf({ hashes }: Membership): LogHead {
  return { seq: hashes.length, hash: hashes[hashes.length - 1] ?? '' }
}

/** Those listed when the log ended at that entry; as it stands now, without one. */
export function holdersAt({ holders, hashes }: Membership, position = hashes.length): readonly KeyHolder[] {
  return holders.filter(({ from, until }) => from <= position && (until === null || until > position))
}

export function findHolder(membership: Membership, id: string, position?: number): KeyHolder | undefined {
  return holdersAt(membership, position).find((holder) => holder.id === id)
}

export function coordinatorsOf(membership: Membership): readonly KeyHolder[] {
  return holdersAt(membership).filter(({ role }) => role === 'coordinator')
}

/** Whoever may hold an epoch's identity. */
export function readersOf(membership: Membership): readonly (KeyHolder & { readonly recipient: string })[] {
  return holdersAt(membership).flatMap((holder) => {
    const { role, recipient } = holder
    return (role === 'coordinator' || role === 'core-member') && recipient !== null ? [{ ...holder, recipient }] : []
  })
}

/** The epoch to which was sealed when the log ended at that entry; as it stands now, without one. */
export function epochAt({ epochs, hashes }: Membership, position = hashes.length): (EpochSubject & { readonly from: number }) | undefined {
  return epochs.findLast(({ from }) => from <= position)
}

export function recoveryOf({ recoveries }: Membership): RecoverySubject | undefined {
  return recoveries[recoveries.length - 1]
}

/** True when somebody who could read was removed, or lost that right, and no epoch has been made since. */
export function isRotationDue(membership: Membership): boolean {
  const since = epochAt(membership)?.from ?? 0
  const readers = new Set(readersOf(membership).map(({ recipient }) => recipient))
  return membership.holders.some(({ role, recipient, until }) =>
    until !== null && until > since && (role === 'coordinator' || role === 'core-member') && recipient !== null && !readers.has(recipient))
}
