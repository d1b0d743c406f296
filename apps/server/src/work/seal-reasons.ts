// Seals many reasons on all cores: each takes some milliseconds of one, and an import may bring thousands.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type SealedText, sealText, type TextToSeal } from '@lykta/seal'

/** What a worker is given and answers, one text at a time; null ends it. `byPlatform`: sealed by the platform's own cryptography. `failed` holds nothing of a text. */
export type SealTask = { readonly index: number; readonly text: TextToSeal }
export type SealAnswer = { readonly index: number } & ({ readonly sealed: SealedText; readonly byPlatform: boolean } | { readonly failed: string })

const fewTexts = 100
/** Texts that a worker has at a time: what the platform does of one, it does in other threads meanwhile. */
const atOnce = 8
/** Each worker asks whether the platform can do it before it lets it (packages/seal/src/platform-keys.ts); that Node calls it experimental need not be said to whoever imports. */
const silent = ['--disable-warning=ExperimentalWarning']

/** In the order of the texts. `onProgress` hears how many are done, `onSealed` each answer of a worker. */
export async function sealReasons(
  texts: readonly TextToSeal[],
  recipient: string,
  onProgress: (done: number, all: number) => void = () => {},
  onSealed: (answer: SealAnswer) => void = () => {},
): Promise<readonly SealedText[]> {
  if (texts.length < fewTexts) {
    const sealed: SealedText[] = []
    for (const text of texts) sealed.push(await sealText({ ...text, recipient }))
    return sealed
  }
  const sealed: SealedText[] = []
  let next = 0
  let done = 0
  const ends: (() => Promise<unknown>)[] = []
  const work = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('seal-worker.ts', import.meta.url), { workerData: { recipient }, execArgv: silent })
    const ended = new Promise((end) => worker.once('exit', end))
    ends.push(() => {
      worker.postMessage(null)
      return ended
    })
    let under = 0
    const give = (): void => {
      while (under < atOnce && next < texts.length) {
        under += 1
        worker.postMessage({ index: next, text: texts[next]! } satisfies SealTask)
        next += 1
      }
      if (under === 0) resolve()
    }
    worker.on('message', (answer: SealAnswer) => {
      if ('failed' in answer) return reject(new Error(answer.failed))
      under -= 1
      done += 1
      sealed[answer.index] = answer.sealed
      onSealed(answer)
      if (done % 50 === 0 || done === texts.length) onProgress(done, texts.length)
      give()
    })
    worker.once('error', reject)
    worker.once('messageerror', reject)
    worker.once('exit', () => reject(new Error('a worker that sealed has ended')))
    give()
  })
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), Math.ceil(texts.length / atOnce)) }, work))
  } finally {
    // When one has failed, the others are given nothing more.
    next = texts.length
    await Promise.all(ends.map((end) => end()))
  }
  return sealed
}
