// How far each incident was followed up, what was withdrawn or held to be unfounded, and how long the steps took: what a situation report counts of cases.
import { chainLine, type ChainStep, type CivilDate, foldCase, type Id, stepsOn, type StoredIncident } from '@lykta/incident'
import { linksOf, readAllCaseIds, readCases, readSame, readState, type ReadTransaction } from '@lykta/register'
import { type Chained, type Collection, type CollectedEvent, collectedEvents, furthestStep, nestedSteps, type TimedCase, unfoundedCode } from '@lykta/statistics'
import { readChain } from '../network-settings.ts'

export type Followed = {
  /** That are taken on the day, in the chain's order. */
  readonly steps: readonly ChainStep[]
  /** All that is collected; the code is the furthest of `steps`, or `unfoundedCode`. */
  readonly standing: readonly Chained[]
  readonly withdrawn: readonly Chained[]
  /** Cases that hold an incident that stands and are not unfounded. */
  readonly cases: readonly (TimedCase & { /** The day on which the first was reported. */ readonly since: CivilDate })[]
}

type Known = { readonly furthest: string | null; readonly isUnfounded: boolean }

/** As of the position: exactly the incidents that are counted there. */
export async function readFollowed(transaction: ReadTransaction, { position, collection }: { readonly position: number; readonly collection: Collection }): Promise<Followed> {
  const { incidents } = await readState(transaction, position)
  const links = linksOf(await readSame(transaction, position))
  const steps = stepsOn(collection.to, await readChain(transaction))
  const byId = new Map(incidents.map((incident) => [incident.id, incident]))
  const known = new Map<Id, Known>()
  const cases = (await readCases(transaction, await readAllCaseIds(transaction))).flatMap(({ events }): Followed['cases'] => {
    const state = foldCase(events)
    const own = state.incidents.flatMap((id) => byId.get(id) ?? []).filter(({ withdrawn }) => !withdrawn)
    const isUnfounded = state.closed?.reason === 'unfounded'
    const line = chainLine(steps, state, own.map(({ answers }) => answers))
    for (const { id } of own) known.set(id, { furthest: furthestStep(steps, line), isUnfounded })
    return isUnfounded || own.length === 0 ? [] : [{ organisations: [...new Set(own.map(({ answers }) => answers.reportedBy))], line, since: own.map(({ answers }) => answers.reportedOn).sort()[0]! }]
  })
  const events = collectedEvents({ incidents, links }, { collection, basis: 'occurred' })
  return {
    steps, cases,
    standing: events.standing.map((event) => chained(event, codeOf(steps, event.incidents.map((id) => known.get(id) ?? alone(steps, byId.get(id)!))))),
    withdrawn: events.withdrawn.map((event) => chained(event, 'withdrawn')),
  }
}

/** In no case: its own answers alone. */
function alone(steps: readonly ChainStep[], { answers }: StoredIncident): Known {
  return { furthest: furthestStep(steps, chainLine(steps, { steps: [] }, [answers])), isUnfounded: false }
}

/** Of several reports the one that came furthest; unfounded only if all are. Nobody reports what is not known. */
function codeOf(steps: readonly ChainStep[], reports: readonly Known[]): string {
  if (reports.every(({ isUnfounded }) => isUnfounded)) return unfoundedCode
  const order = nestedSteps(steps)
  return order[Math.max(0, ...reports.map(({ furthest }) => (furthest === null ? 0 : order.indexOf(furthest))))]!
}

const chained = ({ organisations, from, to }: CollectedEvent, code: string): Chained => ({ organisations, from, to, code })
