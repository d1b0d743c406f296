// Answers that take a whole number of steps of time, so that how long one took does not tell what was looked up on the way.
import { setTimeout as pause } from 'node:timers/promises'

/** `step` in milliseconds: longer than the work usually takes. */
export async function steadily<T>(step: number, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  try {
    return await work()
  } finally {
    await pause(step - ((performance.now() - begun) % step))
  }
}
