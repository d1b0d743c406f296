// What the pages of an authority's network and of breaches ask of the server, each under its key.
import { queryOptions } from '@tanstack/react-query'
import type { AuthorityAnswer, BreachesAnswer, DutiesAnswer, ExtractsAnswer } from '../../../../server/src/api/authority-types.ts'
import { ask } from '../../api/ask.ts'

export const authorityQuery = queryOptions({ queryKey: ['authority'], queryFn: ({ signal }) => ask<AuthorityAnswer>('authority', { signal }) })

export const extractsQuery = (ref: string) => queryOptions({ queryKey: ['authority', 'extracts', ref], queryFn: ({ signal }) => ask<ExtractsAnswer>(`incidents/${encodeURIComponent(ref)}/extracts`, { signal }) })

export const breachesQuery = queryOptions({ queryKey: ['breaches'], queryFn: ({ signal }) => ask<BreachesAnswer>('breaches', { signal }) })

export const dutiesQuery = queryOptions({ queryKey: ['duties'], queryFn: ({ signal }) => ask<DutiesAnswer>('duties', { signal }) })
