// The worker that seals, started once the page stands: so it is there when the connection is not.
import type { SealReply, SealRequest } from './seal-worker.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker of it (vite/client has the type).
import workerAddress from './seal-worker.ts?worker&url'

type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string } }

/** The content security policy takes a worker's address only from a policy with a name; this one passes a single address. */
const trusted = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('lykta-seal', {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new Error('sealing: another address')
    return address
  },
})

let worker: Worker | undefined

export function startSealing(): Worker {
  worker ??= new Worker(trusted ? trusted.createScriptURL(workerAddress) : workerAddress, { type: 'module' })
  return worker
}

/** Throws when the worker could not be fetched or the text not sealed; nothing has been sent then. */
export async function seal(request: SealRequest): Promise<Exclude<SealReply, { readonly failed: true }>> {
  const reply = await new Promise<SealReply>((resolve) => {
    const started = startSealing()
    started.addEventListener('message', (event: MessageEvent<SealReply>) => resolve(event.data), { once: true })
    started.addEventListener('error', () => resolve({ failed: true }), { once: true })
    started.postMessage(request)
  })
  if (!('failed' in reply)) return reply
  // Another try begins with another worker: its file may not have come.
  worker?.terminate()
  worker = undefined
  throw new Error('sealing: not sealed')
}
