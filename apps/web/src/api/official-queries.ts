// What the page beside the official statistics asks of the server.
import { queryOptions } from '@tanstack/react-query'
import type { OfficialAnswer } from '../../../server/src/api/official-types.ts'
import { ask } from './ask.ts'

export const officialQuery = queryOptions({
  queryKey: ['official'],
  queryFn: ({ signal }) => ask<OfficialAnswer>('official', { signal }),
})
