// An incident by its reference, when it is the caller's to change: her organisation's, what she entered herself, or any of a coordinator.
import type { Id } from '@lykta/incident'
import { findIncident, findReference, type ReadTransaction } from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import { changingScope, covers } from '../access/scope.ts'

export type OwnIncidentRow = {
  readonly id: Id
  /** Who wrote its first revision. */
  readonly author: string
  readonly organisation: Id
}

/** Undefined alike for one that is not there, and one of somebody else. */
export async function findOwnIncident(transaction: ReadTransaction, caller: CallerOf, text: string): Promise<OwnIncidentRow | undefined> {
  const ref = findReference(text)
  const incident = ref === undefined ? undefined : await findIncident(transaction, { ref })
  if (!incident) return undefined
  const [row] = await transaction.run(
    'select entered_by as author, organisation_id as organisation from lykta.incident where network_id = $1 and incident_id = $2', [transaction.network, incident.id])
  const [author, organisation] = [String(row?.['author']), String(row?.['organisation'])]
  return covers(changingScope(caller), caller, { reportedBy: organisation, author }) ? { id: incident.id, author, organisation } : undefined
}
