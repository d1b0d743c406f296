// The server's JSON answers, as types alone: what apps/server sends and apps/web reads.
//
// Rules for every address under /api: JSON in and out; 404 for unknown and forbidden alike; every failure is a
// `Failure` with content type application/problem+json. A write needs content type application/json and an Origin
// (or Sec-Fetch-Site) of the server itself. Nothing about a case stands in an address: search texts travel in bodies.
import type { CivilDate, FormAnswers, Id, Incident, Language, Network, Organisation, OwnIndicator, OwnQuestion, Problem } from '@lykta/incident'
import type { CountNotes, CountTable, EffortOfPeriod, Period, Said, Trends } from '@lykta/statistics'

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
  /** An authority runs the network: what is written is a public document, with a register number. */
  readonly authority: boolean
  /** Program version. */
  readonly version: string
}

// ── GET /api/overview?year=2019 and GET /api/statistics?from=2017&to=2019 ────────────────────────────────────────

/** Ends at infinity are null. */
export type RateInterval = {
  readonly estimate: number | null
  readonly low: number
  readonly high: number | null
}

/** Why no direction is given, in this order when several hold. */
export type NoDirection =
  /** The interval of the ratio contains 1. */
  | 'may-be-chance'
  /** One of the periods has less than six months of exposure. */
  | 'short-exposure'
  /** One of the periods lies wholly within the first six months of collection. */
  | 'start-of-collection'
  /** One of the periods is not over yet. */
  | 'not-over'
  /** It would hold alone, and does not when account is taken of how many years are compared. */
  | 'one-of-several'

/** Incidents of two periods, per month of exposure: exact Poisson intervals and the exact conditional ratio (95 %). */
export type PeriodComparison = {
  readonly earlier: { readonly period: Period; readonly count: number; readonly perMonth: RateInterval }
  readonly later: { readonly period: Period; readonly count: number; readonly perMonth: RateInterval }
  /** Later over earlier. */
  readonly ratio: RateInterval
  /** "higher" or "lower" only when `noDirection` is empty; the page then shows effort (participants) beside it. */
  readonly direction: 'higher' | 'lower' | 'none'
  readonly noDirection: readonly NoDirection[]
}

/** The year's figures with the year before; raw counts, for the coordinator alone. */
export type OverviewAnswer = {
  readonly year: number
  readonly asOf: AsOf
  /** `periods` of each table: the year before (when collected at all), then the year. Every table of `reportTables`. */
  readonly tables: readonly CountTable[]
  /** Incidents per month of the year: one table without dimensions, twelve periods. */
  readonly months: CountTable
  /** Incidents per year from collection start: one table without dimensions, a period a year. */
  readonly years: CountTable
  /** Incidents of the year whose date is known only to more than one month: in the year and in no month. */
  readonly inNoMonth: number
  /** Incidents whose date is not known to a year: in all years together and in none of them. */
  readonly inNoYear: number
  /** Null for the first year of collection. */
  readonly comparison: PeriodComparison | null
  /** Of the periods of `tables`, in their order. */
  readonly efforts: readonly EffortOfPeriod[]
  readonly notes: CountNotes
}

/** Every table of the annual report; raw counts, for the coordinator alone. */
export type StatisticsAnswer = {
  readonly asOf: AsOf
  /** One period a year, then "all" when there is more than one; the periods of every table. */
  readonly periods: readonly Period[]
  /** One for each of `reportTables`, in that order. */
  readonly tables: readonly CountTable[]
  /** Incidents per month, one table without dimensions for each year, in the order of `periods`. */
  readonly months: readonly { readonly year: number; readonly table: CountTable; readonly inNoMonth: number }[]
  /** Incidents per month of exposure, one for each of `periods`; null without exposure. */
  readonly rates: readonly (RateInterval | null)[]
  /** Each year with the one before it. */
  readonly comparisons: readonly PeriodComparison[]
  /** Of each year. */
  readonly efforts: readonly EffortOfPeriod[]
  /** What may be said of the years, of the months in them, and of what the running year may still bring. */
  readonly trends: Trends
  readonly overMonths: { readonly spread: Said; readonly dispersion: number; readonly p: number } | null
  readonly rest: Said | null
  readonly notes: CountNotes
}

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

