// What may be shown to whom, as data.
import type { Dimension } from '@lykta/statistics'

/** From the narrowest to the widest; each sees what wider audiences see. */
export type Audience = 'core' | 'network' | 'public'

export type Policy = {
  readonly id: string
  readonly audience: Audience
  /** A cell shows from this count in its own unit … */
  readonly threshold: number
  /** … resting on at least as many incidents … */
  readonly incidents: number
  /** … reported by at least as many organisations … */
  readonly organisations: number
  /** … of which at least as many remain without any one organisation's own. */
  readonly remaining: number
  /** Dimensions that need more, stand alone, and only over a block of years. */
  readonly sensitiveDimensions: readonly Dimension[]
  readonly sensitiveThreshold: number
  /** No cross of two personal attributes. */
  readonly crosses: boolean
  /** Percentages only from a base of this size, with the base beside them. */
  readonly shareBase: number
}

const outside = {
  threshold: 5,
  incidents: 5,
  organisations: 3,
  remaining: 2,
  sensitiveDimensions: ['nationality', 'age-group', 'place-type'],
  sensitiveThreshold: 11,
  crosses: false,
  shareBase: 20,
} as const satisfies Omit<Policy, 'id' | 'audience'>

/** The defaults of docs/disclosure.md. */
export const defaultPolicies: Readonly<Record<Audience, Policy>> = {
  public: { id: 'default-public-1', audience: 'public', ...outside },
  network: { id: 'default-network-1', audience: 'network', ...outside },
  core: { ...outside, id: 'default-core-1', audience: 'core', threshold: 3, incidents: 3, sensitiveThreshold: 3, crosses: true },
}
