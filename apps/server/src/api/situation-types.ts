// The shapes of what the server answers and takes about situation reports: types only, so that the web app may import them.
import type { Id } from '@lykta/incident'
import type { Instant, Job } from './types.ts'

export type SituationAudience = 'core' | 'network' | 'public'

/** GET /api/situations: the versions that the caller may read, the newest first; reporters and readers see those that were let go to them. */
export type SituationsAnswer = {
  readonly versions: readonly SituationVersion[]
  /** For whoever makes them: the report at work, or the last one that failed. */
  readonly job: Job | null
}

export type SituationVersion = {
  readonly report: Id
  /** Null for those who need not know of the core group's meetings. */
  readonly meeting: Id | null
  readonly audience: SituationAudience
  readonly madeAt: Instant
  /** What is agreed to. */
  readonly digest: string
  /** Null while it waits for a second person; of the core group's own, from when it was made. */
  readonly releasedAt: Instant | null
  /** The caller can let it go to its readers now. */
  readonly mayRelease: boolean
  /** From when whoever made it may do so herself; null where another has to agree, or it is done. */
  readonly aloneFrom: Instant | null
  /** Something was published since it was made, with which it was not tried: it has to be made again. */
  readonly outdated: boolean
  readonly files: readonly { readonly language: 'sv' | 'en'; readonly kind: 'page' | 'pdf' | 'data'; readonly href: string }[]
}

/** POST /api/situations: 202 with the job; the one that is at work is answered with itself. */
export type NewSituationRequest = { readonly meeting: Id }
export type NewSituationAnswer = { readonly job: Job }

/** POST /api/situations/:id/:audience/release: of network and public. 409 when it cannot be let go now. */
export type ReleaseSituationRequest = { readonly digest: string }
