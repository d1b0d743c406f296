// A line that was told at a meeting, from the tab that opened this one: asked for in memory, since it must stand in no address and no storage.
import type { Id } from '@lykta/incident'

export type ToldAtMeeting = { readonly kind: 'told-at-meeting'; readonly organisation: Id; readonly text: string }

/** Asked by the new tab once it can listen. */
export const askForTold = 'lykta: what was told?'

/** Asks once; gives the way to stop listening. */
export function awaitTold(onTold: (told: ToldAtMeeting) => void): () => void {
  const opener = window.opener as Window | null
  if (!opener) return () => {}
  const listen = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source !== opener || origin !== location.origin || !isTold(data)) return
    removeEventListener('message', listen)
    onTold(data)
  }
  addEventListener('message', listen)
  opener.postMessage(askForTold, location.origin)
  return () => removeEventListener('message', listen)
}

function isTold(data: unknown): data is ToldAtMeeting {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'told-at-meeting' && 'organisation' in data && typeof data.organisation === 'string' && 'text' in data && typeof data.text === 'string'
}
