// A network that an authority runs, and the log of breaches, in JSON: what apps/server answers and apps/web sends, as types alone. The rules of
// types.ts hold here too. Everything here is the coordinator's.
import type { BreachClock, BreachContent, CivilDate, ExtractDecision, Id, RetentionClass } from '@lykta/incident'
import type { Instant, SealedBody } from './types.ts'
import type { SealedTextAnswer } from './member-types.ts'

export type AuthoritySetting = {
  readonly on: boolean
  /** The day from which `on` is as it is. */
  readonly since: CivilDate
  /** "Socialnämnden i Exempelstad": whose documents they are, on printed extracts. */
  readonly name: string
  /** Where an appeal is sent; may be empty. */
  readonly address: string
  /** The administrative court of appeal by its name; may be empty. */
  readonly court: string
  /** Of register numbers: YYYY once, and a run of # once. */
  readonly pattern: string
}

/** Why the network cannot be an authority's yet, or what its duty to keep the keys recoverable asks for. */
export type RecoveryDuty =
  /** Nobody is a member: there are no recovery sheets. */
  | 'no-members'
  /** The sheets that the log lists have never been put together for a test. */
  | 'untested'
  /** The last test is more than twelve months ago. */
  | 'old'

// ── GET /api/authority ──────────────────────────────────────────────────────────────────────────────────────────

export type AuthorityAnswer = {
  /** Null before anything was decided. */
  readonly setting: AuthoritySetting | null
  /** Null when nothing is missing. */
  readonly recovery: RecoveryDuty | null
  readonly recoveryTestedAt: Instant | null
  /** Until when the last test holds; null without one. */
  readonly testedUntil: CivilDate | null
  /** Withdrawn ones too, the latest day first. */
  readonly weeding: readonly WeedingEntry[]
  /** The latest first. */
  readonly extracts: readonly ExtractEntry[]
  readonly today: CivilDate
}

export type WeedingEntry = {
  readonly id: Id
  readonly revision: number
  readonly reference: string
  readonly decidedOn: CivilDate
  readonly classes: readonly RetentionClass[]
  readonly withdrawn: boolean
}

export type ExtractEntry = ExtractDecision & { readonly ref: string; readonly diary: string | null; readonly author: string; readonly createdAt: Instant }

// ── PUT /api/authority: the setting as a whole; turning it on is refused (`authority.recovery`) while `recovery` is not null ─────

export type AuthorityRequest = Omit<AuthoritySetting, 'since'>

// ── PUT /api/weeding-decisions/:id: a new one (revision 0), or a change of the revision that was looked at ──────

export type WeedingRequest = Omit<WeedingEntry, 'id'>

// ── GET and POST /api/incidents/:ref/extracts: what was decided of one incident; 404 where no authority runs the network ────────

export type ExtractsAnswer = { readonly extracts: readonly ExtractEntry[] }

/** `decidedOn` no later than today. No text travels with it: passages are told by where they begin and end. */
export type ExtractRequest = ExtractDecision

// ── The log of breaches: GET /api/breaches, PUT /api/breaches/:id, GET /api/breaches/:id/text ───────────────────

export type BreachEntry = {
  readonly id: Id
  readonly revision: number
  /** In the log, from 1. */
  readonly number: number
  readonly content: BreachContent
  readonly clock: BreachClock
  readonly text: { readonly id: Id; readonly hash: string } | null
  readonly author: string
  readonly notedAt: Instant
  readonly createdAt: Instant
}

/** `now`: of the server, by which the clocks stand as they do. */
export type BreachesAnswer = { readonly breaches: readonly BreachEntry[]; readonly now: Instant }

/** `revision`: the one that was looked at; 0 for a new one. */
export type BreachRequest = { readonly revision: number; readonly content: BreachContent; readonly sealed: SealedBody | 'kept' | null; readonly createdAt: Instant }

/** What the text was sealed with, in the place of an incident's answers. */
export type BreachTextCoded = { readonly breach: Id }

export type BreachTextAnswer = SealedTextAnswer

// ── GET /api/duties: what the desk reminds of; empty when nothing is due ────────────────────────────────────────

export type DutiesAnswer = {
  readonly now: Instant
  /** Of a network that an authority runs; null when the sheets were tested in time. */
  readonly recovery: RecoveryDuty | null
  /** The last test holds less than 30 days more. */
  readonly testedUntil: CivilDate | null
  /** Of which IMY is not told yet, the earliest deadline first. */
  readonly breaches: readonly { readonly id: Id; readonly number: number; readonly clock: BreachClock }[]
}
