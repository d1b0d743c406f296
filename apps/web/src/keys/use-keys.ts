// How the keys stand, for a component that shows it.
import { useSyncExternalStore } from 'react'
import { keys, type KeysView } from './keys.ts'

const look = (): KeysView => keys.view

export function useKeys(): KeysView {
  return useSyncExternalStore(keys.subscribe, look)
}
