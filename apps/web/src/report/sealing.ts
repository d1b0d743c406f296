// The worker with the cryptography, started once the page stands: so it is there when the connection is not.
import type { WorkName, WorkReply, WorkRequest, WorkResult, WorkValues } from './seal-worker.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker of it (vite/client has the type).
import workerAddress from './seal-worker.ts?worker&url'
import { trustedAddress } from './trusted-address.ts'

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, (reply: WorkReply | undefined) => void>()

export function startSealing(): Worker {
  if (worker) return worker
  worker = new Worker(trustedAddress(workerAddress), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<WorkReply>) => waiting.get(data.id)?.(data))
  worker.addEventListener('error', end)
  return worker
}

/** Throws when the worker could not be fetched or the work not done; nothing has been sent then. */
export async function work<Name extends WorkName>(name: Name, ...values: WorkValues<Name>): Promise<WorkResult<Name>> {
  const id = (last += 1)
  const reply = await new Promise<WorkReply | undefined>((resolve) => {
    waiting.set(id, resolve)
    const request: WorkRequest = { id, name, values }
    startSealing().postMessage(request)
  })
  waiting.delete(id)
  if (reply && 'result' in reply) return reply.result as WorkResult<Name>
  throw new Error('sealing: the work failed')
}

/** Another try begins with another worker: its file may not have come. */
function end(): void {
  worker?.terminate()
  worker = undefined
  for (const resolve of waiting.values()) resolve(undefined)
}
