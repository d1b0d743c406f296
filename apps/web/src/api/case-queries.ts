// What the pages of cases ask of the server, each under its key.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CaseAnswer, CasesAnswer, ChainAnswer } from '../../../server/src/api/case-types.ts'
import { ask } from './ask.ts'

export const casesQuery = (closed: boolean) => queryOptions({
  queryKey: ['cases', closed ? 'closed' : 'open'],
  queryFn: ({ signal }) => ask<CasesAnswer>(`cases${closed ? '?closed=1' : ''}`, { signal }),
})

export const caseQuery = (ref: string) => queryOptions({ queryKey: ['cases', 'one', ref], queryFn: ({ signal }) => ask<CaseAnswer>(`cases/${encodeURIComponent(ref)}`, { signal }) })

export const chainQuery = (from: number | undefined, to: number | undefined) => queryOptions({
  queryKey: ['chain', from, to],
  queryFn: ({ signal }) => ask<ChainAnswer>(`chain?${new URLSearchParams({ ...(from === undefined ? {} : { from: String(from) }), ...(to === undefined ? {} : { to: String(to) }) }).toString()}`, { signal }),
  placeholderData: keepPreviousData,
})
