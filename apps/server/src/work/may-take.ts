// Whether the caller could open an incident to her own organisation where waiting would put somebody in danger: it is another's, and she reads.
import type { CallerOf } from '../access/caller.ts'
import type { OwnIncidentRow } from './find-own-incident.ts'

export function mayTake({ role, organisation }: CallerOf, incident: OwnIncidentRow): boolean {
  return role === 'core-member' && organisation !== null && organisation !== incident.organisation
}
