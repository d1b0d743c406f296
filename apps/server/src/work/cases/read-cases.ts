// Cases as lists show them: where each stands, what comes next, and since when nobody has written anything.
import { type CaseState, chainLine, type ChainStep, type CivilDate, foldCase, type Id, type StoredIncident } from '@lykta/incident'
import { readCases, readDiaryNumbers, readIncidentsByIds, readOpenCaseIds, type ReadTransaction, type StoredCase } from '@lykta/register'
import type { CaseIncident, CaseSummary } from '../../api/case-types.ts'
import { readChain } from '../network-settings.ts'

/** What a case is made of, for whatever is to be shown of it. */
export type ReadCase = {
  readonly stored: StoredCase
  readonly state: CaseState
  readonly incidents: readonly StoredIncident[]
  readonly summary: CaseSummary
}

/** Of the cases that the caller may see: those with these ids, or, without them, the open ones. The order is that in which they were opened. */
export async function readCaseSummaries(transaction: ReadTransaction, today: CivilDate, cases?: readonly Id[]): Promise<readonly CaseSummary[]> {
  return (await readWholeCases(transaction, today, cases)).map(({ summary }) => summary)
}

export async function readWholeCases(transaction: ReadTransaction, today: CivilDate, cases?: readonly Id[]): Promise<readonly ReadCase[]> {
  const stored = await readCases(transaction, cases ?? (await readOpenCaseIds(transaction)))
  const folded = stored.map((one) => ({ stored: one, state: foldCase(one.events) }))
  const ids = folded.flatMap(({ state }) => state.incidents)
  const [steps, incidents, spoken, numbers] = [await readChain(transaction), await readIncidentsByIds(transaction, ids), await readLastSaid(transaction, ids), await readDiaryNumbers(transaction, ids)]
  return folded.map(({ stored, state }) => {
    const own = state.incidents.flatMap((id) => incidents.get(id) ?? [])
    return { stored, state, incidents: own, summary: summaryOf({ stored, state, incidents: own, steps, today, spoken, numbers }) }
  })
}

type Made = Omit<ReadCase, 'summary'> & { readonly steps: readonly ChainStep[]; readonly today: CivilDate; readonly spoken: ReadonlyMap<Id, string>; readonly numbers: ReadonlyMap<Id, string> }

function summaryOf({ stored: { id, ref }, state, incidents, steps, today, spoken, numbers }: Made): CaseSummary {
  const { closed, openedAt, plan, lastAt } = state
  const due = plan?.due ?? null
  return {
    id, ref, closed, openedAt,
    incidents: incidents.map((incident) => incidentOf(incident, numbers.get(incident.id) ?? null)),
    chain: chainLine(steps, state, incidents.filter(({ withdrawn }) => !withdrawn).map(({ answers }) => answers)),
    next: plan && { step: plan.step, organisation: plan.organisation, due, remind: plan.remind },
    responsible: plan?.organisation ?? null,
    due,
    overdue: closed === null && due !== null && due < today,
    silentSince: state.incidents.reduce((latest, one) => { const said = spoken.get(one); return said !== undefined && said > latest ? said : latest }, lastAt),
  }
}

function incidentOf({ id, ref, withdrawn, answers }: StoredIncident, diary: string | null): CaseIncident {
  return {
    id, ref, diary, withdrawn, reportedBy: answers.reportedBy, reportedOn: answers.reportedOn, exploitation: answers.exploitation, placeType: answers.placeType,
    policeReports: answers.policeReports,
  }
}

/** When the last correction or message of each was written; that it was reported is no follow-up. */
async function readLastSaid({ run, network }: ReadTransaction, incidents: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const rows = await run(`select incident_id, max(at) as at from (
      select incident_id, created_at as at from lykta.revision where network_id = $1 and incident_id = any($2) and number > 1 and from_position is not null
      union all select incident_id, created_at from lykta.message where network_id = $1 and incident_id = any($2) and from_position is not null) said group by 1`, [network, [...incidents]])
  return new Map(rows.map((row) => [row['incident_id'] as Id, row['at'] as string]))
}
