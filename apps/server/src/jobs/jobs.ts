// Long work that goes on when its page is left: started once, followed by its id, cancelled at any moment.
import { problem, ProblemError } from '@lykta/incident'
import type { Job, JobStep } from '../api/types.ts'
import { describeDefect } from '../http/describe-defect.ts'
import { worded } from '../http/failure.ts'

/** What the work hears and says while it runs. */
export type Progress = {
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal
  /** Throws when the job has been cancelled, so that work stops between its steps. */
  readonly step: (step: JobStep, progress: number | null) => void
}

export type Jobs = {
  /** One of each kind and year at a time: what is asked for while it runs is answered with the one at work. */
  readonly start: (year: number, work: (progress: Progress) => Promise<void>, kind?: string) => Job
  readonly find: (id: string) => Job | undefined
  readonly cancel: (id: string) => Job | undefined
  /** The job at work on the year, or the last one of it that failed. */
  readonly latest: (year: number, kind?: string) => Job | undefined
}

type Held = { job: Job; readonly kind: string; readonly controller: AbortController }

/** `stopping`: aborted when the server stops, which cancels every job. */
export function makeJobs(log: (line: string) => void, stopping: AbortSignal): Jobs {
  const held = new Map<string, Held>()
  // Each takes a core and some hundred megabytes: one at a time, however many years are asked for at once.
  let turn: Promise<void> = Promise.resolve()
  const latest = (year: number, kind: string): Held | undefined => [...held.values()].findLast(({ job, kind: other }) => job.year === year && kind === other)

  async function run(entry: Held, work: (progress: Progress) => Promise<void>): Promise<void> {
    const end = (change: Partial<Job>): void => {
      entry.job = { ...entry.job, ...change, endedAt: new Date().toISOString() }
    }
    try {
      entry.controller.signal.throwIfAborted()
      await work({
        signal: entry.controller.signal,
        step: (step, progress) => {
          entry.controller.signal.throwIfAborted()
          entry.job = { ...entry.job, step, progress }
        },
      })
      entry.controller.signal.throwIfAborted()
      end({ state: 'done', step: 'done', progress: 1 })
    } catch (error) {
      if (entry.controller.signal.aborted) end({ state: 'cancelled' })
      else if (error instanceof ProblemError) {
        if (error.cause !== undefined) log(`job ${entry.job.id}: ${error.message}: ${describeDefect(error.cause)}`)
        end({ state: 'failed', problems: error.problems.map(worded) })
      } else {
        const { id } = entry.job
        log(`defect in job ${id}: ${describeDefect(error)}`)
        end({ state: 'failed', problems: [worded(problem('server.defect', { id: id.slice(0, 8) }))] })
      }
    }
  }

  const cancel = (id: string): Job | undefined => {
    const entry = held.get(id)
    if (entry?.job.state === 'running') {
      entry.controller.abort()
      entry.job = { ...entry.job, state: 'cancelled', endedAt: new Date().toISOString() }
    }
    return entry?.job
  }
  stopping.addEventListener('abort', () => {
    for (const id of held.keys()) cancel(id)
  })

  return {
    start: (year, work, kind = 'look') => {
      const running = latest(year, kind)
      if (running?.job.state === 'running') return running.job
      // The last one that ended is still found: a page that was left before it heard of this one asks for it once more.
      const ended = [...held].filter(([, { job, kind: other }]) => job.year === year && other === kind)
      for (const [id] of ended.slice(0, -1)) held.delete(id)
      const job: Job = { id: crypto.randomUUID(), year, state: 'running', step: 'waiting', progress: null, startedAt: new Date().toISOString(), endedAt: null, problems: [] }
      const entry: Held = { job, kind, controller: new AbortController() }
      held.set(job.id, entry)
      if (stopping.aborted) return cancel(job.id)!
      turn = turn.then(() => run(entry, work))
      return job
    },
    find: (id) => held.get(id)?.job,
    cancel,
    latest: (year, kind = 'look') => latest(year, kind)?.job,
  }
}
