// Where a unit counts: the periods that it lies in, and the organisation behind it. A network has few different places.

export type Place = {
  readonly periods: readonly number[]
  /** The organisation's number. */
  readonly organisation: number
}

export type Places = {
  /** For each unit the number of its place. */
  readonly of: Int32Array
  readonly list: readonly Place[]
}

/** Lists of periods are told apart by identity: whoever makes them gives equal ones once. */
export function placesOfUnits(units: readonly Place[]): Places {
  const of = new Int32Array(units.length)
  const list: Place[] = []
  const known = new Map<readonly number[], number[]>()
  for (let unit = 0; unit < units.length; unit += 1) {
    const { periods, organisation } = units[unit]!
    let byOrganisation = known.get(periods)
    if (!byOrganisation) known.set(periods, (byOrganisation = []))
    of[unit] = byOrganisation[organisation] ??= list.push({ periods, organisation }) - 1
  }
  return { of, list }
}
