// What is asked and said about the same event and the same persons; whatever counts is asked anew after it.
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { DifferRequest, IncidentSameAnswer, LinkRequest, SameAnswer, UnlinkRequest } from '../../../../server/src/api/same-types.ts'
import { ask } from '../../api/ask.ts'

export const sameQuery = queryOptions({
  queryKey: ['same'],
  queryFn: ({ signal }) => ask<SameAnswer>('same', { signal }),
  refetchInterval: ({ state }) => (state.data !== undefined && state.data.done < 1 ? 500 : false),
})

export const sameOfQuery = (ref: string) => queryOptions({
  queryKey: ['same', ref],
  queryFn: ({ signal }) => ask<IncidentSameAnswer>(`incidents/${encodeURIComponent(ref)}/same`, { signal }),
})

export async function linkThem(client: QueryClient, request: LinkRequest): Promise<void> {
  await ask('same/links', { method: 'POST', body: request })
  await changed(client)
}

export async function takeOut(client: QueryClient, request: UnlinkRequest): Promise<void> {
  await ask('same/removals', { method: 'POST', body: request })
  await changed(client)
}

export async function differ(client: QueryClient, request: DifferRequest): Promise<void> {
  await ask('same/refusals', { method: 'POST', body: request })
  await changed(client)
}

async function changed(client: QueryClient): Promise<void> {
  await Promise.all([['same'], ['overview'], ['statistics']].map((queryKey) => client.invalidateQueries({ queryKey })))
}
