// What is true of a case: the fold of its events.
import type { CivilDate } from '../civil-date.ts'
import type { Id } from '../incident.ts'
import { type CaseAct, type CaseEvent, type CloseReason, voidable } from './case-event.ts'

type Of<Kind extends CaseAct['kind']> = Extract<CaseAct, { readonly kind: Kind }>
type Happened<Kind extends CaseAct['kind']> = Omit<CaseEvent, 'act'> & { readonly act: Of<Kind> }

export type CasePlan = { readonly event: Id; readonly step: string; readonly organisation: Id | null; readonly due: CivilDate | null; readonly remind: CivilDate | null; /** Whether those who were to be reminded have been. */ readonly reminded: boolean }

export type CaseState = {
  /** Null while it is open. */
  readonly closed: { readonly reason: CloseReason; readonly at: string } | null
  readonly openedAt: string
  /** That belong to it now, in the order in which they came. */
  readonly incidents: readonly Id[]
  /** As they were written down, without those that were a mistake. */
  readonly steps: readonly Happened<'step'>[]
  readonly plan: CasePlan | null
  readonly policeReports: readonly Happened<'police-report'>[]
  /** Those that stand: no other has taken their place. */
  readonly notes: readonly Happened<'note'>[]
  /** Taken back by a later event. */
  readonly voided: ReadonlySet<Id>
  /** When somebody last wrote anything down; a reminder is nobody's doing. */
  readonly lastAt: string
}

/** `events` of one case, in their order; at least the first. */
export function foldCase(events: readonly CaseEvent[]): CaseState {
  const first = events[0]
  if (first?.act.kind !== 'open') throw new Error('foldCase: a case begins with being opened')
  const voids = new Set(events.flatMap(({ act }) => (act.kind === 'void' ? [act.event] : [])))
  const voided = new Set(events.filter(({ id, act }) => voids.has(id) && voidable.includes(act.kind)).map(({ id }) => id))
  const standing = events.filter(({ id }) => !voided.has(id))
  const incidents = new Set<Id>()
  for (const { act } of standing) {
    if (act.kind === 'join') incidents.add(act.incident)
    if (act.kind === 'leave') incidents.delete(act.incident)
  }
  const ended = standing.findLast(({ act }) => act.kind === 'close' || act.kind === 'reopen')
  const notes = ofKind(standing, 'note')
  const replaced = new Set(notes.map(({ act }) => act.replaces))
  return {
    closed: ended?.act.kind === 'close' ? { reason: ended.act.reason, at: ended.at } : null,
    openedAt: first.at,
    incidents: [...incidents],
    steps: ofKind(standing, 'step'),
    plan: planOf(standing),
    policeReports: ofKind(standing, 'police-report'),
    notes: notes.filter(({ id }) => !replaced.has(id)),
    voided,
    lastAt: events.findLast(({ act }) => act.kind !== 'remind')!.at,
  }
}

function ofKind<Kind extends CaseAct['kind']>(events: readonly CaseEvent[], kind: Kind): readonly Happened<Kind>[] {
  return events.filter((event): event is Happened<Kind> => event.act.kind === kind)
}

/** The last plan that stands; a step that was reached since, when it is the planned one, has carried it out, and so has the end. */
function planOf(events: readonly CaseEvent[]): CasePlan | null {
  const at = events.findLastIndex(({ act }) => act.kind === 'plan')
  const event = events[at]
  if (event?.act.kind !== 'plan' || event.act.step === null) return null
  const { step, organisation, due, remind } = event.act
  const since = events.slice(at + 1)
  if (since.some(({ act }) => act.kind === 'close' || (act.kind === 'step' && act.step === step && act.outcome === 'reached'))) return null
  return { event: event.id, step, organisation, due, remind, reminded: since.some(({ act }) => act.kind === 'remind' && act.plan === event.id) }
}
