// What happens in a case: events that are only ever added, in codes, dates and ids; what is written freely is a note, and sealed.
import type { CivilDate } from '../civil-date.ts'
import type { Id } from '../incident.ts'

export const closeReasons = ['support-accepted', 'support-declined', 'not-reached', 'handed-over', 'no-further-action', 'unfounded', 'withdrawn'] as const
export type CloseReason = (typeof closeReasons)[number]

export const reopenReasons = ['new-information', 'new-incident', 'mistake'] as const
export type ReopenReason = (typeof reopenReasons)[number]

/** What a police report is about, as far as it is known. */
export const offences = ['trafficking', 'human-exploitation', 'procuring', 'purchase', 'child-purchase', 'other', 'unknown'] as const
export type Offence = (typeof offences)[number]

export type CaseAct =
  | { readonly kind: 'open' }
  | { readonly kind: 'join' | 'leave'; readonly incident: Id }
  /** A step of the chain: reached, or tried in vain. `on` and `organisation` are null where nobody knows. */
  | { readonly kind: 'step'; readonly step: string; readonly on: CivilDate | null; readonly organisation: Id | null; readonly outcome: 'reached' | 'tried' }
  /** What is to be done next, by whom and by when; without a step nothing is planned. */
  | { readonly kind: 'plan'; readonly step: string | null; readonly organisation: Id | null; readonly due: CivilDate | null; readonly remind: CivilDate | null }
  /** Filed at the police. `counted`: the incident's own number holds it already; else that number grew with this event. */
  | { readonly kind: 'police-report'; readonly incident: Id; readonly filedOn: CivilDate | null; readonly offence: Offence; readonly counted: boolean }
  /** A sealed text; a note is not changed, another takes its place. */
  | { readonly kind: 'note'; readonly replaces: Id | null }
  /** An earlier event was a mistake. */
  | { readonly kind: 'void'; readonly event: Id }
  | { readonly kind: 'close'; readonly reason: CloseReason }
  | { readonly kind: 'reopen'; readonly reason: ReopenReason }
  /** Those who were to be reminded of a plan have been. */
  | { readonly kind: 'remind'; readonly plan: Id }

export type CaseEvent = {
  /** Random UUID, made by whoever writes it. */
  readonly id: Id
  /** From 1, without gaps. */
  readonly seq: number
  /** A member's id, 'operator' or 'import'. */
  readonly author: string
  /** UTC, when it was written down; what it tells of may be earlier. */
  readonly at: string
  readonly act: CaseAct
}

/** What may turn out to be a mistake; the others have an event that takes them back. */
export const voidable: readonly CaseAct['kind'][] = ['step', 'plan', 'police-report']
