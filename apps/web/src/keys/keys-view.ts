// What a page sees of the keys: open or locked, the verified log, and what is wrong with one's own entry in it.
import type { Id } from '@lykta/incident'
import type { LogFinding, OwnKeysFinding } from '@lykta/seal'
import type { LockReason } from './lock-clock.ts'
import type { LogView } from './log-view.ts'
import type { Pinned } from './pinned.ts'

export type KeysOwner = { readonly network: Id; readonly member: Id }

export type KeysView = {
  readonly state: 'locked' | 'unlocked'
  /** Why they were locked; null before the first unlock. */
  readonly lockedBy: LockReason | null
  /** Null before it was fetched, and while `findings` say what is wrong with it. */
  readonly log: LogView | null
  readonly findings: readonly LogFinding[]
  /** Of an unlocked member: the log lists no keys of hers (she waits to be admitted), or others (an alarm). */
  readonly own: readonly OwnKeysFinding[]
  /** Of one's own grants, those that do not hold. */
  readonly refusedGrants: readonly { readonly epoch: number; readonly codes: readonly string[] }[]
  readonly pinnedFrom: Pinned['from'] | null
  /** The unlock dialog is wanted. */
  readonly asking: boolean
}

export const nothingOpen: KeysView = { state: 'locked', lockedBy: null, log: null, findings: [], own: [], refusedGrants: [], pinnedFrom: null, asking: false }
