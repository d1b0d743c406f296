// How much time is left, in seconds; not above zero when it is over. The clock is passed in.
export type SecondsLeft = () => number
