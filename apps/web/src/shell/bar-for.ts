// What the bar of a phone holds: five names fit; where there are more, three places, the form, and a way to the rest.
import type { Place } from './places-for.ts'

export type Bar = { readonly shown: readonly Place[]; readonly more: readonly Place[] }

const mostInBar = 5

/** `hasForm`: the reporting form stands beside the places, and is always in the bar. */
export function barFor(places: readonly Place[], hasForm: boolean): Bar {
  const fixed = hasForm ? 1 : 0
  if (places.length + fixed <= mostInBar) return { shown: places, more: [] }
  const room = mostInBar - fixed - 1
  return { shown: places.slice(0, room), more: places.slice(room) }
}
