// The different words of a column with how often each occurs, the most frequent first.
import { foldWord } from './fold-word.ts'

export type CountedWord = { /** As first written. */ readonly word: string; readonly times: number }

/** More different words than this no list of codes has. */
export const mostWords = 300

/** `split`: what parts several words in one cell. */
export function wordsOf(texts: readonly string[], split?: string): readonly CountedWord[] {
  const counts = new Map<string, { readonly word: string; times: number }>()
  for (const text of texts) {
    for (const piece of split === undefined ? [text] : text.split(split)) {
      const word = piece.normalize('NFC').trim()
      if (word === '') continue
      const known = counts.get(foldWord(word))
      if (known) known.times += 1
      else counts.set(foldWord(word), { word, times: 1 })
    }
  }
  return [...counts.values()].toSorted((a, b) => b.times - a.times)
}
