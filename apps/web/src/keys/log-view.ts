// What a page may know of the membership log: all of it is public, and none of it stands before the log has been verified.
import type { Id } from '@lykta/incident'
import {
  epochAt, headOf, headWords, holdersAt, isRotationDue, recoveryOf,
  type KeyHolder, type LogFinding, type LogHead, type Membership, type RecoverySubject,
} from '@lykta/seal'

export type LogView = {
  readonly network: Id
  /** Hash of the first line: what invitations and sheets pin. */
  readonly genesis: string
  readonly head: LogHead
  /** Eight words: two members who hear the same have been shown the same log. */
  readonly headWords: readonly string[]
  /** Members and devices that are listed now. */
  readonly holders: readonly KeyHolder[]
  /** To which texts are sealed now. */
  readonly epoch: { readonly epoch: number; readonly recipient: string }
  /** Earlier epochs have keys that the server made. */
  readonly firstEpoch: number
  readonly recovery: RecoverySubject
  /** Somebody who could read has gone, and the key has not been changed since. */
  readonly rotationDue: boolean
}

/** `log` is null when anything was found: then nothing is believed, sealed or signed. */
export type LogOutcome = { readonly log: LogView; readonly findings: readonly [] } | { readonly log: null; readonly findings: readonly LogFinding[] }

export function viewOf(membership: Membership): LogView {
  const [epoch, recovery] = [epochAt(membership), recoveryOf(membership)]
  if (!epoch || !recovery) throw new Error('viewOf: a log begins with an epoch and a recovery')
  const head = headOf(membership)
  return {
    network: membership.network,
    genesis: membership.hashes[0] ?? '',
    head,
    headWords: headWords(head),
    holders: holdersAt(membership),
    epoch: { epoch: epoch.epoch, recipient: epoch.recipient },
    firstEpoch: membership.epochs[0]?.epoch ?? epoch.epoch,
    recovery,
    rotationDue: isRotationDue(membership),
  }
}
