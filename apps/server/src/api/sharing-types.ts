// What the server answers about openings to other organisations, who has read, and sessions in which many texts are read.
import type { CivilDate, GlassReason, Id, LegalGroundCode } from '@lykta/incident'
import type { Role, SealedTextAnswer } from './member-types.ts'
import type { Instant } from './types.ts'

/** Somebody by role and organisation; by id (names are told elsewhere) to coordinators alone. */
export type Who = {
  readonly id: string | null
  /** 'operator' at the server's own machine; null for whoever is not known. */
  readonly role: Role | null
  readonly organisation: Id | null
  readonly me: boolean
}

export type ShareWay = 'opened' | 'told' | 'taken'
/** The reasons that are written; those and what is added; and the notes of following it up. */
export type ShareWhat = 'written' | 'reasons' | 'follow-up'
export type ShareAct = 'accept' | 'decline' | 'end'

export type ShareEntry = {
  readonly id: Id
  /** The incident's reference. */
  readonly ref: string
  readonly reportedBy: Id | null
  /** To whom. */
  readonly organisation: Id
  readonly way: ShareWay
  readonly what: ShareWhat
  readonly ground: LegalGroundCode
  readonly at: Instant
  readonly by: Who
  readonly expiresAt: Instant | null
  readonly answer: { readonly act: 'accept' | 'decline'; readonly at: Instant; readonly by: Who } | null
  readonly end: { readonly at: Instant; readonly by: Who } | null
  readonly state: 'waiting' | 'open' | 'declined' | 'ended' | 'expired' | 'told'
  /** What the caller may do about it now. */
  readonly may: readonly ShareAct[]
}

/** GET /api/shares: all that the caller's organisation has part in; a coordinator sees all. */
export type SharesAnswer = { readonly shares: readonly ShareEntry[] }

/** GET /api/incidents/:ref/shares. */
export type IncidentSharesAnswer = SharesAnswer & {
  /** Whether the caller may open it to others. */
  readonly mayOpen: boolean
  /** Whether she may open it for her own organisation in an emergency. */
  readonly mayTake: boolean
  /** Those with core members, who can read what is opened. */
  readonly readers: readonly Id[]
}

/** POST /api/incidents/:ref/shares; 'taken' comes from breaking the glass alone. */
export type NewShareRequest = { readonly id: Id; readonly organisation: Id; readonly way: Exclude<ShareWay, 'taken'>; readonly what: ShareWhat; readonly ground: LegalGroundCode }

/** POST /api/shares/:id/steps. */
export type ShareStepRequest = { readonly act: ShareAct }

export type ReadEntry = {
  readonly at: Instant
  /** The audit's line: pages go on from it. */
  readonly position: number
  readonly by: Who
  /** Of a reason its incident; of a note the first of the incidents that it may tell of. */
  readonly ref: string
  readonly revision: number | null
  /** Null of a note in a coordinator's list of all: it may tell of several organisations' incidents. */
  readonly organisation: Id | null
  /** Opened while the reader had not waited for another's answer: why. */
  readonly glass: GlassReason | null
  /** A note of a case: which of the organisation's incidents belonged to the case when it was read, and the case, for coordinators. */
  readonly note: { readonly case: string | null; readonly incidents: readonly string[] } | null
}

export type SessionRead = { readonly at: Instant; readonly by: Who; readonly purpose: SessionPurpose; /** That may tell of the organisation's incidents, and its own situations; for coordinators all. */ readonly texts: number }

/** GET /api/reads: who has read texts of the caller's organisation's incidents, the newest first; a coordinator sees all. */
export type ReadsAnswer = { readonly reads: readonly ReadEntry[]; readonly sessions: readonly SessionRead[]; readonly next: number | null }

export type SessionPurpose = 'reading' | 'search' | 'annual-report' | 'export' | 're-sealing'
export type SessionAct = 'approve' | 'refuse' | 'withdraw' | 'begin' | 'end'

