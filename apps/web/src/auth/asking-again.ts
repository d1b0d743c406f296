// Whether the page asks its reader to show that it is still she: opened beside whatever was refused for it.
import { useSyncExternalStore } from 'react'

let asking = false
const heard = new Set<() => void>()

function set(value: boolean): void {
  asking = value
  for (const hear of heard) hear()
}

export const askingAgain = { open: () => set(true), close: () => set(false) }

export function useAskingAgain(): boolean {
  return useSyncExternalStore((hear) => {
    heard.add(hear)
    return () => heard.delete(hear)
  }, () => asking)
}
