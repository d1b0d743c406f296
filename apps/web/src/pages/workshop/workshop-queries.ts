// What the workshop asks of the server, and how it follows the work of freezing.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DraftAnswer, DraftSummary, NewDraftAnswer, NewDraftRequest, PublishedAnswer, PublishedEdition } from '../../../../server/src/api/edition-types.ts'
import type { Job } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { jobQuery } from '../../api/queries.ts'
import { type Acting, useAct } from '../../components/use-act.ts'

export const publishedQuery = queryOptions({
  queryKey: ['published'],
  queryFn: ({ signal }) => ask<{ readonly editions: readonly PublishedEdition[] }>('published', { signal }),
})

export const publishedEditionQuery = (id: string) => queryOptions({
  queryKey: ['published', id],
  queryFn: ({ signal }) => ask<PublishedAnswer>(`published/${encodeURIComponent(id)}`, { signal }),
})

export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: ({ signal }) => ask<{ readonly drafts: readonly DraftSummary[] }>('drafts', { signal }),
})

export const draftQuery = (id: string) => queryOptions({
  queryKey: ['drafts', id],
  queryFn: ({ signal }) => ask<DraftAnswer>(`drafts/${encodeURIComponent(id)}`, { signal }),
})

export type Freezing = {
  readonly acting: Acting
  /** The one at work, or the last one that did not end well. */
  readonly job: Job | null
  readonly freeze: (request: NewDraftRequest) => void
  readonly cancel: () => void
}

/** `onFrozen` is told the draft's id when all of it is stored. */
export function useFreezing(onFrozen: (draft: string) => void): Freezing {
  const client = useQueryClient()
  const acting = useAct()
  const [started, setStarted] = useState<NewDraftAnswer>()
  const followed = useQuery({ ...jobQuery(started?.job.id ?? ''), enabled: started !== undefined })
  const job = started === undefined ? null : (followed.data ?? started.job)
  const done = job?.state === 'done'
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (!done || started === undefined || told.current === started.draft) return
    told.current = started.draft
    void client.invalidateQueries({ queryKey: ['drafts'] })
    onFrozen(started.draft)
  }, [client, done, started, onFrozen])
  return {
    acting,
    job: done ? null : job,
    freeze: (request) => void acting.act(async () => {
      setStarted(await ask<NewDraftAnswer>('drafts', { method: 'POST', body: request }))
      return undefined
    }),
    cancel: () => void acting.act(async () => {
      if (job === null) return undefined
      client.setQueryData(jobQuery(job.id).queryKey, await ask<Job>(`jobs/${encodeURIComponent(job.id)}`, { method: 'DELETE' }))
      return undefined
    }),
  }
}