export type SessionEntry = {
  readonly id: Id
  readonly purpose: SessionPurpose
  readonly by: Who
  readonly at: Instant
  readonly state: 'waiting' | 'ready' | 'running' | 'ended' | 'refused' | 'withdrawn' | 'lapsed'
  /** Without anybody's answer it may begin from here on, and until then it can be refused. */
  readonly readyAt: Instant
  readonly steps: readonly { readonly act: SessionAct; readonly at: Instant; readonly by: Who }[]
  /** Once it has begun: how many texts it opens, and until when. */
  readonly texts: number | null
  readonly endsAt: Instant | null
  readonly may: readonly SessionAct[]
}

/** GET /api/reading-sessions: of the last year and a month, the newest first. */
export type SessionsAnswer = {
  readonly sessions: readonly SessionEntry[]
  /** Where somebody did not wait, of the same time, the newest first. */
  readonly glasses: readonly GlassEntry[]
  /** Whether the caller may break the glass to read many now: she has not done so already, and was refused by nobody of late. */
  readonly mayBreak: boolean
  /** How many texts anybody may open in so many minutes. */
  readonly limit: { readonly texts: number; readonly minutes: number }
  /** Whether somebody else is there who can agree at once. */
  readonly second: boolean
  /** Core members who may agree: ids for the coordinator, who names them; else none. */
  readonly secondPersons: readonly Id[]
}

export type GlassAct = 'end' | 'review'
export type GlassFinding = 'justified' | 'not-justified'

export type GlassEntry = {
  readonly id: Id
  readonly reason: GlassReason
  /** She reads more texts than anybody may otherwise; or one incident was opened to her organisation. */
  readonly what: 'many' | 'incident'
  /** The incident's, for whoever sees that it was opened. */
  readonly ref: string | null
  readonly by: Who
  readonly at: Instant
  readonly expiresAt: Instant
  /** 'over': it waits to be reviewed. */
  readonly state: 'running' | 'over' | 'reviewed'
  /** How many texts and notes she opened while it ran; null of an incident that the caller does not see opened. */
  readonly texts: number | null
  readonly end: { readonly at: Instant; readonly by: Who } | null
  readonly review: { readonly finding: GlassFinding; readonly at: Instant; readonly by: Who } | null
  readonly may: readonly GlassAct[]
}

/** POST /api/break-glass: answered with a SessionsAnswer, as its steps are. For an hour. */
export type BreakGlassRequest = { readonly id: Id; readonly reason: GlassReason; readonly incident: string | null }
/** POST /api/break-glass/:id/steps. */
export type GlassStepRequest = { readonly act: 'end' } | { readonly act: 'review'; readonly finding: GlassFinding }

/** POST /api/reading-sessions. */
export type NewSessionRequest = { readonly id: Id; readonly purpose: SessionPurpose }
/** POST /api/reading-sessions/:id/steps. */
export type SessionStepRequest = { readonly act: SessionAct }

/** What is handed out, one after the other: a search takes all three, every other purpose reasons alone. */
export type TextsPart = 'reasons' | 'notes' | 'meetings'

/** Where a text stands: a reason, a note of a case, or what was said to a meeting. */
export type TextPlace =
  | { readonly part: 'reasons'; /** The incident's. */ readonly ref: string; readonly organisation: Id | null }
  | { readonly part: 'notes'; /** The case's. */ readonly ref: string }
  | { readonly part: 'meetings'; readonly meeting: Id; readonly heldOn: CivilDate; readonly kind: 'situation' | 'decision' | 'action'; readonly organisation: Id | null }

/** GET /api/reading-sessions/:id/texts?part=&after=: a page of what a running session opens, by id; without `part` reasons. */
export type SessionTextsAnswer = {
  readonly texts: readonly (SealedTextAnswer & { readonly place: TextPlace })[]
  /** Where to go on; null at the end. */
  readonly next: { readonly part: TextsPart; readonly after: Id | null } | null
}

/** PUT /api/second-persons. */
export type SecondPersonsRequest = { readonly members: readonly Id[] }
