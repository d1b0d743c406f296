// Keeps the reporting page's own files, so that it opens without a connection; nothing that was written or answered.
import { matchPrecache, precacheAndRoute } from 'workbox-precaching'

/** Written in when the app is built (build/day-offline.ts). */
declare const dayFiles: readonly { readonly url: string; readonly revision: string | null }[]

type Asked = Event & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void }
type Scope = { readonly skipWaiting: () => Promise<void>; readonly addEventListener: EventTarget['addEventListener'] }

const scope = globalThis as unknown as Scope

// Quick exit while there is no connection: the neutral page has an address that this worker is asked for.
scope.addEventListener('fetch', (event) => {
  const asked = event as Asked
  if (new URL(asked.request.url).pathname !== '/day/week/') return
  asked.respondWith(matchPrecache('/neutral/index.html').then((kept) => kept ?? fetch('/neutral/')))
})

precacheAndRoute([...dayFiles])

// A new version waits until no page is open, or one says that nothing has been entered in it.
scope.addEventListener('message', (event) => {
  if ((event as MessageEvent<unknown>).data === 'take over') void scope.skipWaiting()
})
