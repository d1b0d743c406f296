// The closed code lists of the form; English codes everywhere in data, words in `words.ts`.

export const sectors = ['police', 'social-services', 'civil-society', 'business', 'municipality', 'region', 'other'] as const
export type Sector = (typeof sectors)[number]

/** Those that offer support to exploited persons. */
export const supportingSectors: readonly Sector[] = ['social-services', 'civil-society', 'municipality', 'region', 'other']

export const placeTypes = ['hotel', 'home', 'street', 'internet', 'workplace', 'massage-parlour', 'other', 'unknown'] as const
export type PlaceType = (typeof placeTypes)[number]

/** Suspected form of exploitation. */
export const exploitations = [
  'sexual', 'begging', 'labour', 'domestic-servitude', 'forced-criminality', 'organ-removal', 'forced-marriage', 'other', 'unknown',
] as const
export type Exploitation = (typeof exploitations)[number]

export const sexes = ['woman', 'man', 'other', 'unknown'] as const
export type Sex = (typeof sexes)[number]

export const ageGroups = ['adult', 'minor', 'unknown'] as const
export type AgeGroup = (typeof ageGroups)[number]

export const answers = ['yes', 'no', 'unknown'] as const
/** A question that was asked; one that was not asked is `null`. */
export type Answer = (typeof answers)[number]

/** Roles of possible perpetrators, never merged into one number without saying so. */
export const perpetratorRoles = ['buyer', 'procurer', 'other'] as const
export type PerpetratorRole = (typeof perpetratorRoles)[number]

/** How it came to the network: filled in by the reporter, or entered for somebody who told it. */
export const channels = ['form', 'telephone', 'paper', 'meeting'] as const
export type Channel = (typeof channels)[number]

export type Language = 'sv' | 'en'
