// The tables of erasing as the query builder knows them (migrations 016 and 017; tables.ts has the others).
import type { CivilDate, CoarseLevel, Id, RetentionClass } from '@lykta/incident'
import type { Instant, Stamp } from './tables.ts'

export type ErasureRow = {
  readonly network_id: Id
  readonly text_id: Id
  readonly class: 'narrative' | 'note' | 'situation'
  readonly cause: 'due' | 'request' | 'order' | 'mistake'
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type LegalHoldRow = {
  readonly network_id: Id
  readonly subject_id: Id
  readonly seq: number
  readonly subject: 'incident' | 'case' | 'meeting'
  readonly reason: 'investigation' | 'supervision' | 'dispute'
  readonly ends_on: CivilDate
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type WeedingRow = {
  readonly network_id: Id
  readonly weeding_id: Id
  readonly class: Exclude<RetentionClass, 'publication'>
  readonly cause: ErasureRow['cause']
  readonly subjects: number
  readonly parts: number
  readonly decision: string | null
  readonly digest: Buffer | null
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type CoarseningRow = {
  readonly network_id: Id
  readonly incident_id: Id
  readonly revision: number
  readonly level: CoarseLevel
  readonly answers_hash: Buffer
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type HoldRequestRow = {
  readonly network_id: Id
  readonly request_id: Id
  readonly act: 'place' | 'lift'
  readonly subject_id: Id
  readonly subject: LegalHoldRow['subject']
  readonly reason: LegalHoldRow['reason']
  readonly ends_on: CivilDate
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type HoldAnswerRow = {
  readonly network_id: Id
  readonly request_id: Id
  readonly act: 'agree' | 'refuse' | 'withdraw'
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}
