// Cases in JSON: what apps/server answers and apps/web sends, as types alone. The rules of types.ts hold here too.
//
// A case is one or more incidents followed up together. Coordinators do everything; core members see the cases to which an incident belongs
// that they follow (their organisation's), write down what was done, plan and write notes. Notes are sealed in the browser.
import type { CaseAct, ChainLine, ChainStep, CivilDate, CloseReason, Exploitation, Id, Offence, PlaceType, Quantity, ReopenReason } from '@lykta/incident'
import type { FunnelStep } from '@lykta/statistics'
import type { MessageEntry, OwnIncident } from './member-types.ts'
import type { Instant } from './types.ts'

/** What is to be done next; organisation and days may be open. */
export type NextStep = { readonly step: string; readonly organisation: Id | null; readonly due: CivilDate | null; readonly remind: CivilDate | null }

/** A case in lists, in the inbox and in situation reports. */
export type CaseSummary = {
  readonly id: Id
  readonly ref: string
  readonly closed: { readonly reason: CloseReason; readonly at: Instant } | null
  readonly openedAt: Instant
  /** That belong to it now. */
  readonly incidents: readonly CaseIncident[]
  readonly chain: ChainLine
  readonly next: NextStep | null
  /** `next.organisation`, or null. */
  readonly responsible: Id | null
  /** `next.due`, or null. */
  readonly due: CivilDate | null
  /** Today is past `due`. */
  readonly overdue: boolean
  /** When anybody last wrote anything: an event, a message, or a revision of one of its incidents. */
  readonly silentSince: Instant
}

export type CaseIncident = {
  readonly id: Id
  readonly ref: string
  readonly diary: string | null
  readonly reportedBy: Id
  readonly reportedOn: CivilDate
  readonly exploitation: Exploitation
  readonly placeType: PlaceType
  readonly withdrawn: boolean
  /** Police reports that its answers count; null when not known. */
  readonly policeReports: Quantity | null
}

// ── GET /api/cases: open ones, what waits first; ?closed=1: the closed ones, newest first ───────────────────────

/** `steps`: all that there are and have been, in order. */
export type CasesAnswer = { readonly cases: readonly CaseSummary[]; readonly steps: readonly ChainStep[]; readonly today: CivilDate }

// ── GET /api/cases/:ref ─────────────────────────────────────────────────────────────────────────────────────────

export type CaseAnswer = CaseSummary & {
  readonly steps: readonly ChainStep[]
  readonly today: CivilDate
  /** Oldest first. */
  readonly timeline: readonly TimelineEntry[]
  /** Whether the caller may close, reopen and say which incidents belong to it. */
  readonly manages: boolean
  /** Who could do what is planned; null where nobody signs in. */
  readonly reach: CaseReach | null
  /** What the reporters have been told so far, by incident. */
  readonly feedback: readonly { readonly incident: Id; readonly state: OwnIncident['state'] }[]
}

export type CaseReach = {
  /** Organisations with anybody in the core group. */
  readonly core: readonly Id[]
  /** Those of them that follow the case; null for whoever may not know. */
  readonly following: readonly Id[] | null
}

export type TimelineEntry = { readonly at: Instant; /** Null for whom the caller may not know. */ readonly author: string | null } & (
  | { readonly what: 'event'; readonly id: Id; readonly act: CaseAct; readonly voided: boolean; /** Of a note: whether the caller may open it; and whether another has taken its place. */ readonly note: { readonly readable: boolean; readonly replaced: boolean } | null; /** Whether the caller may say that it was a mistake. */ readonly mayVoid: boolean }
  | { readonly what: 'revision'; readonly incident: Id; readonly ref: string; readonly number: number; readonly withdrawn: boolean; /** Of the first: the day on which it was reported, however much later it was stored. */ readonly on: CivilDate | null }
  | { readonly what: 'message'; readonly incident: Id; readonly ref: string; readonly message: MessageEntry }
)

// ── POST /api/cases (coordinator): opens one for incidents that belong to none; 201 with its reference ──────────

export type NewCaseRequest = { readonly id: Id; readonly incidents: readonly string[]; readonly createdAt: Instant }
export type NewCaseAnswer = { readonly ref: string }

// ── POST /api/cases/:ref/events: one more; 201, or 200 when it was there already ────────────────────────────────

/** Incidents by their references, so that nothing is said of ids that the caller may not know. */
export type NewCaseAct =
  | { readonly kind: 'join' | 'leave'; readonly incident: string }
  | { readonly kind: 'step'; readonly step: string; readonly on: CivilDate | null; readonly organisation: Id | null; readonly outcome: 'reached' | 'tried' }
  | { readonly kind: 'plan'; readonly step: string | null; readonly organisation: Id | null; readonly due: CivilDate | null; readonly remind: CivilDate | null }
  /** Not `counted`: the incident's own number grows by one with it, as a revision of its own. */
  | { readonly kind: 'police-report'; readonly incident: string; readonly filedOn: CivilDate | null; readonly offence: Offence; readonly counted: boolean }
  | { readonly kind: 'note'; readonly replaces: Id | null }
  | { readonly kind: 'void'; readonly event: Id }
  | { readonly kind: 'close'; readonly reason: CloseReason }
  | { readonly kind: 'reopen'; readonly reason: ReopenReason }

export type NewCaseEventRequest = { readonly id: Id; readonly act: NewCaseAct; readonly createdAt: Instant; /** Of a note, and of nothing else. */ readonly sealed: SealedNote | null }

/** Two age files, base64url; the envelope says `incident`: the event's id, `revision` 1, `formVersion` 'case-note-1', `createdAt` the request's, `codedHash` that of `noteContent`. */
export type SealedNote = { readonly epoch: number; readonly position: number | null; readonly body: string; readonly key: string; readonly codedHash: string }

// ── GET /api/cases/:ref/notes/:id: a note as it is sealed; the reading is logged ────────────────────────────────

export type SealedNoteAnswer = {
  readonly body: string
  readonly key: { readonly epoch: number; readonly key: string } | null
  readonly context: {
    readonly network: Id; readonly incident: Id; readonly revision: number; readonly previous: string | null; readonly epoch: number
    readonly author: string; readonly formVersion: string; readonly codedHash: string; readonly createdAt: Instant
  }
  readonly position: number | null
}

// ── GET /api/chain?from=&to=: how far cases come, and how long it takes (coordinator; unprotected) ────────────────────────

export type ChainAnswer = {
  readonly steps: readonly ChainStep[]
  /** Years in which a case's first incident was reported; `from` to `to`, both included. */
  readonly from: number
  readonly to: number
  readonly cases: number
  readonly open: number
  /** Closed as unfounded: they are in no step. */
  readonly unfounded: number
  /** Of which every incident has been withdrawn. */
  readonly withdrawn: number
  /** Incidents that occurred in these years, beside the statistics: withdrawn ones are in none of their counts, those of unfounded cases are in all. */
  readonly beside: { readonly unfounded: number; readonly withdrawn: number }
  readonly funnel: readonly FunnelStep[]
}
