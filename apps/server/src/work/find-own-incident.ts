// An incident by its reference, when it is the caller's: her organisation's, what she entered herself, or any, as her role has it.
import type { Id } from '@lykta/incident'
import { findIncident, findReference, type ReadTransaction } from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import { changingScope, covers, type Scope } from '../access/scope.ts'

export type OwnIncidentRow = {
  readonly id: Id
  /** Who wrote its first revision. */
  readonly author: string
  readonly organisation: Id
}

/** Undefined alike for one that is not there, and one outside the scope; without another, what she may change. */
export async function findOwnIncident(transaction: ReadTransaction, caller: CallerOf, text: string, scope: Scope = changingScope(caller)): Promise<OwnIncidentRow | undefined> {
  const ref = findReference(text)
  const incident = ref === undefined ? undefined : await findIncident(transaction, { ref })
  if (!incident) return undefined
  const [row] = await transaction.run(
    'select entered_by as author, organisation_id as organisation from lykta.incident where network_id = $1 and incident_id = $2', [transaction.network, incident.id])
  const [author, organisation] = [String(row?.['author']), String(row?.['organisation'])]
  return covers(scope, caller, { reportedBy: organisation, author }) ? { id: incident.id, author, organisation } : undefined
}
