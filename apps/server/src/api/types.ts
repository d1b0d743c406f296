// The server's JSON answers, as types alone: what apps/server sends and apps/web reads.
//
// Rules for every address under /api: JSON in and out; 404 for unknown and forbidden alike; every failure is a
// `Failure` with content type application/problem+json. A write needs content type application/json and an Origin
// (or Sec-Fetch-Site) of the server itself. Nothing about a case stands in an address: search texts travel in bodies.
import type { CivilDate, Language, Network, Organisation, OwnQuestion, Problem } from '@lykta/incident'

export * from './statistics-types.ts'
export * from './incident-types.ts'
export * from './form-types.ts'
export * from './job-types.ts'

/** A text in each language. */
export type Texts = Readonly<Record<Language, string>>

/** An instant, ISO 8601 in UTC. */
export type Instant = string

/** A moment of the register: position of its clock, and when that position was taken. */
export type AsOf = {
  readonly position: number
  readonly at: Instant
}

// ── Failures ────────────────────────────────────────────────────────────────────────────────────────────────────

/** A problem with its wording, so that the page can change language without asking again. */
export type WordedProblem = Problem & { readonly text: Texts }

/** RFC 9457. `problems` is empty for a defect, of which nothing more is told. */
export type Failure = {
  /** "about:blank", or a stable address-like code such as "urn:lykta:not-found". */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly problems: readonly WordedProblem[]
}

// ── GET /api/network ────────────────────────────────────────────────────────────────────────────────────────────

export type IndicatorWords = {
  readonly id: string
  readonly category: string
  readonly text: Texts
}

/** What an edition shows a number from, in the number's own unit. */
export type ShownFrom = {
  readonly threshold: number
  /** That it rests on, and how many organisations these came from. */
  readonly incidents: number
  readonly organisations: number
  /** Instead of `threshold`, of nationality, age and place. */
  readonly sensitive: number
}

/** What every page needs, asked once: the network, and the words that a network may add to. */
export type NetworkAnswer = {
  readonly network: Network
  /** Null for whoever sees no counts: the clock moves with each incident. */
  readonly asOf: AsOf | null
  /** Today in the network's time zone. */
  readonly today: CivilDate
  /** Calendar years from collection start to today, ascending. */
  readonly years: readonly number[]
  /** The latest year in which an incident occurred; the latest of `years` when there is none. */
  readonly latestYear: number
  /** Incidents that stand (not withdrawn), of any date. */
  readonly incidents: number
  readonly organisations: readonly Organisation[]
  /** The shipped catalogue and the network's own, in the form's order. */
  readonly indicators: readonly IndicatorWords[]
  readonly categories: readonly { readonly id: string; readonly text: Texts }[]
  /** The network's own questions, ended ones too: an incident's answers name them. */
  readonly ownQuestions: readonly OwnQuestion[]
  /** By who the edition is for, as the network has decided by now. */
  readonly shownFrom: Readonly<Record<'core' | 'network' | 'public', ShownFrom>>
  /** An authority runs the network: what is written is a public document, with a register number. */
  readonly authority: boolean
  /** Program version. */
  readonly version: string
}
