// The same event and the same persons: the server's JSON answers, as types alone, and what the coordinator sends. Nothing is named by it.
import type { Degree, Id, PersonGroup, Reason } from '@lykta/incident'
import type { IncidentSummary } from './types.ts'

/** An incident by its reference, or one of its groups of persons. */
export type SameRef = { readonly ref: string; /** 0-based; null for the incident itself. */ readonly entry: number | null }

export type SamePerson = SameRef & { readonly group: PersonGroup }

/** Two incidents that may be reports of one event, with the persons of both that may be the same. */
export type EventSuggestion = {
  readonly incidents: readonly [IncidentSummary, IncidentSummary]
  readonly reasons: readonly Reason[]
  /** The sum of what the reasons weigh. */
  readonly bits: number
  readonly persons: readonly { readonly persons: readonly [SamePerson, SamePerson]; readonly reasons: readonly Reason[]; readonly bits: number }[]
}

/** Two groups of persons of different events that may be the same. */
export type PersonSuggestion = {
  readonly incidents: readonly [IncidentSummary, IncidentSummary]
  readonly persons: readonly [SamePerson, SamePerson]
  readonly reasons: readonly Reason[]
  readonly bits: number
}

/** What is linked: reports of one event, or persons that are the same. */
export type SameCluster = {
  readonly id: Id
  readonly of: 'event' | 'persons'
  readonly members: readonly (SameRef & { readonly degree: Degree; readonly incident: IncidentSummary; readonly group: PersonGroup | null })[]
}

/** GET /api/same. `done` below 1: still being looked for, of that part so far. */
export type SameAnswer = {
  readonly done: number
  readonly events: readonly EventSuggestion[]
  readonly persons: readonly PersonSuggestion[]
  /** Suggestions that are not shown, the weakest. */
  readonly more: number
  readonly linked: readonly SameCluster[]
  /** Pairs that are not the same; withdrawn with `differ: false`. */
  readonly refused: readonly (readonly [SameRef, SameRef])[]
}

/** GET /api/incidents/:ref/same */
export type IncidentSameAnswer = { readonly linked: readonly SameCluster[] }

/** POST /api/same/links: the two, and pairs of their persons, in one act. */
export type LinkRequest = { readonly pairs: readonly { readonly first: SameRef; readonly second: SameRef; readonly degree: Degree }[] }

/** POST /api/same/removals: out of what it is linked to. */
export type UnlinkRequest = { readonly things: readonly SameRef[] }

/** POST /api/same/refusals: they are not the same, or that may be asked again. */
export type DifferRequest = { readonly first: SameRef; readonly second: SameRef; readonly differ: boolean }
