// Where a case stands in the response chain: each step that was reached, when, and how long it took from the one before.
import { daysBetween } from '../days-between.ts'
import type { CivilDate } from '../civil-date.ts'
import type { Id, Incident } from '../incident.ts'
import type { CaseState } from './fold-case.ts'
import { type ChainStep, inChainOrder, type StepMeaning } from './chain-step.ts'

export type ReachedStep = {
  readonly step: string
  readonly kind: ChainStep['kind']
  /** The first day on which it was; null when nobody knows. */
  readonly on: CivilDate | null
  readonly organisation: Id | null
  /** 'event': written down in the case; 'answers': an incident's own answers say so. */
  readonly source: 'event' | 'answers'
  /** Days since the last step before it that has a day; null where one of the two has none. */
  readonly days: number | null
}

export type ChainLine = {
  /** In the chain's order. */
  readonly reached: readonly ReachedStep[]
  /** Steps that were tried and not reached so far. */
  readonly tried: readonly string[]
  /** The furthest step: an end where there is one, the latest written down of several. Null before the first. */
  readonly stands: string | null
}

/** `incidents`: the answers of those that belong to the case and are not withdrawn. */
export function chainLine(steps: readonly ChainStep[], state: Pick<CaseState, 'steps'>, incidents: readonly Incident[]): ChainLine {
  const order = inChainOrder(steps)
  // How it ended is the case's own to say, once it has said so.
  const hasOwnEnd = order.some(({ id, kind }) => kind === 'end' && state.steps.some(({ act }) => act.step === id && act.outcome === 'reached'))
  const found = order.flatMap((step): readonly Omit<ReachedStep, 'days'>[] => {
    const events = state.steps.filter(({ act }) => act.step === step.id && act.outcome === 'reached')
    if (events.length > 0) {
      const [first] = events.toSorted((a, b) => (a.act.on ?? '9999') < (b.act.on ?? '9999') ? -1 : 1)
      return [{ step: step.id, kind: step.kind, on: first!.act.on, organisation: first!.act.organisation, source: 'event' as const }]
    }
    const said = step.means === null || (step.kind === 'end' && hasOwnEnd) ? undefined : saidOf(step.means, incidents)
    return said ? [{ step: step.id, kind: step.kind, ...said, source: 'answers' as const }] : []
  })
  const reached = found.map((one, at) => ({ ...one, days: daysSince(found.slice(0, at), one.on) }))
  const ends = reached.filter(({ kind }) => kind === 'end')
  // Of two ends the later counts: whoever declined may accept in spring.
  const lastWritten = state.steps.findLast(({ act }) => act.outcome === 'reached' && ends.some(({ step }) => step === act.step))?.act.step
  return {
    reached,
    tried: order.map(({ id }) => id).filter((id) => !reached.some(({ step }) => step === id) && state.steps.some(({ act }) => act.step === id && act.outcome === 'tried')),
    stands: lastWritten ?? ends.at(-1)?.step ?? reached.at(-1)?.step ?? null,
  }
}

/** Ends exclude each other: time runs from the way to each of them. */
function daysSince(before: readonly Omit<ReachedStep, 'days'>[], on: CivilDate | null): number | null {
  const last = before.findLast(({ kind, on: day }) => kind === 'way' && day !== null)?.on
  return on === null || last === undefined || last === null ? null : daysBetween(last, on)
}

type Said = Pick<ReachedStep, 'on' | 'organisation'>

/** What the incidents' own answers say of a step; undefined when they do not say that it was reached. */
function saidOf(means: StepMeaning, incidents: readonly Incident[]): Said | undefined {
  const groups = incidents.flatMap(({ persons }) => persons.filter(({ count }) => count.count > 0))
  const nobodyKnows: Said = { on: null, organisation: null }
  switch (means) {
    case 'known': {
      const [first] = incidents.toSorted((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1))
      return first && { on: first.reportedOn, organisation: first.reportedBy }
    }
    case 'police':
      return incidents.some(({ policeContacted }) => policeContacted === 'yes') ? nobodyKnows : undefined
    case 'contact': {
      const [first] = groups.filter(({ supportContact }) => supportContact === 'yes').toSorted((a, b) => ((a.contactDate ?? '9999') < (b.contactDate ?? '9999') ? -1 : 1))
      return first && { on: first.contactDate, organisation: first.supportOrganisation }
    }
    case 'offered':
      return groups.some(({ supportOffered }) => supportOffered === 'yes') ? nobodyKnows : undefined
    case 'accepted':
      return groups.some(({ acceptedSupport }) => acceptedSupport === 'yes') ? nobodyKnows : undefined
    case 'declined':
      return groups.some(({ acceptedSupport }) => acceptedSupport === 'no') && !groups.some(({ acceptedSupport }) => acceptedSupport === 'yes') ? nobodyKnows : undefined
    // No question asks this.
    case 'not-reached':
      return undefined
  }
}
