// What the coordinator has linked: an incident to others of the same event, or a group of persons to others that are the same.
import type { Id } from '../incident.ts'

/** How sure the coordinator is. Both count as the same; a figure says how many of its links are only probable. */
export const degrees = ['certain', 'probable'] as const
export type Degree = (typeof degrees)[number]

/** One member of a cluster: those that share a cluster are the same, without anybody being named. */
export type SameLink = {
  readonly incident: Id
  /** 0-based place of the group among the incident's persons; null when it is the incident that is linked. */
  readonly entry: number | null
  readonly cluster: Id
  readonly degree: Degree
  /** How many groups the incident had when the link was made: with another number the place may be another's, and the link rests. Null for incidents. */
  readonly groups: number | null
}
