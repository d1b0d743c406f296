// Which organisations can follow a case: being made responsible opens nothing to anybody, and whoever plans should know.
import type { Id } from '@lykta/incident'
import { readShares, type ReadTransaction } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { CaseReach } from '../../api/case-types.ts'

export type ReachOptions = {
  /** That belong to the case now. */
  readonly incidents: readonly Id[]
  /** Organisations with anybody in the core group, and those of the coordinators, who follow every case. */
  readonly core: readonly Id[]
  readonly coordinators: readonly Id[]
}

/** As `lykta.may_follow_case` says it of whoever asks. Null where nobody signs in. */
export async function readReach(transaction: ReadTransaction, caller: CallerOf, { incidents, core, coordinators }: ReachOptions): Promise<CaseReach | null> {
  if (caller.state === 'local') return null
  const rows = await transaction.run('select organisation_id from lykta.incident where network_id = $1 and incident_id = any($2)', [transaction.network, [...incidents]])
  const owners = new Set(rows.map((row) => row['organisation_id'] as Id))
  // To whom else an incident is open is told to its own organisation and to coordinators.
  if (caller.role !== 'coordinator' && [...owners].some((owner) => owner !== caller.organisation)) return { core, following: null }
  const opened = new Set<Id>()
  for (const incident of incidents) {
    for (const { organisation, what, open } of await readShares(transaction, { incident })) if (open && what === 'follow-up') opened.add(organisation)
  }
  return { core, following: core.filter((one) => coordinators.includes(one) || owners.has(one) || opened.has(one)) }
}
