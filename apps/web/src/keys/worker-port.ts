// The way to the worker that holds the keys: started when it is first needed, ended to forget them.
import { ProblemError } from '@lykta/incident'
import type { KeyWork } from './key-work.ts'
import type { WorkName, WorkReply, WorkRequest } from './keys-worker.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker of it (vite/client has the type).
import workerAddress from './keys-worker.ts?worker&url'

type Returned<Name extends WorkName> = Awaited<ReturnType<KeyWork[Name]>>

export type KeyPort = {
  /** Throws a ProblemError for what a person can mend. */
  readonly call: <Name extends WorkName>(name: Name, values: Parameters<KeyWork[Name]>, onStep?: (step: number) => void) => Promise<Returned<Name>>
  /** Whatever was under way fails; what was held is gone. */
  readonly end: () => void
}

type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string } }

/** The content security policy takes a worker's address only from a policy with a name; this one passes a single address. */
const trusted = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('lykta-keys', {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new Error('keys: another address')
    return address
  },
})

type Waiting = { readonly resolve: (result: never) => void; readonly reject: (error: Error) => void; readonly onStep: ((step: number) => void) | undefined }

export function makeWorkerPort(): KeyPort {
  let worker: Worker | undefined
  let last = 0
  const waiting = new Map<number, Waiting>()

  const end = (): void => {
    worker?.terminate()
    worker = undefined
    for (const { reject } of waiting.values()) reject(new Error('keys: the worker has ended'))
    waiting.clear()
  }
  const start = (): Worker => {
    if (worker) return worker
    worker = new Worker(trusted ? trusted.createScriptURL(workerAddress) : workerAddress, { type: 'module' })
    worker.addEventListener('error', end)
    worker.addEventListener('message', ({ data }: MessageEvent<WorkReply>) => {
      const one = waiting.get(data.id)
      if (!one) return
      if ('step' in data) return one.onStep?.(data.step)
      waiting.delete(data.id)
      if ('problems' in data) one.reject(new ProblemError(data.problems))
      else if ('failed' in data) one.reject(new Error('keys: the work failed'))
      else one.resolve(data.result as never)
    })
    return worker
  }

  return {
    call: (name, values, onStep) => {
      const id = (last += 1)
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onStep })
        const request: WorkRequest = { id, name, values }
        start().postMessage(request)
      })
    },
    end,
  }
}
