// A worker thread of seal-reasons.ts: seals what it is given, and keeps nothing.
import { parentPort, workerData } from 'node:worker_threads'
import { sealText } from '@lykta/seal'
import { findPlatformKeys } from '@lykta/seal/platform'
import type { SealAnswer, SealTask } from './seal-reasons.ts'

const { recipient } = workerData as { readonly recipient: string }
const keys = findPlatformKeys()

parentPort!.on('message', (task: SealTask | null) => {
  // What is under way is finished: a thread that is ended in the middle of the platform's cryptography takes the process with it.
  if (task === null) return parentPort!.close()
  void keys.then((found) => sealText({ ...task.text, recipient, keys: found }).then((sealed): SealAnswer => ({ index: task.index, sealed, byPlatform: found !== undefined })))
    .catch((error: unknown): SealAnswer => ({ index: task.index, failed: error instanceof Error ? error.message : 'sealing failed' }))
    .then((answer) => parentPort!.postMessage(answer))
})
