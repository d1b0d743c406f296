// Whole words and phrases as one pattern: a space in a phrase is any white space, and a space with ? may be missing.

/** `blocking` words stop an edition; the others are asked about. */
export type Words = { readonly blocking: RegExp; readonly asked: RegExp }

export function phrases(...patterns: readonly string[]): RegExp {
  const joined = patterns.join('|').replaceAll(' ?', '\\s?').replaceAll(' ', '\\s+')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${joined})(?![\\p{L}\\p{N}])`, 'giu')
}

export type Match = { readonly from: number; readonly to: number; readonly word: string }

export function matchesOf(pattern: RegExp, text: string): readonly Match[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, word: match[0] }))
}

/** Takes out of sight what only looks like something to ask about; every place stays where it was. */
export function without(pattern: RegExp, text: string): string {
  return text.replace(pattern, (found) => '\u00B7'.repeat(found.length))
}

/** The longest of several matches that overlap, in their order. */
export function longest<M extends Match>(matches: readonly M[]): readonly M[] {
  const kept: M[] = []
  for (const match of matches.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1)
    if (!last || match.from >= last.to) kept.push(match)
  }
  return kept
}
