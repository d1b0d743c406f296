// Asking the passphrase back: three of its six words by their place, in an order of its own; three mistakes and it is shown again.
import { normalisePassphrase } from '@lykta/seal'

export const mostMistakes = 3

/** Three different places of six, from 0. `random`: a number from 0 up to, not including, the one given. */
export function drawPlaces(random: (below: number) => number): readonly number[] {
  const places = [0, 1, 2, 3, 4, 5]
  return [0, 1, 2].map(() => places.splice(random(places.length), 1)[0]!)
}

/** Places whose word is not the one shown. */
export function wrongPlaces(passphrase: string, places: readonly number[], typed: readonly string[]): readonly number[] {
  const words = passphrase.split(' ')
  return places.filter((place, index) => normalisePassphrase(typed[index] ?? '') !== normalisePassphrase(words[place] ?? ''))
}
