// A worker thread of edition-thread.ts: makes one edition, asking the other thread for the counts, and keeps nothing.
import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '@lykta/incident'
import { createPdfCompiler } from '../adapters/compile-pdf.ts'
import { carryOutEdition } from './carry-out-edition.ts'
import { type CountAnswer, type CountIn, type EditionTask, type ThreadMessage, thrownFrom } from './edition-task.ts'

const port = parentPort!
const tell = (message: ThreadMessage): void => port.postMessage(message)

const waiting = new Map<number, (counted: CountAnswer['counted']) => void>()
port.on('message', ({ id, counted }: CountAnswer) => {
  waiting.get(id)?.(counted)
  waiting.delete(id)
})

let asked = 0
const countIn: CountIn = (register) => (...question) => new Promise((resolve) => {
  asked += 1
  waiting.set(asked, resolve)
  tell({ kind: 'count', id: asked, register, asked: question })
})

try {
  const result = await carryOutEdition(workerData as EditionTask, {
    count: countIn('now'),
    countIn,
    compilePdf: createPdfCompiler(),
    onStep: (step, progress) => tell({ kind: 'step', step, progress }),
  })
  tell({ kind: 'made', result })
} catch (error) {
  if (error instanceof ProblemError) tell({ kind: 'refused', problems: error.problems, cause: error.cause === undefined ? undefined : thrownFrom(error.cause) })
  else tell({ kind: 'defect', error: thrownFrom(error) })
}
// Nothing more is expected, so the thread ends, and with it all the memory that it used.
port.close()
