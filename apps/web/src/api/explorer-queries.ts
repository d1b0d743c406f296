// What the explorer asks of the server. An edition never changes, so what was once fetched holds.
import { queryOptions } from '@tanstack/react-query'
import type { ExplorerAnswer, ExplorerTableAnswer } from '../../../server/src/api/explorer-types.ts'
import { ask } from './ask.ts'

export const explorerQuery = queryOptions({
  queryKey: ['explorer'],
  queryFn: ({ signal }) => ask<ExplorerAnswer>('explorer', { signal }),
})

export const exploredQuery = (edition: string, table: string) =>
  queryOptions({
    queryKey: ['explorer', edition, table],
    queryFn: ({ signal }) => ask<ExplorerTableAnswer>(`explorer/${encodeURIComponent(edition)}/${encodeURIComponent(table)}`, { signal }),
  })
