// Numbers for several organisations that stand behind one event together, beside the numbers of each alone.

export type OrganisationSets = {
  /** How many organisations there are; their own numbers are below it. */
  readonly size: number
  /** The number of one organisation, or of several together. */
  readonly numberOf: (organisations: readonly number[]) => number
  /** The organisations behind a number. */
  readonly membersOf: (number: number) => readonly number[]
}

export function organisationSets(size: number): OrganisationSets {
  const sets: (readonly number[])[] = []
  const known = new Map<string, number>()
  return {
    size,
    numberOf: (organisations) => {
      const different = [...new Set(organisations)].sort((a, b) => a - b)
      if (different.length === 1) return different[0]!
      const name = different.join()
      let number = known.get(name)
      if (number === undefined) known.set(name, (number = size + sets.push(different) - 1))
      return number
    },
    membersOf: (number) => (number < size ? [number] : sets[number - size]!),
  }
}
