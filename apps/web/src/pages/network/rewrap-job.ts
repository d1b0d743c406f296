// Taking the keys of texts to the new epoch: goes on while one looks at other pages, can be stopped, and is gone on with from where it was.
import { useSyncExternalStore } from 'react'
import { keys } from '../../keys/keys.ts'

export type RewrapJob = {
  readonly state: 'idle' | 'running' | 'done'
  /** In this run. */
  readonly done: number
  readonly left: number
  readonly failure: unknown
}

let job: RewrapJob = { state: 'idle', done: 0, left: 0, failure: undefined }
let stopper: AbortController | undefined
const listeners = new Set<() => void>()

function change(next: Partial<RewrapJob>): void {
  job = { ...job, ...next }
  for (const listener of listeners) listener()
}

export const rewrapJob = {
  /** One at a time. Resolves when it has ended, however it ended. */
  run: async (): Promise<void> => {
    if (job.state === 'running') return
    stopper = new AbortController()
    change({ state: 'running', done: 0, failure: undefined })
    try {
      await keys.rewrap((progress) => change(progress), stopper.signal)
      change({ state: 'done' })
    } catch (error) {
      change({ state: 'idle', failure: stopper.signal.aborted ? undefined : error })
    }
  },
  /** What was done stays done. */
  stop: (): void => stopper?.abort(),
}

export function useRewrapJob(): RewrapJob {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => job,
  )
}
