// The tables of situation reports as the query builder knows them (tables.ts has the others).
import type { Id } from '@lykta/incident'
import type { Instant, Stamp } from './tables.ts'

type SituationRow = { readonly network_id: Id; readonly report_id: Id; readonly author: string; readonly from_position: Stamp }
type Dated = SituationRow & { readonly created_at: Instant }

export type SituationAudience = 'core' | 'network' | 'public'

export type SituationReportRow = Dated & { readonly meeting_id: Id; readonly as_of: number; readonly ledger_length: number }

export type SituationVersionRow = Dated & {
  readonly audience: SituationAudience
  readonly digest: string
  /** JSON. */
  readonly content: string
  /** JSON. */
  readonly told: string | null
}

export type SituationFileRow = SituationRow & { readonly audience: SituationAudience; readonly path: string; readonly bytes: Buffer }

export type SituationReleaseRow = Dated & { readonly audience: 'network' | 'public'; readonly digest: string }
