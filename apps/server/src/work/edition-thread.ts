// Makes an edition in a thread of its own, so that the server answers meanwhile and the work can be stopped at any moment.
import type { Count } from '@lykta/disclosure'
import { ProblemError } from '@lykta/incident'
import { type CountAnswer, type CountIn, type EditionResult, type EditionTask, errorFrom, type OnStep, type ThreadMessage, type ThreadTask } from './edition-task.ts'
import { keepCompiled } from './keep-compiled.ts'
import { type KeptThreads, keepThreads } from './kept-threads.ts'

export type ThreadMeans = {
  /** In the calling thread, which has the register. */
  readonly count: Count
  /** Where printed years were printed anew. */
  readonly countIn?: CountIn | undefined
  readonly onStep: OnStep
  /** Ends the thread wherever it is. */
  readonly signal?: AbortSignal | undefined
}

/** Who drafts a report makes it again and again, and a thread that has made one needs a third of the time for the next. After a minute its memory is given back. */
const threads = keepThreads(new URL('thread-side.ts', import.meta.url), 60_000)

/** Rejects with the thread's own error, or with the signal's reason; then the thread is gone when this ends. */
export function makeInThread(task: EditionTask, means: ThreadMeans): Promise<EditionResult> {
  return workInThread(new URL('edition-worker.ts', import.meta.url), task, means)
}

/** The same for any work that needs counts and takes long: the script exports a `ThreadWork` as `work`. */
export async function workInThread<Result>(script: URL, task: object, { count, countIn = () => count, onStep, signal }: ThreadMeans, from: KeptThreads = threads): Promise<Result> {
  signal?.throwIfAborted()
  keepCompiled()
  const { worker, giveBack } = from.take()
  const ended = Promise.withResolvers<Result>()
  const abort = (): void => ended.reject(signal?.reason)
  let isWhole = false
  // How it ended is settled at once: its exit is told right after its last message.
  const hear = async (message: ThreadMessage<Result>): Promise<void> => {
    switch (message.kind) {
      case 'step':
        return onStep(message.step, message.progress)
      case 'count':
        return worker.postMessage({ id: message.id, counted: await countIn(message.register)(...message.asked) } satisfies CountAnswer)
      case 'made':
        isWhole = true
        return ended.resolve(message.result)
      case 'refused':
        isWhole = true
        return ended.reject(new ProblemError(message.problems, message.cause && { cause: errorFrom(message.cause) }))
      case 'defect':
        return ended.reject(errorFrom(message.error))
    }
  }
  const onMessage = (message: ThreadMessage<Result>): void => void hear(message).catch(ended.reject)
  // After the last message; out of memory, for instance.
  const onExit = (): void => ended.reject(new Error('the thread of the edition ended before its work'))
  worker.on('message', onMessage).once('error', ended.reject).once('exit', onExit)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    worker.postMessage({ script: script.href, task } satisfies ThreadTask)
    return await ended.promise
  } finally {
    signal?.removeEventListener('abort', abort)
    worker.off('message', onMessage).off('error', ended.reject).off('exit', onExit)
    // What was stopped halfway, or broke, is used no more.
    await giveBack(isWhole)
  }
}
