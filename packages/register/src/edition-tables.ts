// Rows of editions in the making (migrations 005, 008 and the one of discarding).
import type { Id } from '@lykta/incident'
import type { ColumnType } from 'kysely'
import type { Instant, Stamp } from './tables.ts'

/** Of a draft that was thrown away: the hash of what stood here, which lykta.discard_draft alone sets. */
type Erased = ColumnType<Buffer | null, never, never>

export type EditionProtocolRow = {
  readonly network_id: Id
  readonly entry_id: Id
  /** JSON. */
  readonly protocol: string
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type EditionDraftRow = {
  readonly network_id: Id
  readonly draft_id: Id
  readonly year: number
  readonly audience: 'core' | 'network' | 'public'
  readonly revises: Id | null
  readonly as_of: number
  readonly head: string
  readonly ledger_length: number
  readonly policy: string
  /** JSON. */
  readonly prose: string
  readonly digest: string
  /** JSON. */
  readonly content: string
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
  readonly erased_hash: Erased
}

export type DraftProtocolRow = {
  readonly network_id: Id
  readonly draft_id: Id
  /** JSON. */
  readonly protocol: string
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
  readonly erased_hash: Erased
}

export type EditionOverrideRow = {
  readonly network_id: Id
  readonly draft_id: Id
  readonly rule: 'organisations' | 'merge'
  readonly subject: string
  readonly reason: string
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
  readonly erased_hash: Erased
}

export type EditionStepRow = {
  readonly network_id: Id
  readonly draft_id: Id
  readonly seq: number
  readonly act: 'ask' | 'approve' | 'refuse' | 'withdraw' | 'discard'
  readonly digest: string
  readonly release_at: Instant | null
  readonly reason: string | null
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type EditionFileRow = {
  readonly network_id: Id
  readonly draft_id: Id
  readonly form: 'draft' | 'final'
  readonly path: string
  readonly bytes: Buffer
  readonly author: string
  readonly from_position: Stamp
  readonly erased_hash: Erased
}
