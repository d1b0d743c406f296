// How long the search for the least to hide may take: by this thread's own processor time, so that a busy machine finds the same as an idle one, only later.

const searchSeconds = 60
/** By the clock on the wall: nobody waits for ever. */
const waitingSeconds = 600

/** What is found when nothing is left is as safe, and how far from the least it can be is told. */
export function startSearchClock(): () => number {
  const begun = { worked: worked(), clock: performance.now() / 1000 }
  return () => Math.min(begun.worked + searchSeconds - worked(), begun.clock + waitingSeconds - performance.now() / 1000)
}

function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}
