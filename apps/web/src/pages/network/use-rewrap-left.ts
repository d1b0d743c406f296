// How many texts still have their key under an earlier epoch; 0 while it is not known.
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { SealedKeyPage } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { useKeys } from '../../keys/use-keys.ts'

/** The page of key files itself is fetched anew by whoever rewraps it. */
export const rewrapLeftQuery = queryOptions({
  queryKey: ['sealed-keys', 'left'],
  queryFn: async ({ signal }) => {
    const { left, needsSession } = await ask<SealedKeyPage>('sealed-keys', { signal })
    return { left, needsSession }
  },
})

/** Many are handed out in a session that another has agreed to. */
export function useRewrapNeedsSession(): boolean {
  return useRewrapQuery().data?.needsSession === true
}

export function useRewrapLeft(): number {
  return useRewrapQuery().data?.left ?? 0
}

function useRewrapQuery() {
  const { log } = useKeys()
  // The first epoch has none before it.
  return useQuery({ ...rewrapLeftQuery, enabled: log !== null && log.epoch.epoch > 1 })
}