// ── The form: GET /api/form, and what it sends ──────────────────────────────────────────────────────────────────

/** What a page or a script needs to fill in the form and to seal its free text; the words come with @lykta/incident. */
export type FormAnswer = {
  /** Of the version now in use; its questions are `findFormVersion(id)` of @lykta/incident. */
  readonly formVersion: string
  /** Today in the network's time zone. */
  readonly today: CivilDate
  /** What the envelope and `parseFormAnswers` need of the network. */
  readonly network: Pick<Network, 'id' | 'name' | 'collectionStart' | 'timeZone' | 'sample'>
  /** Who the envelope says wrote the text: the acting member. */
  readonly author: string
  /** Of the acting member; null when they belong to none and must choose the source's. */
  readonly reporterOrganisation: Id | null
  /**
   * To which free text is sealed. Null before the network has keys, and when the database holds another key than the data
   * folder remembers: then no text can be sent.
   */
  readonly epoch: { readonly epoch: number; readonly recipient: string } | null
  readonly ownIndicators: readonly OwnIndicator[]
  /** Ended ones too: old answers name them. A page kept from before there were any lacks them. */
  readonly ownQuestions?: readonly OwnQuestion[]
  /** All of the network's, former members and sources outside included: old answers name them. */
  readonly organisations: readonly Organisation[]
  /** An authority runs the network: whoever reports is told so. A page kept from before lacks it. */
  readonly authority?: boolean
}

/** Free text sealed by the library: `sealText` of @lykta/seal. */
export type SealedBody = {
  /** The entry of the membership log that the author had verified; null or left out where there is no log yet. */
  readonly position?: number | null | undefined
  /** Random UUID, made by the sender. */
  readonly sealedId: Id
  /** The epoch that the key file is sealed to; the current one. */
  readonly epoch: number
  /** The two age files, base64url without padding. */
  readonly body: string
  readonly key: string
  /** `codedHash` of the answers, as the envelope holds it: the server makes its own, and refuses if they differ. */
  readonly codedHash: string
}

/** POST /api/incidents. 201 when it is stored, 200 when it was already, 409 when the id stands for something else. */
export type NewIncidentRequest = {
  /** Random UUID, made by the sender: sent again with the same content, it arrives once. */
  readonly id: Id
  readonly formVersion: string
  readonly answers: FormAnswers
  /** Revision 1, previous null, `createdAt` and author as here. */
  readonly sealed: SealedBody | null
  /** UTC with milliseconds, as `Date.toISOString` writes it. */
  readonly createdAt: Instant
}

export type ReceiptAnswer = {
  /** Eight characters, the last a check: for the receipt, and for calls. */
  readonly ref: string
  readonly revision: number
}

/** Why a revision was made: something was added, or something was wrong. */
export type CorrectionReason = 'addition' | 'mistake'

/** POST /api/incidents/:ref/revisions: the whole answers anew. 201, 200 and 409 as above. */
export type CorrectionRequest = {
  /** The revision that was looked at; another one meanwhile is refused with 409. */
  readonly base: number
  readonly reason: CorrectionReason
  readonly formVersion: string
  readonly answers: FormAnswers
  /** A new text (revision base + 1); 'kept' leaves the one that there is. */
  readonly sealed: SealedBody | 'kept'
  readonly createdAt: Instant
}

/** Entered twice; seen to be nothing; about somebody else's matter; asked for by the source. */
export type WithdrawalReason = 'duplicate' | 'mistaken' | 'not-ours' | 'source-asked'

/** POST /api/incidents/:ref/withdrawal: numbered still, and counted no more. 201, 200 and 409 as above. */
export type WithdrawalRequest = {
  readonly base: number
  readonly reason: WithdrawalReason
}

