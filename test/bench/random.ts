// A seeded source of chance: the same seed gives the same network on every machine.

export type Random = {
  /** At least 0, below 1. */
  readonly share: () => number
  /** A whole number, at least 0 and below `bound`. */
  readonly below: (bound: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** The first of a list often, the last seldom: place k with a probability in proportion to 1 ÷ (k + 1). */
  readonly pickSkewed: <T>(list: readonly T[]) => T
  /** Random UUID, version 4. */
  readonly uuid: () => string
}

/** Mulberry32, of Tommy Ettinger (public domain): 32 bits of state, enough for invented data and nothing else. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const bits = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const share = (): number => bits() / 2 ** 32
  const below = (bound: number): number => Math.floor(share() * bound)
  const hex = (number: number): string => number.toString(16).padStart(8, '0')
  return {
    share,
    below,
    chance: (probability) => share() < probability,
    pick: (list) => list[below(list.length)]!,
    // The inverse of log(1 + k) ÷ log(1 + n), the continuous relative of harmonic weights.
    pickSkewed: (list) => list[Math.min(list.length - 1, Math.floor((list.length + 1) ** share() - 1))]!,
    uuid: () => {
      const [a, b, c, d] = [bits(), bits(), bits(), bits()].map(hex) as [string, string, string, string]
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${((Number.parseInt(c[0]!, 16) & 3) | 8).toString(16)}${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
  }
}
