// The way to the worker that holds the spreadsheet: started when a file is chosen, ended when the page is left or the work is stopped.
import type { WorkName, WorkReply, WorkRequest, WorkResult, WorkValues } from './import-worker.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker of it (vite/client has the type).
import workerAddress from './import-worker.ts?worker&url'

type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string } }

/** The content security policy takes a worker's address only from a policy with a name; this one passes a single address. */
const trusted = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('lykta-import', {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new Error('import: another address')
    return address
  },
})

export type ImportPort = {
  readonly call: <Name extends WorkName>(name: Name, ...values: WorkValues<Name>) => Promise<WorkResult<Name>>
  /** What was under way is never answered. */
  readonly end: () => void
}

export function startImportWorker(): ImportPort {
  const worker = new Worker(trusted ? trusted.createScriptURL(workerAddress) : workerAddress, { type: 'module' })
  const waiting = new Map<number, { readonly resolve: (result: never) => void; readonly reject: (error: Error) => void }>()
  let last = 0
  const fail = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('import: the worker failed'))
    waiting.clear()
  }
  worker.addEventListener('error', fail)
  worker.addEventListener('message', ({ data }: MessageEvent<WorkReply>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) one?.reject(new Error('import: the work failed'))
    else one?.resolve(data.result as never)
  })
  return {
    call: (name, ...values) => new Promise((resolve, reject) => {
      const id = (last += 1)
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, name, values } satisfies WorkRequest)
    }),
    end: () => {
      worker.terminate()
      waiting.clear()
    },
  }
}
