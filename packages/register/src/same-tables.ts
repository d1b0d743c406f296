// The tables of what is the same, and of the views that members keep, as the query builder knows them.
import type { Degree, Id } from '@lykta/incident'
import type { Instant, Positions } from './tables.ts'

/** An incident (entry −1) or a group of its persons. */
export type SameLinkRow = Positions & {
  readonly network_id: Id
  readonly incident_id: Id
  readonly entry: number
  readonly revision: number
  readonly cluster_id: Id | null
  readonly degree: Degree | null
  readonly groups: number | null
  readonly author: string
  readonly created_at: Instant
}

export type SameRefusalRow = Positions & {
  readonly network_id: Id
  readonly first_id: Id
  readonly first_entry: number
  readonly second_id: Id
  readonly second_entry: number
  readonly revision: number
  readonly withdrawn: boolean
  readonly author: string
  readonly created_at: Instant
}

/** No part of the record: a member's own, in codes. */
export type SavedViewRow = {
  readonly network_id: Id
  readonly member_id: string
  readonly view_id: Id
  /** JSON. */
  readonly content: string
  readonly created_at: Instant
}
