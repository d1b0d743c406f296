// The tables of a network that an authority runs, and of the log of breaches, as the query builder knows them (tables.ts has the others).
import type { CivilDate, Id } from '@lykta/incident'
import type { ColumnType } from 'kysely'
import type { Instant, Positions, Stamp } from './tables.ts'

/** Written by lykta.number_incidents alone. */
export type DiaryNumberRow = {
  readonly network_id: Id
  readonly incident_id: Id
  readonly year: ColumnType<number, never, never>
  readonly serial: ColumnType<number, never, never>
  readonly name: ColumnType<string, never, never>
  readonly came_at: ColumnType<number, never, never>
  readonly created_at: ColumnType<Instant, never, never>
  readonly from_position: Stamp
}

export type ExtractDecisionRow = {
  readonly network_id: Id
  readonly extract_id: Id
  readonly incident_id: Id
  readonly revision: number
  readonly outcome: 'whole' | 'partly' | 'refused'
  readonly decided_on: CivilDate
  /** JSON. */
  readonly content: string
  readonly author: string
  readonly created_at: Instant
  readonly from_position: Stamp
}

export type WeedingDecisionRow = Positions & {
  readonly network_id: Id
  readonly decision_id: Id
  readonly revision: number
  readonly reference: string
  readonly decided_on: CivilDate
  /** JSON. */
  readonly classes: string
  readonly withdrawn: boolean
  readonly author: string
  readonly created_at: Instant
}

export type BreachRow = Positions & {
  readonly network_id: Id
  readonly breach_id: Id
  readonly revision: number
  /** JSON. */
  readonly content: string
  readonly text_id: Id | null
  readonly text_hash: Buffer | null
  readonly author: string
  readonly created_at: Instant
}

export type BreachTextRow = {
  readonly network_id: Id
  readonly text_id: Id
  readonly breach_id: Id
  readonly revision: number
  readonly previous: Buffer | null
  readonly epoch: number
  readonly log_position: number | null
  readonly author: string
  readonly created_at: Instant
  readonly body: Buffer
}

/** One row a text, deleted to erase it. */
export type BreachKeyRow = {
  readonly network_id: Id
  readonly text_id: Id
  readonly epoch: number
  readonly key: Buffer
}
