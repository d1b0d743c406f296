// What the pages of export and hand-over ask of the server, each under its key.
import { queryOptions } from '@tanstack/react-query'
import type { ExportAnswer, HandOverAnswer } from '../../../../../server/src/api/hand-over-types.ts'
import { ask } from '../../../api/ask.ts'
import { waitMilliseconds } from '../../../api/member-queries.ts'

/** Somebody else acts meanwhile. */
export const handOverQuery = queryOptions({ queryKey: ['hand-over'], queryFn: ({ signal }) => ask<HandOverAnswer>('hand-over', { signal }), refetchInterval: waitMilliseconds })

export const exportsQuery = queryOptions({
  queryKey: ['exports'], queryFn: ({ signal }) => ask<ExportAnswer>('exports', { signal }),
  refetchInterval: ({ state }) => (state.data?.job?.state === 'running' ? 700 : waitMilliseconds),
})
