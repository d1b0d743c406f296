// Incidents as they are searched for and read.
import type { CivilDate, Incident } from '@lykta/incident'
import type { CorrectionReason, WithdrawalReason } from './form-types.ts'
import type { Instant } from './types.ts'

// ── POST /api/incidents/search ──────────────────────────────────────────────────────────────────────────────────

/** Everything is optional; `{}` lists all, latest occurrence first. */
export type IncidentSearch = {
  readonly year?: number
  readonly exploitation?: string
  /** Organisation id. */
  readonly organisation?: string
  readonly placeType?: string
  /** At most 100 characters; found in references, register numbers, organisation names and areas, letter case aside. */
  readonly text?: string
  /** `next` of the answer before. */
  readonly after?: string
  /** "occurred" (latest first, when left out), or "arrived": latest first as they came to the network. */
  readonly order?: 'occurred' | 'arrived'
  /** "new": in no case, not asked about, not told of; "answered": the reporter has answered last. */
  readonly waiting?: 'new' | 'answered'
}

export type IncidentSummary = {
  readonly ref: string
  /** Its register number, where an authority runs the network; null elsewhere. */
  readonly diary: string | null
  readonly externalRef: string | null
  readonly revision: number
  readonly withdrawn: boolean
  readonly occurred: Incident['occurred']
  readonly reportedOn: CivilDate
  readonly reportedBy: string
  readonly external: boolean
  readonly placeType: Incident['placeType']
  readonly area: string | null
  readonly exploitation: Incident['exploitation']
  readonly policeContacted: Incident['policeContacted']
  /** Sum over person groups; null when there is none (the number is unknown). */
  readonly persons: { readonly count: number; readonly atLeast: boolean } | null
  /** There is a sealed reason for suspicion. */
  readonly sealed: boolean
}

export type IncidentSearchAnswer = {
  /** All that match, listed or not. */
  readonly total: number
  /** At most 200. */
  readonly incidents: readonly IncidentSummary[]
  /** Opaque; null at the end. */
  readonly next: string | null
}

// ── GET /api/incidents/:ref ─────────────────────────────────────────────────────────────────────────────────────

export type IncidentRevision = {
  readonly number: number
  readonly createdAt: Instant
  /** A member's or device's id, "operator" or "import". Who it was is the coordinator's to know: null to others, but for what they wrote themselves. */
  readonly author: string | null
  readonly withdrawn: boolean
  /** Whether it brought a sealed text of its own; one that kept the text of an earlier revision, or has none, did not. */
  readonly text: boolean
  /** Whether the caller may be given a text that it brought: her organisation's, or opened to it. */
  readonly mayOpen: boolean
  /** Why it was corrected or withdrawn; null for the first, and for an import's. */
  readonly reason: CorrectionReason | WithdrawalReason | null
}

export type IncidentAnswer = {
  readonly ref: string
  readonly diary: string | null
  readonly externalRef: string | null
  readonly revision: number
  readonly withdrawn: boolean
  readonly sealed: boolean
  readonly answers: Incident
  /** Reference of the case to which it belongs; null when it belongs to none, or to none that the caller may see. */
  readonly case: string | null
  /** Newest first. */
  readonly revisions: readonly IncidentRevision[]
}
