// A worker thread of seal-reasons.ts: seals what it is given, and keeps nothing.
import { parentPort, workerData } from 'node:worker_threads'
import { sealText } from '@lykta/seal'
import { findPlatformKeys } from '@lykta/seal/platform'
import type { SealAnswer, SealTask } from './seal-reasons.ts'

const { recipient } = workerData as { readonly recipient: string }
const keys = findPlatformKeys()

parentPort!.on('message', ({ index, text }: SealTask) => {
  keys.then((found) => sealText({ ...text, recipient, keys: found }).then((sealed) => parentPort!.postMessage({ index, sealed, byPlatform: found !== undefined } satisfies SealAnswer)))
    // Whatever the process does with rejections: thrown, it ends this worker, and whoever waits for it hears of it.
    .catch((error: unknown) => {
      setImmediate(() => {
        throw error
      })
    })
})
