// Retention between server and web: decided clocks, what falls due, carrying it out, holds that two persons decide on, and the log.
import type { CivilDate, ClockGround, Id, Retention, RetentionClass } from '@lykta/incident'
import type { Instant, Job } from './types.ts'
import type { Who } from './sharing-types.ts'

export type WeedingClass = Exclude<RetentionClass, 'publication'>

// ── GET /api/retention ──────────────────────────────────────────────────────────────────────────────────────────

export type ClockEntry = Retention & {
  /** Null: a proposal, and nothing of the class is weeded. */
  readonly decided: { readonly months: number; readonly ground: ClockGround; readonly reference: string; readonly decidedOn: CivilDate; readonly by: Who } | null
  /** The proposal's. */
  readonly proposed: number | null
  /** Null: it may be weeded by its clock; else why not. */
  readonly stopped: 'undecided' | 'no-decision' | null
}

/** One incident, case, meeting or member. */
export type DueEntry = {
  readonly class: Exclude<WeedingClass, 'reading' | 'audit'>
  readonly id: Id
  /** An incident's or a case's reference, a meeting's day; null of a member. */
  readonly name: string | null
  readonly on: CivilDate
  readonly heldUntil: CivilDate | null
  /** Its sealed reason stands yet: that goes first. */
  readonly waitsForReason: boolean
}

export type DueCount = {
  readonly class: WeedingClass
  /** What weeding would take now: incidents, cases, meetings, members, or lines of the log. */
  readonly now: number
  readonly held: number
  readonly waiting: number
}

export type ComingCount = { readonly month: string; readonly class: WeedingClass; readonly count: number }

export type LoggedWeeding = {
  readonly id: Id
  readonly class: WeedingClass
  readonly cause: 'due' | 'request' | 'order' | 'mistake'
  readonly subjects: number
  readonly parts: number
  readonly decision: string | null
  readonly by: Who
  readonly at: Instant
}

export type RetentionAnswer = {
  readonly today: CivilDate
  readonly clocks: readonly ClockEntry[]
  readonly counts: readonly DueCount[]
  /** The earliest first, at most `mostListed`; `left`: how many more. */
  readonly due: readonly DueEntry[]
  readonly left: number
  /** In the twelve months that come, by the clocks as they stand. */
  readonly coming: readonly ComingCount[]
  /** The newest first. */
  readonly log: readonly LoggedWeeding[]
  /** Whether the program's own database holds it, whose write-ahead log it clears itself. */
  readonly ownDatabase: boolean
  /** Weeded, and in the database's files yet: a weeding was stopped, or somebody read all the time. */
  readonly uncleared: readonly WeedingClass[]
  /** At work, or the last one, when it failed. */
  readonly job: Job | null
}

// ── PUT /api/retention/clocks/:class ────────────────────────────────────────────────────────────────────────────

/** Null takes the decision back: it is a proposal again. Answered with the whole. */
export type ClockRequest = { readonly decided: { readonly months: number; readonly ground: ClockGround; readonly reference: string; readonly decidedOn: CivilDate } | null }

// ── POST /api/retention/weedings: starts the job (202) ──────────────────────────────────────────────────────────

/** Without classes: what is uncleared alone. */
export type WeedingRequest = { readonly classes: readonly WeedingClass[] }

// ── GET /api/holds; POST /api/holds; POST /api/holds/:id/answers ────────────────────────────────────────────────

export type HoldKind = 'incident' | 'case' | 'meeting'
export type HoldReason = 'investigation' | 'supervision' | 'dispute'

export type HoldEntry = { readonly kind: HoldKind; readonly subject: Id; readonly name: string; readonly reason: HoldReason; readonly until: CivilDate; readonly stands: boolean; readonly by: Who }

export type HoldRequestEntry = {
  readonly id: Id
  readonly act: 'place' | 'lift'
  readonly kind: HoldKind
  readonly name: string
  readonly reason: HoldReason
  readonly until: CivilDate
  readonly by: Who
  readonly at: Instant
  readonly answer: { readonly act: 'agree' | 'refuse' | 'withdraw'; readonly by: Who } | null
  /** Until which moment it stops weeding, unanswered; null when it stops nothing. */
  readonly stopsUntil: Instant | null
  readonly may: readonly ('agree' | 'refuse' | 'withdraw')[]
}

export type HoldsAnswer = {
  readonly holds: readonly HoldEntry[]
  readonly requests: readonly HoldRequestEntry[]
  /** What can be held: meetings by their day. */
  readonly meetings: readonly { readonly id: Id; readonly date: CivilDate }[]
  readonly mayAsk: boolean
  /** No network of members: whoever sits here says that two persons decided. */
  readonly alone: boolean
  /** Whether there is anybody else who may agree. */
  readonly second: boolean
}

/** `of`: a reference of an incident or a case, a meeting's id. To lift one, `until` is left out. Alone, `both` says that two persons decided. */
export type NewHoldRequest = { readonly id: Id; readonly kind: HoldKind; readonly of: string; readonly reason: HoldReason; readonly both?: boolean | undefined } & (
  | { readonly act: 'place'; readonly until: CivilDate } | { readonly act: 'lift' })
