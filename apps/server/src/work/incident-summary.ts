// An incident as it stands in lists.
import { type StoredIncident, sumQuantities } from '@lykta/incident'
import type { IncidentSummary } from '../api/types.ts'

export function summaryOf({ ref, externalRef, revision, withdrawn, answers }: StoredIncident, { sealed, diary }: { readonly sealed: boolean; readonly diary: string | null }): IncidentSummary {
  const { occurred, reportedOn, reportedBy, external, placeType, area, exploitation, policeContacted, persons } = answers
  return {
    ref, diary, externalRef, revision, withdrawn, occurred, reportedOn, reportedBy, external, placeType, area, exploitation, policeContacted, sealed,
    persons: persons.length === 0 ? null : sumQuantities(persons.map((group) => group.count)),
  }
}
