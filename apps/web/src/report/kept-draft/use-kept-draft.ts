// The draft of a member who writes, kept sealed; fetched for her alone, once the page stands.
import { useEffect, useState } from 'react'
import type { Open } from '../standing.ts'
import { draftAtHand } from './draft-at-hand.ts'
import type { DraftContent, DraftKeeper } from './draft-keeper.ts'
import type { Keeping } from './make-keeper.ts'

/** A member with keys: for whoever has none nothing could be sealed, and a device keeps nothing that it could read. */
export function mayKeepDraft({ session, device }: Open): boolean {
  return session.state === 'signed-in' && !device && session.caller !== null && session.caller.keys !== 'none'
}

/** `content`: as the page stands; null where nobody would miss it. Undefined where nothing is kept. */
export function useKeptDraft(open: Open, { ref, revision }: { readonly ref: string | undefined; readonly revision: number | undefined }, content: DraftContent | null): DraftKeeper | undefined {
  const [keeping, setKeeping] = useState<Keeping>()
  const member = mayKeepDraft(open) ? (open.session.caller?.id ?? null) : null
  const network = open.session.network.id
  useEffect(() => {
    if (member === null) return undefined
    let ended = false
    let started: Keeping | undefined
    const start = async (): Promise<void> => {
      const { startKeeping } = await import('./make-keeper.ts')
      if (ended) return
      started = startKeeping({ network, member }, ref === undefined ? null : { ref, revision: revision ?? 0 })
      const { keeper } = started
      draftAtHand.set({ drop: () => void keeper.done(), isKept: () => keeper.isKept })
      setKeeping(started)
    }
    // A page that cannot fetch it keeps nothing, as before.
    start().catch(() => undefined)
    return () => {
      ended = true
      started?.stop()
      draftAtHand.set(undefined)
    }
  }, [network, member, ref, revision])
  useEffect(() => keeping?.keeper.write(content), [content, keeping])
  return keeping?.keeper
}
