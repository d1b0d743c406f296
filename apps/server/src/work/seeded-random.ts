// A source of chance that begins from a seed: what is drawn with it is drawn the same again, so that an interval does not move when a page is reloaded.

/** From 0 up to 1. Mulberry32, of Tommy Ettinger (public domain): enough for resampling, and never for a key. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
