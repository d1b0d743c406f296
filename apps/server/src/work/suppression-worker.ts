// A worker thread of suppression-thread.ts: the solver blocks the thread it runs in, so it has one of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { auditPattern, instanceTask, suppress, type Suppression } from '@lykta/disclosure'
import { programLoader } from '../adapters/load-program.ts'
import { solveExtremes } from '../adapters/solve-extremes.ts'
import { thrownFrom } from './edition-task.ts'
import type { SuppressionMessage, SuppressionNews, SuppressionWork } from './suppression-task.ts'

const tell = (message: SuppressionMessage): void => parentPort!.postMessage(message)
const news = (one: SuppressionNews): void => tell({ kind: 'news', news: one })
const now = (): number => performance.now() / 1000
/** Loading the solver counts. */
const begun = now()

try {
  const work = workerData as SuppressionWork
  tell({
    kind: 'done',
    result: work.kind === 'protect'
      ? await protect(work)
      : await auditPattern(work.instance, work.hidden, solveExtremes, (done, all) => news({ kind: 'auditing', done, all })),
  })
} catch (error) {
  tell({ kind: 'defect', error: thrownFrom(error) })
}
parentPort!.close()

async function protect({ instance, seconds }: Extract<SuppressionWork, { readonly kind: 'protect' }>): Promise<Suppression | undefined> {
  return suppress(instanceTask(instance), {
    load: await programLoader(),
    left: () => begun + seconds - now(),
    progress: (progress) => news({ kind: 'protecting', ...progress }),
  })
}
