// The coordinator's role on its way from one organisation to another, and exports: what the server answers and the app sends.
import type { Id } from '@lykta/incident'
import type { Instant, Job } from './types.ts'

/** Of the organisations that have had the role, the first one's begins with the network. */
export type Coordination = { readonly organisation: Id; readonly since: Instant }

/** What becomes of the coordinators of the organisation that hands over. */
export type FormerRole = 'core-member' | 'removed'

/** As the network's settings keep it while it is under way. */
export type StoredHandOver = {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  readonly former: FormerRole
  readonly begunBy: Id
  readonly begunAt: Instant
  /** The register's position then: what was exported before it does not count. */
  readonly after: number
  /** The line that the one coordinator has signed and the other has not; null before it, and after it was taken back. */
  readonly offer: string | null
}

export type HandOverAct = 'begin' | 'offer' | 'accept' | 'withdraw'

/** GET /api/hand-over (coordinators). */
export type HandOverAnswer = {
  readonly history: readonly Coordination[]
  readonly underWay: null | {
    readonly from: Id
    readonly to: Id
    readonly former: FormerRole
    readonly begunAt: Instant
    /** Coordinators of the organisation that takes over, whose keys the log lists. */
    readonly takers: readonly Id[]
    /** When everything was exported since it was begun, last; null before. */
    readonly exportedAt: Instant | null
    /** 'outdated': the log has gone on since it was signed, and it has to be signed anew. */
    readonly offer: null | { readonly state: 'waiting' | 'outdated'; readonly signer: Id; readonly approver: Id; readonly line: string }
  }
  /** What the caller may do now. */
  readonly may: readonly HandOverAct[]
}

/** POST /api/hand-over: from the caller's organisation. */
export type BeginHandOver = { readonly id: Id; readonly to: Id; readonly former: FormerRole }
/** POST /api/hand-over/offer: a line of type 'hand-over' that she has signed, with its approver named and not yet heard. */
export type OfferHandOver = { readonly line: string }
// POST /api/hand-over/completion: a LogRequest of that line approved, one that rotates, and the grants. DELETE /api/hand-over: not after all.

export type ExportPart = 'record' | 'keys'

/** GET and POST /api/exports; DELETE stops it, or throws it away. */
export type ExportAnswer = {
  /** Whether a session for it is needed first (sharing-types.ts, purpose 'export'), and whether one of the caller's runs. */
  readonly session: 'none-needed' | 'needed' | 'running'
  readonly job: Job | null
  /** Ready to be fetched at GET /api/exports/record and /keys. */
  readonly ready: null | { readonly madeAt: Instant; readonly until: Instant; readonly digest: string; readonly files: readonly { readonly part: ExportPart; readonly name: string; readonly bytes: number }[] }
}
