// What the pages of opening and reading ask of the server, each under its key.
import { queryOptions } from '@tanstack/react-query'
import type { IncidentSharesAnswer, ReadsAnswer, SessionsAnswer, SharesAnswer } from '../../../../server/src/api/sharing-types.ts'
import { ask } from '../../api/ask.ts'

export const sharesQuery = queryOptions({ queryKey: ['shares'], queryFn: ({ signal }) => ask<SharesAnswer>('shares', { signal }) })

export const incidentSharesQuery = (ref: string) => queryOptions({
  queryKey: ['shares', ref], queryFn: ({ signal }) => ask<IncidentSharesAnswer>(`incidents/${encodeURIComponent(ref)}/shares`, { signal }),
})

export const sessionsQuery = queryOptions({ queryKey: ['reading-sessions'], queryFn: ({ signal }) => ask<SessionsAnswer>('reading-sessions', { signal }) })

/** Not kept under a key: pages go on from one another. */
export function fetchReads(organisation: string | null, before: number | null, signal?: AbortSignal): Promise<ReadsAnswer> {
  const query = new URLSearchParams({ ...(organisation === null ? {} : { organisation }), ...(before === null ? {} : { before: String(before) }) }).toString()
  return ask<ReadsAnswer>(`reads${query === '' ? '' : `?${query}`}`, signal ? { signal } : {})
}
