// The content security policy takes a worker's address only from a policy with a name; this one passes two addresses.
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker of it (vite/client has the type).
import sealWorker from './seal-worker.ts?worker&url'

export const serviceWorker = '/day/service-worker.js'

type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string } }

const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('lykta-day', {
  createScriptURL: (address) => {
    if (address !== sealWorker && address !== serviceWorker) throw new Error('day: another address')
    return address
  },
})

export function trustedAddress(address: string): string {
  return policy ? policy.createScriptURL(address) : address
}
