// The shapes of what the server answers and takes about meetings, yearly questions and effort: types only, so that the web app may import them.
import type { CivilDate, Id } from '@lykta/incident'
import type { EffortOfPeriod } from '@lykta/statistics'
import type { Instant, SealedBody } from './types.ts'
import type { SealedTextAnswer } from './member-types.ts'

/** The two circles that meet: the core group, and the large network with it. */
export type Circle = 'core' | 'network'

// ── Meetings ────────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /api/meetings: those that the caller may see, by date; reporters and readers see the large network's alone. */
export type MeetingsAnswer = {
  readonly meetings: readonly MeetingEntry[]
  /** What the caller's own organisation is asked for now, and has not given: before which meetings, and of which year. */
  readonly asked: { readonly meetings: readonly { readonly id: Id; readonly date: CivilDate }[]; readonly year: number | null }
}

export type MeetingEntry = {
  readonly id: Id
  readonly circle: Circle
  readonly revision: number
  readonly date: CivilDate
  /** HH:MM, of the network's time zone. */
  readonly begins: string
  readonly ends: string
  readonly state: 'planned' | 'held' | 'cancelled'
  /** Plain titles: they speak of no person. */
  readonly agenda: readonly string[]
  /** Organisations that took part; null until it has been noted. */
  readonly attendance: readonly Id[] | null
}

/** POST /api/meetings: a year's dates in one go. */
export type NewMeetingsRequest = { readonly meetings: readonly (Pick<MeetingEntry, 'id' | 'circle' | 'date' | 'begins' | 'ends'> & { readonly agenda: readonly string[] })[] }

/** PUT /api/meetings/:id; `revision`: the one that was looked at, another one meanwhile is refused with 409. */
export type MeetingRequest = Pick<MeetingEntry, 'revision' | 'date' | 'begins' | 'ends' | 'state' | 'agenda' | 'attendance'>

/** GET /api/meetings/:id. */
export type MeetingAnswer = {
  readonly meeting: MeetingEntry
  /** Of the same circle, the last that was held before it; its actions that were open then are among `actions`. */
  readonly previous: { readonly id: Id; readonly date: CivilDate } | null
  /** Who is asked for a situation: of the large network every member on the day, of the core group those with core members, or that took part before. */
  readonly invited: readonly Id[]
  /** One an organisation that has answered; a reporter sees her own organisation's, a reader none. */
  readonly situations: readonly SituationEntry[]
  /** None for reporters and readers. */
  readonly decisions: readonly DecisionEntry[]
  /** Made at it, and those of earlier meetings of the circle that were still open when it was held, or are. */
  readonly actions: readonly ActionEntry[]
}

/** A sealed text, with the SHA-256 of its body in hexadecimal: the `previous` of the envelope of the one after it. */
export type TextRef = { readonly id: Id; readonly hash: string }

export type SituationEntry = {
  readonly id: Id
  readonly revision: number
  readonly organisation: Id
  readonly state: 'told' | 'nothing'
  readonly text: TextRef | null
}
export type DecisionEntry = { readonly id: Id; readonly revision: number; /** Of the agenda, from 0. */ readonly line: number | null; readonly text: TextRef }
export type ActionEntry = {
  readonly id: Id
  readonly revision: number
  /** At which it was made, and its date. */
  readonly meeting: Id
  readonly madeOn: CivilDate
  /** Who does it; null when the meeting named nobody. */
  readonly organisation: Id | null
  readonly state: 'open' | 'done' | 'dropped'
  readonly due: CivilDate | null
  readonly settled: CivilDate | null
  readonly line: number | null
  readonly text: TextRef
}

/** What the envelope of a text of a meeting is bound to in clear, as `codedHash` of its canonical text; the form version is 'meeting-1'. */
export type MeetingTextCoded = {
  readonly meeting: Id
  readonly circle: Circle
  readonly kind: 'situation' | 'decision' | 'action'
  /** Of a situation; else null. */
  readonly organisation: Id | null
}

/**
 * POST /api/meetings/:id/situations. In the envelope `incident` is the situation's id, `revision` the one that it becomes,
 * `previous` the hash of the text that stands, or null. Told again it is a new revision.
 */
export type SituationRequest = {
  readonly id: Id
  readonly revision: number
  readonly organisation: Id
  readonly state: 'told' | 'nothing'
  readonly sealed: SealedBody | null
  readonly createdAt: Instant
}

/** POST /api/meetings/:id/decisions; withdrawn: a slip, with the text that stands. */
export type DecisionRequest = {
  readonly id: Id
  readonly revision: number
  readonly line: number | null
  readonly withdrawn: boolean
  readonly sealed: SealedBody | 'kept'
  readonly createdAt: Instant
}

/** POST /api/meetings/:id/actions; `id` of the meeting at which it was made. */
export type ActionRequest = Omit<DecisionRequest, 'withdrawn'> & {
  readonly organisation: Id | null
  readonly due: CivilDate | null
  readonly state: 'open' | 'done' | 'dropped' | 'withdrawn'
}

/** 201 stored, 200 it was already, 409 another revision came between. */
export type ItemAnswer = { readonly revision: number }

/** GET /api/meetings/:id/texts: all sealed texts of the meeting and of the actions carried to it, for whoever may open them; logged as one act. */
export type MeetingTextsAnswer = { readonly texts: readonly MeetingText[] }
export type MeetingText = SealedTextAnswer & MeetingTextCoded

// ── Once a year ─────────────────────────────────────────────────────────────────────────────────────────────────

export type YearlySubject = 'begging' | 'labour' | 'crime'
export type YearlyAnswerCode = 'seen' | 'not-seen' | 'not-looked'

/** GET /api/yearly-answers; a reporter sees her own organisation's. POST takes one organisation's of one year. */
export type YearlyAnswersAnswer = { readonly answers: readonly { readonly organisation: Id; readonly year: number; readonly subject: YearlySubject; readonly answer: YearlyAnswerCode }[] }
export type YearlyAnswersRequest = { readonly organisation: Id; readonly year: number; readonly answers: { readonly [Subject in YearlySubject]?: YearlyAnswerCode | undefined } }

// ── Effort ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /api/efforts. */
export type EffortsAnswer = {
  readonly efforts: readonly EffortEntry[]
  /** By calendar year, from the first of collection. */
  readonly years: readonly EffortOfPeriod[]
}

/** PUT /api/efforts/:id takes one, with the revision that it becomes; withdrawn: a slip. */
export type EffortEntry = {
  readonly id: Id
  readonly revision: number
  readonly organisation: Id
  readonly kind: 'training' | 'outreach'
  /** YYYY-MM */
  readonly month: string
  readonly times: number
  /** Trained; null when nobody counted them, and of outreach. */
  readonly people: number | null
}
export type EffortRequest = Omit<EffortEntry, 'id'> & { readonly withdrawn: boolean }

