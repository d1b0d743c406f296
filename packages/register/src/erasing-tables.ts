// The tables of erasing as the query builder knows them (migration 016; tables.ts has the others).
import type { CivilDate, Id } from '@lykta/incident'
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
