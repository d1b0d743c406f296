// The job that makes an edition: started, followed while it runs, cancelled; it goes on when the page is left.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EditionSummary, Job, JobAnswer } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { jobQuery } from '../../api/queries.ts'

export type EditionJob = {
  /** The one at work, or the last one that did not end well. */
  readonly job: Job | null
  readonly start: () => void
  readonly cancel: () => void
  /** The server could not be asked. */
  readonly error: unknown
}

export function useEditionJob({ year, job: known }: EditionSummary): EditionJob {
  const client = useQueryClient()
  const [started, setStarted] = useState<string>()
  const id = started ?? known?.id
  const followed = useQuery({ ...jobQuery(id ?? ''), enabled: id !== undefined, ...(known && known.id === id ? { initialData: known } : {}) })
  const keep = (job: Job): void => {
    client.setQueryData(jobQuery(job.id).queryKey, job)
    setStarted(job.id)
    void client.invalidateQueries({ queryKey: ['editions'] })
  }
  const starting = useMutation({
    mutationFn: () => ask<JobAnswer>(`editions/${year}`, { method: 'POST' }),
    onSuccess: ({ job }) => keep(job),
  })
  const cancelling = useMutation({
    mutationFn: () => ask<Job>(`jobs/${encodeURIComponent(id ?? '')}`, { method: 'DELETE' }),
    onSuccess: keep,
  })
  const state = id === undefined ? undefined : followed.data?.state
  useEffect(() => {
    if (state !== undefined && state !== 'running') void client.invalidateQueries({ queryKey: ['editions'] })
  }, [client, state])
  const job = id === undefined ? null : (followed.data ?? null)
  return {
    job: job?.state === 'done' ? null : job,
    start: () => starting.mutate(),
    cancel: () => cancelling.mutate(),
    error: starting.error ?? cancelling.error,
  }
}
