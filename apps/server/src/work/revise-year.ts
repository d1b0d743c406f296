// Whether a printed year may be printed anew, before anything is protected: something must have changed, and no number of late reports may tell of a few.
import { mayTellLate, type Policy } from '@lykta/disclosure'
import { problem, ProblemError } from '@lykta/incident'
import { inNetwork } from '@lykta/register'
import type { RevisedYears } from '@lykta/statistics'
import type { Desk } from './desk.ts'
import type { FoundLate } from './late-reports.ts'

/**
 * Of the incidents that enter, those that an edition told of as late are known in number, and so are the others then, and those
 * that stay late: each of the three must be nobody's, or enough. Refuses (`ProblemError`) what says nothing new and what says too much.
 */
export async function checkRevision(desk: Desk, year: number, revised: RevisedYears, late: FoundLate | undefined, policy: Policy, publicThreshold: number): Promise<void> {
  const { entering, leaving } = revised.steps.at(-1)!
  if (entering.counted.length + leaving.counted.length === 0) throw new ProblemError([problem('editions.nothing-changed', { year })])
  if (!late || late.toldBefore.size === 0) return
  const entered = entering.counted.map(({ incident }) => incident)
  const told = entered.filter((incident) => late.toldBefore.has(incident))
  const parts = [told, entered.filter((incident) => !late.toldBefore.has(incident)), [...late.toldBefore].filter((incident) => !told.includes(incident))]
  for (const part of parts) {
    if (part.length === 0) continue
    const shares = [...(await reportersOf(desk, part)).values()]
    const waiting = { count: part.length, atLeast: false, incidents: part.length, organisations: shares.length, largest: Math.max(...shares) }
    if (!mayTellLate({ period: late.reports.period, told: 0, waiting, publicThreshold }, policy)) throw new ProblemError([problem('editions.revision-refused', { year })])
  }
}

/** How many of the incidents each organisation reported. */
async function reportersOf(desk: Desk, incidents: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await inNetwork(desk.register, desk.context, ({ run }) => run(
    'select organisation_id as organisation, count(distinct incident_id)::integer as incidents from lykta.incident_fact where network_id = $1 and incident_id = any($2::uuid[]) group by 1',
    [desk.network.id, incidents],
  ))
  return new Map(rows.map((row) => [row['organisation'] as string, Number(row['incidents'])]))
}