/** GET /api/incidents/:ref/form: what a correction starts from. */
export type IncidentFormAnswer = {
  readonly revision: number
  /** Of the standing revision; an import's is no form. */
  readonly formVersion: string
  readonly answers: FormAnswers
  /** The incident's id and the hash of its latest text: the envelope of a new one names both. */
  readonly id: Id
  readonly previous: string | null
}

// ── Editions and the jobs that make them ────────────────────────────────────────────────────────────────────────

export type JobStep = 'waiting' | 'counting' | 'protecting' | 'auditing' | 'writing' | 'typesetting' | 'done'

/** GET /api/jobs/:id; DELETE /api/jobs/:id cancels and answers with the job. */
export type Job = {
  readonly id: string
  readonly year: number
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly step: JobStep
  /** Of the whole, 0 to 1; null when it cannot be told. */
  readonly progress: number | null
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  /** Why it failed: a file of the template and its line (`where.row`), or what the audit refused. */
  readonly problems: readonly WordedProblem[]
}

export type EditionSummary = {
  readonly year: number
  /** "stale": made before the register's latest change. */
  readonly state: 'none' | 'ready' | 'stale'
  readonly madeAt: Instant | null
  readonly asOf: AsOf | null
  /** The job at work on it, or the last one that failed; null otherwise. */
  readonly job: Job | null
}

/** GET /api/editions, latest year first. */
export type EditionListAnswer = { readonly editions: readonly EditionSummary[] }

/** POST /api/editions/:year starts (202) or answers with the one already at work. */
export type JobAnswer = { readonly job: Job }

export type EditionFile = {
  /** Null for the manifest, which belongs to both. */
  readonly language: Language | null
  readonly kind: 'page' | 'pdf' | 'archive' | 'docx' | 'svg' | 'csv' | 'json' | 'px' | 'manifest'
  /** Table id for csv and json; null otherwise. */
  readonly table: string | null
  /** Address on this server, for instance "/editions/2019/sv/report.pdf". */
  readonly href: string
  readonly bytes: number
}

export type DecisionReason =
  /** Below the threshold of its unit, or too few incidents. */
  | 'few'
  /** Too few organisations, or nearly all from one. */
  | 'organisations'
  /** Nearly the whole of its margin. */
  | 'nearly-all'
  /** The attribute needs more, or a block of years. */
  | 'sensitive'
  /** Could be worked out from others. */
  | 'complementary'
  /** A year at the end that cannot stand alone, and whose neighbour has not been yet. */
  | 'waits'

/** One row of the private protocol: what was done to a cell of the tables. Never published. */
export type Decision = {
  readonly table: string
  /** Codes of the row; empty for the base. */
  readonly codes: readonly string[]
  readonly period: string
  /** 'waits': not in this edition, but in a later one together with years to come. */
  readonly action: 'shown' | 'merged' | 'hidden' | 'band' | 'waits'
  /** The merged row or period it stands in, for instance "other" or "2017-2018"; null unless merged. */
  readonly into: string | null
  /** All that speak against showing it as it is, each once. */
  readonly reasons: readonly DecisionReason[]
  readonly count: number
  readonly atLeast: boolean
}

/** GET /api/editions/:year; `files` and `decisions` are empty when the edition has not been made. */
export type EditionAnswer = {
  readonly edition: EditionSummary
  readonly draft: boolean
  /** Policy id and audience. */
  readonly policy: string
  readonly audience: 'core' | 'network' | 'public'
  /** The attacker's audit: linear programmes solved, and cells protected. */
  readonly audit: { readonly passed: boolean; readonly solved: number; readonly protectedCells: number } | null
  /** What to know before the edition goes anywhere, for instance that its year is not over. */
  readonly warnings: readonly WordedProblem[]
  /** What the checker asks about in the text, with its place. */
  readonly asked: readonly (WordedProblem & { readonly language: Language; readonly line: number })[]
  readonly files: readonly EditionFile[]
  readonly decisions: readonly Decision[]
}
