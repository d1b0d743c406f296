// What the server says of drafts and approved editions, and takes from the workshop.
import type { Id, Language } from '@lykta/incident'
import type { Decision, EditionFile, Instant, Job, WordedProblem } from './types.ts'

export type EditionAudience = 'core' | 'network' | 'public'
export type InBoth = Readonly<Record<Language, string>>

/** An approved edition, as its readers see it. */
export type PublishedEdition = {
  readonly id: Id
  readonly year: number
  readonly audience: EditionAudience
  /** 1 for the first of its year and readers, 2 for the one that replaced it … */
  readonly number: number
  readonly approvedAt: Instant
  /** Null: since it was approved. */
  readonly releaseAt: Instant | null
  /** False for those who may agree to editions alone, before the release. */
  readonly released: boolean
  readonly replaces: Id | null
  readonly replacedBy: Id | null
  /** What changed, and why; null for the first. */
  readonly changed: InBoth | null
}

/** GET /api/published/:id. */
export type PublishedAnswer = { readonly edition: PublishedEdition; readonly files: readonly EditionFile[] }

/** Two organisations are enough behind a number; or the rows of a table are not merged. */
export type EditionOverride =
  | { readonly rule: 'organisations'; readonly reason: string }
  | { readonly rule: 'merge'; readonly table: string; readonly reason: string }

/** By role and organisation, which everybody in the core group knows. */
export type Who = { readonly self: boolean; readonly role: 'coordinator' | 'core-member' | 'program' | 'gone'; readonly organisation: string | null }

export type RefusalReason = 'figures' | 'words' | 'time' | 'other'

export type DraftStep = {
  readonly act: 'ask' | 'approve' | 'refuse' | 'withdraw'
  readonly who: Who
  readonly at: Instant
  readonly reason: RefusalReason | null
}

export type DraftSummary = {
  readonly id: Id
  readonly year: number
  readonly audience: EditionAudience
  readonly revises: Id | null
  readonly madeAt: Instant
  readonly who: Who
  readonly state: 'frozen' | 'asked' | 'approved' | 'refused' | 'withdrawn'
  /** The ledger has grown: it can no longer be approved. The register has: a newer one would count more. */
  readonly outdated: 'no' | 'register' | 'ledger'
  readonly releaseAt: Instant | null
  /** The caller is asked to agree. */
  readonly waitsForYou: boolean
}

export type DraftAct = 'ask' | 'approve' | 'refuse' | 'withdraw'

/** GET /api/drafts/:id, and the answer to whatever is done with it. */
export type DraftAnswer = {
  readonly draft: DraftSummary
  /** What is agreed to: sent back with each step, so that nobody agrees to anything else. */
  readonly digest: string
  readonly asOf: { readonly position: number; readonly at: Instant }
  readonly policy: string
  /** Null for whoever may not see the counts, like all that has to do with them. */
  readonly audit: { readonly passed: true; readonly solved: number; readonly protectedCells: number } | null
  /** How many counts could be told too well by what was published before: whoever is asked is told too, for some of it may have been entered by one person. */
  readonly exposedBefore: number
  readonly steps: readonly DraftStep[]
  /** What the caller may do now. */
  readonly may: readonly DraftAct[]
  /** Nobody has been asked: it can be thrown away (DELETE). */
  readonly mayDiscard: boolean
  /** From when the one who asked may complete it herself; null where another has to agree. */
  readonly aloneFrom: Instant | null
  /** One coordinator, and nothing loosened: she may complete it herself, once she has asked and a day has passed. */
  readonly mayBeAlone: boolean
  readonly overrides: readonly EditionOverride[]
  readonly changed: InBoth | null
  /** Where the figures are revised: what both editions print, and print otherwise, as the edition itself says it. */
  readonly changes: Readonly<Record<Language, readonly ChangedFigure[]>> | null
  readonly warnings: readonly WordedProblem[]
  /** Incidents that came after their years were printed and wait to be told of. */
  readonly lateWaiting: number
  readonly plan: readonly PlannedRelease[]
  readonly files: readonly EditionFile[]
  readonly decisions: readonly DraftDecision[] | null
}

/** As texts. */
export type ChangedFigure = { readonly name: string; readonly before: string; readonly after: string }

/** Printed as counted, its readers would know the count; this is what they can say of it now, with all that they have in hand. Null where it was not asked. */
export type DraftDecision = Decision & { readonly low: number | null; readonly high: number | null }

export type PlannedRelease = {
  readonly table: string
  readonly release: 'year' | 'block' | 'part-of-year'
  /** Periods that this edition prints. */
  readonly printed: readonly string[]
  /** Years at the end that wait for more. */
  readonly waiting: readonly number[]
  /** Of a block: the year with whose edition the next one comes. */
  readonly next: number | null
}

/** POST /api/drafts. 202. */
export type NewDraftRequest = {
  readonly year: number
  readonly audience: EditionAudience
  readonly overrides: readonly EditionOverride[]
  /** An approved edition of the same year and readers. */
  readonly revises?: Id | undefined
  readonly changed?: InBoth | undefined
  /** The year is counted anew, as of now; else the figures stay and the words are those of today. */
  readonly figures?: boolean | undefined
}

/** `draft`: where it is found when the job is done. */
export type NewDraftAnswer = { readonly job: Job; readonly draft: Id }

/** POST /api/drafts/:id/steps. */
export type DraftStepRequest = {
  readonly act: DraftAct
  readonly digest: string
  /** With 'ask': the day on which it is published, at eight in the morning; null for at once. */
  readonly releaseOn?: string | null | undefined
  /** With 'refuse'. */
  readonly reason?: RefusalReason | undefined
}
