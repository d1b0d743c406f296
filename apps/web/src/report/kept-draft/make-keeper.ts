// The keeper of one member's drafts on this page, with the keys and the worker that seals.
import { bytesOf } from '../../keys/base64url.ts'
import { keys } from '../../keys/keys.ts'
import { work } from '../sealing.ts'
import { DraftKeeper, type DraftTask } from './draft-keeper.ts'
import { browserDrafts } from './draft-store.ts'

export type Keeping = { readonly keeper: DraftKeeper; readonly stop: () => void }

const lookEvery = 60_000

/** `task`: the incident that is changed; null for a new one. */
export function startKeeping(owner: { readonly network: string; readonly member: string }, task: DraftTask | null): Keeping {
  keys.setOwner(owner)
  const keeper = new DraftKeeper({
    member: owner.member, task, store: browserDrafts, now: () => Date.now(), locks: navigator.locks,
    seal: (text, recipient) => work('packText', text, recipient),
    open: (file) => keys.openOwn(bytesOf(file)),
  })
  const look = (): void => void keeper.look().catch(() => undefined)
  const onVisibility = (): void => (document.hidden ? void keeper.flush() : look())
  const onLeave = (): void => void keeper.flush()
  look()
  const timer = setInterval(look, lookEvery)
  document.addEventListener('visibilitychange', onVisibility)
  addEventListener('pagehide', onLeave)
  return {
    keeper,
    stop: () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisibility)
      removeEventListener('pagehide', onLeave)
    },
  }
}
