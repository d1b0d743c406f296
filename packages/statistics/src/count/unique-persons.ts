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

/** The row of those of whom it is not known which of several codes apply. */
export const restNotKnown = 'distribution-not-known'

/**
 * How a quantity of persons divides over several codes of which each is known to apply to somebody; `members`: how many
 * codes each row merges. One person for each code, the rest has no known distribution; each share is a lower bound as soon
 * as there is such a rest. Gives the part of each row, and after them that of the rest if there may be one.
 */
export function distribute({ count, atLeast }: Quantity, members: readonly number[]): readonly Quantity[] {
  const rest = Math.max(0, count - members.reduce((sum, number) => sum + number, 0))
  const parts = members.map((number): Quantity => ({ count: Math.min(count, number), atLeast: atLeast || rest > 0 }))
  // Of at least two who are Romanian and Thai there may be more, of whom nothing is known.
  return rest > 0 || atLeast ? [...parts, { count: rest, atLeast }] : parts
}
