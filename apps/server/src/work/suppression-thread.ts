// Searches for a pattern, or audits one, in a thread of its own.
import { Worker } from 'node:worker_threads'
import { errorFrom } from './edition-task.ts'
import type { SuppressionDone, SuppressionMessage, SuppressionNews, SuppressionWork } from './suppression-task.ts'

/** Rejects with the thread's own error. The thread is gone when this ends, whichever way. */
export async function suppressInThread<Work extends SuppressionWork>(work: Work, onNews: (news: SuppressionNews) => void): Promise<SuppressionDone[Work['kind']]> {
  const worker = new Worker(new URL('suppression-worker.ts', import.meta.url), { workerData: work, name: 'suppression' })
  const ended = Promise.withResolvers<SuppressionDone[Work['kind']]>()
  worker.on('message', (message: SuppressionMessage) => {
    if (message.kind === 'news') onNews(message.news)
    else if (message.kind === 'done') ended.resolve(message.result as SuppressionDone[Work['kind']])
    else ended.reject(errorFrom(message.error))
  })
  worker.once('error', ended.reject)
  // After the last message; out of memory, for instance.
  worker.once('exit', () => ended.reject(new Error('the thread of the suppression ended before its work')))
  try {
    return await ended.promise
  } finally {
    await worker.terminate()
  }
}
