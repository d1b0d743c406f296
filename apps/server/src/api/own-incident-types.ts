// What an organisation sees of its incidents afterwards, and what waited on a device.
import type { CivilDate, Id, Incident } from '@lykta/incident'
import type { Instant, WordedProblem } from './types.ts'

// ── Afterwards: my organisation's incidents ─────────────────────────────────────────────────────────────────────

/** GET /api/own-incidents: of the caller's organisation (device: what it sent itself), newest first, at most 200. */
export type OwnIncidentsAnswer = { readonly incidents: readonly OwnIncident[]; readonly quietMonths: readonly string[] }
export type OwnIncident = {
  readonly ref: string
  /** Its register number, where an authority runs the network; null elsewhere, and for a device. */
  readonly diary: string | null
  readonly reportedOn: CivilDate
  /** Null, like what is suspected, for a device: others sit there too. */
  readonly placeType: string | null
  readonly exploitation: string | null
  /** Answers to the network's own questions; null where none was asked, and for a device. */
  readonly own: NonNullable<Incident['own']> | null
  readonly revision: number
  readonly withdrawn: boolean
  readonly state: 'received' | 'question' | 'answered' | 'handled'
  readonly messages: readonly MessageEntry[]
}

/**
 * Questions, answers and outcomes are codes: nothing that is written freely may stand in clear, and a device cannot open what is
 * sealed. What a reporter wants to tell is an addition to the incident, sealed like the rest.
 */
export type QuestionCode = 'when' | 'where' | 'how-many' | 'signs' | 'police' | 'support' | 'call-us'
export type AnswerCode = 'added' | 'not-known' | 'will-call'
export type OutcomeCode = 'handled' | 'passed-on' | 'not-followed'
export type MessageEntry = {
  readonly id: Id
  readonly kind: 'question' | 'answer' | 'outcome'
  readonly code: QuestionCode | AnswerCode | OutcomeCode
  readonly at: Instant
  /** The question that an answer answers. */
  readonly to: Id | null
}
/** GET /api/incidents/:ref/messages: all that was asked and answered, oldest first (coordinator; others of their own organisation's). */
export type MessagesAnswer = { readonly messages: readonly MessageEntry[] }

/** POST /api/incidents/:ref/messages. */
export type NewMessage = { readonly id: Id; readonly kind: MessageEntry['kind']; readonly code: MessageEntry['code']; readonly to: Id | null }

/** POST /api/quiet-months {month: 'YYYY-MM'}: nothing to report that month. DELETE-like: {month, withdrawn: true}. */
export type QuietMonth = { readonly month: string; readonly withdrawn: boolean }

// ── What waited on a device: GET and POST /api/outbox ───────────────────────────────────────────────────────────

/** The server's own key (packages/seal `packParcel`): it opens what waited, and no reason inside. */
export type OutboxAnswer = { readonly recipient: string }
/** `file`: a NewIncidentRequest in a parcel, base64url; answered as POST /api/incidents answers. */
export type OutboxRequest = {
  readonly id: Id
  readonly file: string
  /** For a text that was sealed before its device was listed: the entry at which it is. */
  readonly position?: number | null
}

/** Every answer that refuses: 401 never; signed-out and forbidden look like unknown (404), but for GET /api/session. */
export type Refusal = { readonly problems: readonly WordedProblem[] }
