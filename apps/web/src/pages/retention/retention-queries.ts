// What the pages on retention ask of the server.
import { queryOptions } from '@tanstack/react-query'
import type { HoldsAnswer, RetentionAnswer } from '../../../../server/src/api/retention-types.ts'
import { ask } from '../../api/ask.ts'

export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: ({ signal }) => ask<RetentionAnswer>('retention', { signal }) })
export const holdsQuery = queryOptions({ queryKey: ['holds'], queryFn: ({ signal }) => ask<HoldsAnswer>('holds', { signal }), retry: false })
