// Whether a printed year may be printed anew, before anything is protected: something must have changed, and no number of late reports may tell of a few.
import { mayTellLate, type Policy } from '@lykta/disclosure'
import { problem, ProblemError } from '@lykta/incident'
import { inNetwork } from '@lykta/register'
import type { LateReport, RevisedYears } from '@lykta/statistics'
import { cellOfEvents } from './cell-of-events.ts'
import type { Desk } from './desk.ts'
import type { FoundLate } from './late-reports.ts'

/**
 * Of the incidents that enter, those that an edition told of as late are known in number, and so are the others then, and those
 * that stay late: each of the three must be nobody's, or enough. Reports of one event are one. Refuses (`ProblemError`) what says nothing new and what says too much.
 */
export async function checkRevision(desk: Desk, year: number, revised: RevisedYears, late: FoundLate | undefined, policy: Policy, publicThreshold: number): Promise<void> {
  const { entering, leaving } = revised.steps.at(-1)!
  if (entering.counted.length + leaving.counted.length === 0) throw new ProblemError([problem('editions.nothing-changed', { year })])
  if (!late || late.toldBefore.size === 0) return
  const entered = await reportsOf(desk, entering.counted.map(({ incident }) => incident), late.events)
  const toldEvents = new Set(entered.flatMap(({ incident, event }) => (late.toldBefore.has(incident) ? [event] : [])))
  const parts = [entered.filter(({ event }) => toldEvents.has(event)), entered.filter(({ event }) => !toldEvents.has(event)), await stayLate(desk, late, entered)]
  for (const part of parts) {
    if (part.length === 0) continue
    if (!mayTellLate({ period: late.reports.period, told: 0, waiting: cellOfEvents(part), publicThreshold }, policy)) throw new ProblemError([problem('editions.revision-refused', { year })])
  }
}

/** Those that were told of and do not enter, with every report of their events; what is late no more, being withdrawn, by itself. */
async function stayLate(desk: Desk, { toldBefore, late }: FoundLate, entered: readonly LateReport[]): Promise<readonly LateReport[]> {
  const enters = new Set(entered.map(({ incident }) => incident))
  const stay = [...toldBefore].filter((incident) => !enters.has(incident))
  const known = new Map(late.map(({ incident, event }) => [incident, event]))
  const events = new Set(stay.flatMap((incident) => known.get(incident) ?? []))
  return [...late.filter(({ event }) => events.has(event)), ...(await reportsOf(desk, stay.filter((incident) => !known.has(incident)), new Map()))]
}

/** The incidents as reports of their events, by every organisation that one was ever entered for. */
async function reportsOf(desk: Desk, incidents: readonly string[], events: ReadonlyMap<string, string>): Promise<readonly LateReport[]> {
  const rows = await inNetwork(desk.register, desk.context, ({ run }) => run(
    'select distinct incident_id as incident, organisation_id as organisation from lykta.incident_fact where network_id = $1 and incident_id = any($2::uuid[])',
    [desk.network.id, incidents],
  ))
  return rows.map((row) => {
    const incident = row['incident'] as string
    return { incident, organisation: row['organisation'] as string, event: events.get(incident) ?? incident }
  })
}
