// How long the search for the least to hide may take: by this thread's own processor time, so that a busy machine finds the same as an idle one, only later.

const searchSeconds = 60
/** By the clock on the wall: nobody waits for ever. */
const waitingSeconds = 600

type Clocks = { readonly worked: () => number; readonly onTheWall: () => number }

const own: Clocks = {
  worked: () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1e6
  },
  onTheWall: () => performance.now() / 1000,
}

/** Seconds left; never more than there were, which a sum of large times would round to. What is found when none is left is as safe, and how far from the least it can be is told. */
export function startSearchClock({ worked, onTheWall }: Clocks = own): () => number {
  const begun = { worked: worked(), onTheWall: onTheWall() }
  return () => Math.min(searchSeconds - (worked() - begun.worked), waitingSeconds - (onTheWall() - begun.onTheWall))
}
