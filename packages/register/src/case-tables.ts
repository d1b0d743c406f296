// The tables of cases as the query builder knows them (tables.ts has the others).
import type { CaseAct, Id } from '@lykta/incident'
import type { Instant, Stamp } from './tables.ts'

export type CaseFileRow = {
  readonly network_id: Id
  readonly case_id: Id
  readonly ref: string
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type CaseEventRow = {
  readonly network_id: Id
  readonly case_id: Id
  readonly seq: number
  readonly event_id: Id
  readonly kind: CaseAct['kind']
  /** RFC 8785 text. */
  readonly content: string
  readonly incident_id: Id | null
  readonly incident_seq: number | null
  readonly sealed_hash: Buffer | null
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type CaseNoteRow = {
  readonly network_id: Id
  readonly note_id: Id
  readonly case_id: Id
  readonly epoch: number
  readonly log_position: number | null
  readonly body: Buffer
}

export type CaseNoteKeyRow = {
  readonly network_id: Id
  readonly note_id: Id
  readonly case_id: Id
  readonly epoch: number
  readonly key: Buffer
}
