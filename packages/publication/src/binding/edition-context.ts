// What an edition knows about itself besides its tables.
import type { Policy } from '@lykta/disclosure'
import type { CivilDate, Language, Network } from '@lykta/incident'
import type { Collection } from '@lykta/statistics'

/** The network as a publication names it. */
export type PublishedNetwork = Pick<Network, 'name' | 'municipality' | 'collectionStart' | 'timeZone' | 'sample'>

export type EditionContext = {
  readonly language: Language
  readonly network: PublishedNetwork
  /** The year that the edition is about, and the first one it tells of. */
  readonly year: number
  readonly firstYear: number
  /** Position of the register's clock, and the instant (ISO 8601, UTC) and the hash of the audit's line that stand beside it. */
  readonly asOf: { readonly position: number; readonly time: string; readonly head: string }
  readonly today: CivilDate
  /** Last day of collection that the counts speak of. */
  readonly collectedTo: CivilDate
  readonly policy: Policy
  readonly version: string
  /** Not approved for publishing; every page says so. */
  readonly draft: boolean
  /** A table whose rows are not merged. */
  readonly apart?: string | undefined
}

/** The days that the counts speak of. */
export function collectionOf({ network, collectedTo }: Pick<EditionContext, 'network' | 'collectedTo'>): Collection {
  return { from: network.collectionStart, to: collectedTo }
}
