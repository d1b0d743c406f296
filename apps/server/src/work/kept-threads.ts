// Threads that wait a while for the next work when they have done one: what it needs is loaded and compiled there.
import { Worker } from 'node:worker_threads'

export type KeptThreads = {
  readonly take: () => TakenThread
}

export type TakenThread = {
  readonly worker: Worker
  /** As good as new, or to be ended: then it is gone when this resolves. */
  readonly giveBack: (isWhole: boolean) => Promise<void>
}

/** At most one waits, and so many milliseconds at most. While it waits, the process may end. */
export function keepThreads(script: URL, patience: number): KeptThreads {
  let waiting: { readonly worker: Worker; readonly leave: () => void } | undefined

  function wait(worker: Worker): void {
    const leave = (): void => {
      clearTimeout(timer)
      worker.off('error', end).off('exit', leave)
      waiting = undefined
    }
    const end = (): void => {
      leave()
      void worker.terminate()
    }
    const timer = setTimeout(end, patience).unref()
    worker.once('error', end).once('exit', leave).unref()
    waiting = { worker, leave }
  }

  return {
    take: () => {
      const worker = waiting?.worker ?? new Worker(script, { name: 'edition' })
      waiting?.leave()
      worker.ref()
      return {
        worker,
        giveBack: async (isWhole) => {
          if (isWhole && !waiting) wait(worker)
          else await worker.terminate()
        },
      }
    },
  }
}
