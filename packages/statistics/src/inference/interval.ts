// An interval of confidence, and the share of probability that its level leaves in each tail.

/** Both ends belong to it; `upper` is `Infinity` where the data set no upper limit. */
export type Interval = {
  readonly lower: number
  readonly upper: number
}

/** 0.95 leaves 0.025 on either side. Throws for a level that is not between 0 and 1. */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new Error(`a confidence level lies between 0 and 1, not ${level}`)
  return (1 - level) / 2
}
