// The incidents and events that periods may count, one by one: for what their answers do not say, such as how far they were followed up.
import type { CivilDate, Id, StoredIncident } from '@lykta/incident'
import { spanOf } from '../count/collected.ts'
import { joinedOf } from '../count/collected-incidents.ts'
import type { CountInput, CountOptions } from '../count/memory.ts'

export type CollectedEvent = {
  /** One, or all reports of an event that several made. */
  readonly incidents: readonly Id[]
  /** That reported it, each once. */
  readonly organisations: readonly Id[]
  /** The days on which it may have been, or on which it was reported. */
  readonly from: CivilDate
  readonly to: CivilDate
}

/** `standing`: exactly what `countInMemory` counts as incidents, in whatever period holds both ends of its date. */
export function collectedEvents(
  input: Pick<CountInput, 'incidents' | 'links'>, { collection, basis }: Pick<CountOptions, 'collection' | 'basis'>,
): { readonly standing: readonly CollectedEvent[]; readonly withdrawn: readonly CollectedEvent[] } {
  const event = (reports: readonly StoredIncident[], answers: StoredIncident['answers']): readonly CollectedEvent[] => {
    const span = spanOf(answers, basis)
    return span.to < collection.from ? [] : [{ ...span, incidents: reports.map(({ id }) => id), organisations: [...new Set(reports.map((report) => report.answers.reportedBy))] }]
  }
  const { plain, joined } = joinedOf(input, { basis, collection })
  const alone = (withdrawn: boolean): readonly CollectedEvent[] => plain.filter((incident) => incident.withdrawn === withdrawn).flatMap((incident) => event([incident], incident.answers))
  return { standing: [...alone(false), ...joined.flatMap(({ reports, answers }) => event(reports, answers))], withdrawn: alone(true) }
}
