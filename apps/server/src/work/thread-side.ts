// The thread's side of edition-thread.ts: does one work after another, asks for counts, says what it is doing, and how each ended. Keeps nothing of it.
import { parentPort } from 'node:worker_threads'
import { ProblemError } from '@lykta/incident'
import { createPdfCompiler } from '../adapters/compile-pdf.ts'
import { type CountAnswer, type CountIn, type ThreadMessage, type ThreadTask, type ThreadWork, thrownFrom } from './edition-task.ts'

const port = parentPort!
const tell = (message: ThreadMessage<unknown>): void => port.postMessage(message)
const waiting = new Map<number, (counted: CountAnswer['counted']) => void>()
const compilePdf = createPdfCompiler()
let asked = 0

const countIn: CountIn = (register) => (...question) => new Promise((resolve) => {
  asked += 1
  waiting.set(asked, resolve)
  tell({ kind: 'count', id: asked, register, asked: question })
})

port.on('message', (message: CountAnswer | ThreadTask) => {
  if ('script' in message) return void carryOut(message)
  waiting.get(message.id)?.(message.counted)
  waiting.delete(message.id)
})

async function carryOut({ script, task }: ThreadTask): Promise<void> {
  try {
    const { work } = (await import(script)) as { readonly work: ThreadWork<object, unknown> }
    tell({ kind: 'made', result: await work(task, { count: countIn('now'), countIn, onStep: (step, progress) => tell({ kind: 'step', step, progress }), compilePdf }) })
  } catch (error) {
    if (error instanceof ProblemError) tell({ kind: 'refused', problems: error.problems, cause: error.cause === undefined ? undefined : thrownFrom(error.cause) })
    else tell({ kind: 'defect', error: thrownFrom(error) })
  }
}
