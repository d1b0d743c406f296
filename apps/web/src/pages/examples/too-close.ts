// Whether a text in other words is still the text that it was made from: long runs of the same words, or mostly the same words.

export type Closeness =
  /** Words that follow each other in both. */
  | { readonly kind: 'run'; readonly words: string }
  /** Most of its longer words stand in the other. */
  | { readonly kind: 'words'; readonly share: number }

const longestRun = 4
const fewestWords = 4
const largestShare = 0.6

/** Undefined when it is far enough from all of them. */
export function closenessTo(originals: readonly string[], rewritten: string): Closeness | undefined {
  for (const original of originals) {
    const found = closeness(wordsOf(original), wordsOf(rewritten))
    if (found) return found
  }
  return undefined
}

function closeness(original: readonly string[], own: readonly string[]): Closeness | undefined {
  // Of a text of a few words all of them are a run.
  const length = Math.min(longestRun + 1, Math.max(2, own.length), Math.max(2, original.length))
  const runs = new Set(original.map((_, at) => original.slice(at, at + length).join(' ')))
  for (let at = 0; at + length <= own.length; at += 1) {
    const run = own.slice(at, at + length).join(' ')
    if (runs.has(run)) return { kind: 'run', words: run }
  }
  const known = new Set(original)
  const telling = [...new Set(own.filter((word) => word.length > 3))]
  const share = telling.filter((word) => known.has(word)).length / Math.max(1, telling.length)
  return telling.length >= fewestWords && share >= largestShare ? { kind: 'words', share } : undefined
}

/** Case, accents' spelling and whatever is no letter or digit make no other words. */
function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? []
}
