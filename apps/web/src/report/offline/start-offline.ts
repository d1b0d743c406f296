// What an enrolled device needs for later: the page's files, the log; and a new version, when nothing has been entered.
import { readMembership } from '../kept/read-membership.ts'
import type { Device } from '../kept/store.ts'
import { serviceWorker, trustedAddress } from '../trusted-address.ts'

/** `isIdle`: whether the page may be loaded anew, with nothing lost. */
export async function startOffline(device: Device, isIdle: () => boolean): Promise<void> {
  // Verified while there is a connection, so that a text can be sealed without one.
  void readMembership(device).catch(() => undefined)
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker: container } = navigator
  // A first worker takes over nothing that is open; only a page that had one before is of an older version than its files.
  const hadOne = container.controller !== null
  container.addEventListener('controllerchange', () => {
    if (hadOne && isIdle()) location.reload()
  })
  const registration = await container.register(trustedAddress(serviceWorker), { scope: '/day/', updateViaCache: 'none' })
  // One that came during an earlier visit; what comes during this one waits, so that no page changes under somebody who reads.
  if (registration.waiting && hadOne && isIdle()) registration.waiting.postMessage('take over')
  // Without it the browser may throw away what waits to be sent when its disk fills up.
  await navigator.storage?.persist?.().catch(() => false)
}

/** When the browser is a device no more. */
export async function endOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (new URL(registration.scope).pathname === '/day/') await registration.unregister()
  }
  for (const name of await caches.keys()) {
    if (name.endsWith('/day/')) await caches.delete(name)
  }
}
