// Makes an edition in a thread of its own, so that the server answers meanwhile and the work can be stopped at any moment.
import { Worker } from 'node:worker_threads'
import type { Count } from '@lykta/disclosure'
import { ProblemError } from '@lykta/incident'
import { type CountAnswer, type CountIn, type EditionResult, type EditionTask, errorFrom, type OnStep, type ThreadMessage } from './edition-task.ts'
import { keepCompiled } from './keep-compiled.ts'

export type ThreadMeans = {
  /** In the calling thread, which has the register. */
  readonly count: Count
  /** Where printed years were printed anew. */
  readonly countIn?: CountIn | undefined
  readonly onStep: OnStep
  /** Ends the thread wherever it is. */
  readonly signal?: AbortSignal | undefined
}

/** Rejects with the thread's own error, or with the signal's reason. The thread is gone when this ends, whichever way. */
export function makeInThread(task: EditionTask, means: ThreadMeans): Promise<EditionResult> {
  return workInThread(new URL('edition-worker.ts', import.meta.url), task, means)
}

/** The same for any work that needs counts and takes long: the script says `ThreadMessage`s. */
export async function workInThread<Result>(script: URL, task: object, { count, countIn = () => count, onStep, signal }: ThreadMeans): Promise<Result> {
  signal?.throwIfAborted()
  keepCompiled()
  const worker = new Worker(script, { workerData: task, name: 'edition' })
  const ended = Promise.withResolvers<Result>()
  const abort = (): void => ended.reject(signal?.reason)
  // How it ended is settled at once: its exit is told right after its last message.
  const hear = async (message: ThreadMessage<Result>): Promise<void> => {
    switch (message.kind) {
      case 'step':
        return onStep(message.step, message.progress)
      case 'count':
        return worker.postMessage({ id: message.id, counted: await countIn(message.register)(...message.asked) } satisfies CountAnswer)
      case 'made':
        return ended.resolve(message.result)
      case 'refused':
        return ended.reject(new ProblemError(message.problems, message.cause && { cause: errorFrom(message.cause) }))
      case 'defect':
        return ended.reject(errorFrom(message.error))
    }
  }
  worker.on('message', (message: ThreadMessage<Result>) => void hear(message).catch(ended.reject))
  worker.once('error', ended.reject)
  // After the last message; out of memory, for instance.
  worker.once('exit', () => ended.reject(new Error('the thread of the edition ended before its work')))
  signal?.addEventListener('abort', abort, { once: true })
  try {
    return await ended.promise
  } finally {
    signal?.removeEventListener('abort', abort)
    await worker.terminate()
  }
}
