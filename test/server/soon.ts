// Waits for what happens after the answer, for as long as a busy machine takes: how long is no part of what a test says.
import { vi } from 'vitest'

/** Tried again until it throws no more. */
export function soon(check: () => unknown): Promise<void> {
  return vi.waitFor(async () => void (await check()), { timeout: 60_000 })
}
