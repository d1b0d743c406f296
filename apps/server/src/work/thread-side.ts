// The thread's side of edition-thread.ts: asks for counts, says what it is doing, and how it ended.
import { parentPort } from 'node:worker_threads'
import { ProblemError } from '@lykta/incident'
import { type CountAnswer, type CountIn, type OnStep, type ThreadMessage, thrownFrom } from './edition-task.ts'

export async function askAndTell<Result>(work: (means: { readonly countIn: CountIn; readonly onStep: OnStep }) => Promise<Result>): Promise<void> {
  const port = parentPort!
  const tell = (message: ThreadMessage<Result>): void => port.postMessage(message)
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
    tell({ kind: 'made', result: await work({ countIn, onStep: (step, progress) => tell({ kind: 'step', step, progress }) }) })
  } catch (error) {
    if (error instanceof ProblemError) tell({ kind: 'refused', problems: error.problems, cause: error.cause === undefined ? undefined : thrownFrom(error.cause) })
    else tell({ kind: 'defect', error: thrownFrom(error) })
  }
  // Nothing more is expected, so the thread ends, and with it all the memory that it used.
  port.close()
}
