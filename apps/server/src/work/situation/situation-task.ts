// What passes between the server's thread and the one that makes a situation report: data alone.
import type { Audience, LedgerEntry, OutsideFigure, ProtectedTable } from '@lykta/disclosure'
import type { CivilDate, OwnIndicator } from '@lykta/incident'
import type { Apart, PublishedNetwork, SituationActions, SituationContext, SituationEffort, SituationInput, Told } from '@lykta/publication'
import type { Collection } from '@lykta/statistics'
import type { EditionTask } from '../edition-task.ts'
import type { Followed } from './read-followed.ts'
import type { Windows } from './windows.ts'

export type SituationTask = {
  readonly network: PublishedNetwork
  readonly meeting: { readonly circle: 'core' | 'network'; readonly date: CivilDate }
  /** Of the last meeting of each circle. */
  readonly since: Readonly<Record<'core' | 'network', CivilDate | null>>
  /** No report was made for another meeting before. */
  readonly isFirst: boolean
  readonly windows: Windows | null
  readonly collection: Collection
  /** The meeting's day, or today before it. */
  readonly day: CivilDate
  readonly today: CivilDate
  readonly asOf: SituationContext['asOf']
  readonly version: string
  /** The smallest number that the network shows to others. */
  readonly threshold: number
  readonly ownIndicators: readonly OwnIndicator[]
  /** Everything published before, but of earlier states. */
  readonly earlier: readonly LedgerEntry[]
  /** Where printed years were printed anew: which, and what was printed before each. */
  readonly states: EditionTask['states']
  /** Parts of years that were told and let go before. */
  readonly told: readonly Told[]
  /** Of what was withdrawn and unfounded, told and let go before, to whomever. */
  readonly apartTold: readonly Apart[]
  readonly followed: Followed
  /** The newest edition that each audience may read. */
  readonly editions: Readonly<Record<'network' | 'public', SituationInput['edition']>>
  readonly effort: SituationEffort
  readonly actions: Readonly<Record<'core' | 'network', SituationActions>>
}

export type MadeVersion = {
  readonly audience: Audience
  readonly parts: readonly { readonly table: ProtectedTable; readonly periods: readonly string[] }[]
  readonly figures: readonly OutsideFigure[]
  /** Told for the first time of what was withdrawn and unfounded. */
  readonly apart: readonly Apart[]
  /** By path: "sv/index.html". */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type SituationResult = { readonly versions: readonly MadeVersion[] }
