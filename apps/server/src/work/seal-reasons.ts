// Seals many reasons on all cores: each takes some milliseconds of one, and an import may bring thousands.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type SealedText, sealText, type TextToSeal } from '@lykta/seal'

/** What a worker is given and answers, one text at a time. */
export type SealTask = { readonly index: number; readonly text: TextToSeal }
export type SealAnswer = { readonly index: number; readonly sealed: SealedText }

const fewTexts = 100
/** Texts that a worker has at a time. */
const atOnce = 8
/** That Node calls its ML-KEM experimental is said in docs/sealing.md, and not to whoever imports. */
const silent = ['--disable-warning=ExperimentalWarning']

/** In the order of the texts. `onProgress` hears how many are done. */
export async function sealReasons(
  texts: readonly TextToSeal[],
  recipient: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<readonly SealedText[]> {
  if (texts.length < fewTexts) {
    const sealed: SealedText[] = []
    for (const text of texts) sealed.push(await sealText({ ...text, recipient }))
    return sealed
  }
  const sealed: SealedText[] = []
  let next = 0
  let done = 0
  const work = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('seal-worker.ts', import.meta.url), { workerData: { recipient }, execArgv: silent })
    let under = 0
    // Several under way each: what the platform does of one, it does in other threads meanwhile.
    const give = (): void => {
      while (under < atOnce && next < texts.length) {
        under += 1
        worker.postMessage({ index: next, text: texts[next]! } satisfies SealTask)
        next += 1
      }
      if (under === 0) void worker.terminate().then(() => resolve())
    }
    worker.on('message', (answer: SealAnswer) => {
      under -= 1
      done += 1
      sealed[answer.index] = answer.sealed
      if (done % 50 === 0 || done === texts.length) onProgress(done, texts.length)
      give()
    })
    worker.once('error', reject)
    give()
  })
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return sealed
}
