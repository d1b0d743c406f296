// A count that may be a lower bound: "41" or "minst 41".
import { renderCount } from './numbers.ts'
import type { Words } from './words.ts'

export function renderQuantity(words: Words, count: number, atLeast: boolean): string {
  const text = renderCount(count, words.language)
  return atLeast ? words.atLeast(text) : text
}
