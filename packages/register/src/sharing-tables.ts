// Rows of what is opened to other organisations, and of sessions in which many texts are read (migrations 012 and 021).
import type { Id } from '@lykta/incident'
import type { Instant, Stamp } from './tables.ts'

export type ShareRow = {
  readonly network_id: Id
  readonly share_id: Id
  readonly incident_id: Id
  readonly organisation_id: Id
  readonly way: 'opened' | 'told' | 'taken'
  readonly what: 'written' | 'reasons' | 'follow-up'
  readonly up_to: number
  readonly ground: string
  readonly expires_at: Instant | null
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type ShareStepRow = {
  readonly network_id: Id
  readonly share_id: Id
  readonly seq: number
  readonly act: 'accept' | 'decline' | 'end'
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type ReadingSessionRow = {
  readonly network_id: Id
  readonly session_id: Id
  readonly purpose: 'reading' | 'search' | 'annual-report' | 'export' | 're-sealing'
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type ReadingStepRow = {
  readonly network_id: Id
  readonly session_id: Id
  readonly act: 'approve' | 'refuse' | 'withdraw' | 'begin' | 'end'
  readonly texts: number | null
  /** JSON. */
  readonly extent: string | null
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type BreakGlassRow = {
  readonly network_id: Id
  readonly glass_id: Id
  readonly reason: string
  readonly share_id: Id | null
  readonly expires_at: Instant
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type BreakGlassStepRow = {
  readonly network_id: Id
  readonly glass_id: Id
  readonly act: 'end' | 'review'
  readonly finding: 'justified' | 'not-justified' | null
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}
