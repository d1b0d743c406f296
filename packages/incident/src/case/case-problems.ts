// What does not fit the case as it stands: codes of problems, worded by the server.
import type { CivilDate } from '../civil-date.ts'
import type { Id } from '../incident.ts'
import { type CaseAct, type CaseEvent, voidable } from './case-event.ts'
import type { ChainStep } from './chain-step.ts'
import type { CaseState } from './fold-case.ts'

export type CaseProblem =
  | 'case.closed' | 'case.not-closed' | 'case.step-unknown' | 'case.organisation-unknown' | 'case.in-future' | 'case.long-ago' | 'case.incident-elsewhere' | 'case.last-incident' | 'case.not-voidable' | 'case.note-unknown'

export type CaseFacts = {
  readonly events: readonly CaseEvent[]
  readonly state: CaseState
  readonly steps: readonly ChainStep[]
  readonly organisations: ReadonlySet<Id>
  readonly today: CivilDate
}

/** What may still be written into a closed case: what was known too late, and that something was a mistake. */
const afterTheEnd: readonly CaseAct['kind'][] = ['reopen', 'police-report', 'note', 'void', 'remind']

export function findCaseProblem(act: CaseAct, { events, state, steps, organisations, today }: CaseFacts): CaseProblem | undefined {
  if (state.closed && !afterTheEnd.includes(act.kind)) return 'case.closed'
  const unknownStep = (id: string): boolean => !steps.some((step) => step.id === id && (step.validTo === null || step.validTo >= today))
  const unknownOrganisation = (id: Id | null): boolean => id !== null && !organisations.has(id)
  switch (act.kind) {
    case 'step':
      if (!steps.some(({ id }) => id === act.step)) return 'case.step-unknown'
      if (unknownOrganisation(act.organisation)) return 'case.organisation-unknown'
      return findDayProblem(act.on, today)
    case 'plan':
      if (act.step !== null && unknownStep(act.step)) return 'case.step-unknown'
      return unknownOrganisation(act.organisation) ? 'case.organisation-unknown' : undefined
    case 'police-report':
      if (!state.incidents.includes(act.incident)) return 'case.incident-elsewhere'
      return findDayProblem(act.filedOn, today)
    case 'leave':
      if (!state.incidents.includes(act.incident)) return 'case.incident-elsewhere'
      return state.incidents.length === 1 ? 'case.last-incident' : undefined
    case 'join':
      return state.incidents.includes(act.incident) ? 'case.incident-elsewhere' : undefined
    case 'void': {
      const target = events.find(({ id }) => id === act.event)
      return target && voidable.includes(target.act.kind) && !state.voided.has(target.id) ? undefined : 'case.not-voidable'
    }
    case 'note':
      return act.replaces === null || state.notes.some(({ id }) => id === act.replaces) ? undefined : 'case.note-unknown'
    case 'reopen':
      return state.closed ? undefined : 'case.not-closed'
    case 'open':
    case 'close':
    case 'remind':
      return undefined
  }
}

/** No step of a case is older; a mistyped year is, and one of them moves every median. */
const yearsBack = 20

function findDayProblem(day: CivilDate | null, today: CivilDate): CaseProblem | undefined {
  if (day === null) return undefined
  if (day > today) return 'case.in-future'
  return Number(day.slice(0, 4)) < Number(today.slice(0, 4)) - yearsBack ? 'case.long-ago' : undefined
}
