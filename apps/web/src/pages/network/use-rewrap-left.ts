// How many texts still have their key under an earlier epoch; 0 while it is not known.
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { SealedKeyPage } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { useKeys } from '../../keys/use-keys.ts'

/** The page of key files itself is fetched anew by whoever rewraps it. */
export const rewrapLeftQuery = queryOptions({
  queryKey: ['sealed-keys', 'left'],
  queryFn: async ({ signal }) => (await ask<SealedKeyPage>('sealed-keys', { signal })).left,
})

export function useRewrapLeft(): number {
  const { log } = useKeys()
  // The first epoch has none before it.
  const query = useQuery({ ...rewrapLeftQuery, enabled: log !== null && log.epoch.epoch > 1 })
  return query.data ?? 0
}
