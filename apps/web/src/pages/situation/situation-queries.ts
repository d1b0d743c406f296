// What the pages of situation reports ask of the server, and how they follow the work of making one.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { NewSituationAnswer, SituationsAnswer } from '../../../../server/src/api/situation-types.ts'
import type { Job } from '../../../../server/src/api/types.ts'
import { ask, FailureError, unreachable } from '../../api/ask.ts'
import { jobQuery } from '../../api/queries.ts'
import { type Acting, useAct } from '../../components/use-act.ts'

export const situationsQuery = queryOptions({ queryKey: ['situations'], queryFn: ({ signal }) => ask<SituationsAnswer>('situations', { signal }) })

/** One figure a screen, as the report's own data hold them. */
export type WallScreen = {
  readonly id: string
  readonly title: string
  readonly value: string | null
  readonly lines: readonly string[]
  readonly bars: readonly { readonly label: string; readonly value: string; readonly of: number }[]
}

/** What stands on every screen, so that nobody takes a core group's figure for one that may be shown to others. */
export type WallReport = { readonly audience: 'core' | 'network' | 'public'; readonly sample: boolean; readonly screens: readonly WallScreen[] }

export const wallQuery = (report: string, audience: string, language: string) => queryOptions({
  queryKey: ['situations', report, audience, language],
  queryFn: async ({ signal }): Promise<WallReport> => {
    const response = await fetch(`/situation-files/${encodeURIComponent(report)}/${encodeURIComponent(audience)}/${language}/report.json`, { signal })
    if (!response.ok) throw new FailureError({ ...unreachable, status: response.status })
    return (await response.json()) as WallReport
  },
})

export type Making = { readonly acting: Acting; readonly job: Job | null; readonly make: (meeting: string) => void }

/** It goes on when the page is left; whoever comes back finds it at work, or what came of it. */
export function useMaking(known: Job | null): Making {
  const client = useQueryClient()
  const acting = useAct()
  const [started, setStarted] = useState<Job>()
  const id = started?.id ?? known?.id
  const followed = useQuery({ ...jobQuery(id ?? ''), enabled: id !== undefined && (started !== undefined || known?.state === 'running') })
  const job = id === undefined ? null : (followed.data ?? started ?? known)
  const ended = job !== null && job.state !== 'running'
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['situations'], exact: true })
  }, [client, ended])
  return {
    acting,
    job: job?.state === 'done' ? null : job,
    make: (meeting) => void acting.act(async () => {
      setStarted((await ask<NewSituationAnswer>('situations', { method: 'POST', body: { meeting } })).job)
      return undefined
    }),
  }
}
