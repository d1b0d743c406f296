// Whether the window is as the query says, for what is built differently on a phone and on a desk.
import { useSyncExternalStore } from 'react'

export const deskQuery = '(min-width: 64rem)'
export const tabletQuery = '(min-width: 48rem)'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
