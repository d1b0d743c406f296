// Persons of a period: group entries that share a person reference are one person, of whom the common known values hold.
import { anyAnswer, type CountedPerson, joinQuantity, type Quantity } from '@lykta/incident'

/** What is counted of one group entry, or of one person merged from several. */
export type Person = {
  readonly count: Quantity
  readonly sex: string
  readonly ageGroup: string
  readonly nationalities: readonly string[]
  /** Null or "not-asked" when it was not asked. */
  readonly supportContact: string | null
  readonly supportOffered: string | null
  readonly acceptedSupport: string | null
}

/** "conflicting" is a code of its own: two entries that cannot both be right are not guessed between. */
export function commonKnown(values: readonly string[]): string {
  const known = new Set(values.filter((value) => value !== 'unknown'))
  if (known.size === 0) return 'unknown'
  return known.size === 1 ? [...known][0]! : 'conflicting'
}

/** Entries that share a reference, as the one person they are taken to be; linked groups of several are as many as the largest of them. */
export function mergePerson(groups: readonly CountedPerson[]): Person {
  const only = groups.length === 1 ? groups[0] : undefined
  if (only) return only
  return {
    count: joinQuantity(groups.map(({ count }) => count))!,
    sex: commonKnown(groups.map((group) => group.sex)),
    ageGroup: commonKnown(groups.map((group) => group.ageGroup)),
    nationalities: [...new Set(groups.flatMap((group) => group.nationalities))],
    supportContact: anyAnswer(groups.map((group) => group.supportContact)),
    supportOffered: anyAnswer(groups.map((group) => group.supportOffered)),
    acceptedSupport: anyAnswer(groups.map((group) => group.acceptedSupport)),
  }
}

/**
 * How a quantity of persons divides over several codes of which each is known to apply to somebody.
 * One code: all of them. Several: one person for each code (as many as the codes it merges), the rest has no known
 * distribution; each share is a lower bound as soon as there is such a rest.
 */
export function distribute(quantity: Quantity, members: ReadonlyMap<string, number>): readonly (readonly [code: string, part: Quantity])[] {
  const only = members.size === 1 ? [...members.keys()][0] : undefined
  if (only !== undefined) return [[only, quantity]]
  let known = 0
  for (const number of members.values()) known += number
  const rest = Math.max(0, quantity.count - known)
  const parts: [string, Quantity][] = [...members].map(([code, number]) => [
    code,
    { count: Math.min(quantity.count, number), atLeast: quantity.atLeast || rest > 0 },
  ])
  // Of at least two who are Romanian and Thai there may be more, of whom nothing is known.
  if (rest > 0 || quantity.atLeast) parts.push(['distribution-not-known', { count: rest, atLeast: quantity.atLeast }])
  return parts
}
