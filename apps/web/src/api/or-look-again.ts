// A write that may come second: refused for that, what stands is fetched anew, so that the page shows what somebody else has saved.
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { FailureError } from './ask.ts'

/** Throws what the write throws, after what stands under the keys has been fetched. */
export async function orLookAgain<Answer>(client: QueryClient, queryKeys: readonly QueryKey[], write: () => Promise<Answer>): Promise<Answer> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof FailureError && error.failure.status === 409) await Promise.all(queryKeys.map((queryKey) => client.invalidateQueries({ queryKey })))
    throw error
  }
}
