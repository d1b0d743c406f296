// The tables of meetings, of yearly answers and of effort as the query builder knows them (tables.ts has the others).
import type { CivilDate, Id } from '@lykta/incident'
import type { Instant, Positions, Stamp } from './tables.ts'

/** The two circles that meet: the core group, and the large network with it. */
export type Circle = 'core' | 'network'

export type MeetingRow = {
  readonly network_id: Id
  readonly meeting_id: Id
  readonly circle: Circle
  readonly from_position: Stamp
}

export type MeetingRevisionRow = Positions & {
  readonly network_id: Id
  readonly meeting_id: Id
  readonly circle: Circle
  readonly revision: number
  readonly held_on: CivilDate
  readonly begins: string
  readonly ends: string
  readonly state: 'planned' | 'held' | 'cancelled'
  /** JSON. */
  readonly agenda: string
  /** JSON. */
  readonly attendance: string | null
  readonly author: string
  readonly created_at: Instant
}

export type MeetingItemRow = Positions & {
  readonly network_id: Id
  readonly item_id: Id
  readonly revision: number
  readonly meeting_id: Id
  readonly circle: Circle
  readonly kind: 'situation' | 'decision' | 'action'
  readonly organisation_id: Id | null
  readonly state: 'told' | 'nothing' | 'stands' | 'withdrawn' | 'open' | 'done' | 'dropped'
  readonly due_on: CivilDate | null
  readonly settled_on: CivilDate | null
  readonly line: number | null
  readonly text_id: Id | null
  readonly text_hash: Buffer | null
  readonly author: string
  readonly created_at: Instant
}

export type MeetingTextRow = {
  readonly network_id: Id
  readonly text_id: Id
  readonly meeting_id: Id
  readonly circle: Circle
  readonly kind: MeetingItemRow['kind']
  readonly item_id: Id
  readonly revision: number
  readonly organisation_id: Id | null
  readonly previous: Buffer | null
  readonly epoch: number
  readonly log_position: number | null
  readonly author: string
  readonly created_at: Instant
  readonly body: Buffer
}

/** One row a text, deleted to erase it. */
export type MeetingKeyRow = {
  readonly network_id: Id
  readonly text_id: Id
  readonly circle: Circle
  readonly author: string
  readonly epoch: number
  readonly key: Buffer
}

export type YearlyAnswerRow = Positions & {
  readonly network_id: Id
  readonly organisation_id: Id
  readonly year: number
  readonly subject: 'begging' | 'labour' | 'crime'
  readonly revision: number
  readonly answer: 'seen' | 'not-seen' | 'not-looked'
  readonly author: string
  readonly created_at: Instant
}

export type EffortRow = Positions & {
  readonly network_id: Id
  readonly effort_id: Id
  readonly revision: number
  readonly organisation_id: Id
  readonly kind: 'training' | 'outreach'
  readonly month: string
  readonly times: number
  readonly people: number | null
  readonly withdrawn: boolean
  readonly author: string
  readonly created_at: Instant
}
