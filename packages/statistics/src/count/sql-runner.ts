// Hands queries to the connections there are, each one query at a time.

/** Runs one query with the register's network in context; `float8` and `boolean` come back as numbers and booleans. */
export type RunQuery = (text: string, params: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

/** Queries begin in the order in which they are asked; after one has failed, none does. */
export function inTurn(runs: readonly RunQuery[]): RunQuery {
  const free = [...runs]
  const waiting: ((run: RunQuery) => void)[] = []
  let failed: { readonly error: unknown } | undefined
  return async (text, params) => {
    const run = free.pop() ?? (await new Promise<RunQuery>((resolve) => void waiting.push(resolve)))
    try {
      if (failed) throw failed.error
      return await run(text, params)
    } catch (error) {
      failed ??= { error }
      throw error
    } finally {
      const next = waiting.shift()
      if (next) next(run)
      else free.push(run)
    }
  }
}
