// Where the lines of an agenda went when it was changed: by their titles, since an agenda is written as text and its lines have no names of their own.

/** Shared pairs of letters, of the shorter title's: a slip mended or a word added stays well above, another subject well below. */
const alike = 0.5

/** For each line before, its place after; null when it is there no more. One with the same title first, then one that is worded alike. */
export function moveLines(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  const places: (number | null)[] = before.map(() => null)
  const free = new Set(after.keys())
  const put = (from: number, to: number): void => {
    places[from] = to
    free.delete(to)
  }
  before.forEach((title, from) => {
    const to = [...free].find((at) => after[at] === title)
    if (to !== undefined) put(from, to)
  })
  const pairs = before.flatMap((title, from) => (places[from] === null ? [...free].map((to) => ({ from, to, like: likenessOf(title, after[to]!) })) : []))
  // The most alike first; of equals the one that moved least.
  for (const { from, to } of pairs.filter(({ like }) => like >= alike).toSorted((a, b) => b.like - a.like || Math.abs(a.from - a.to) - Math.abs(b.from - b.to))) {
    if (places[from] === null && free.has(to)) put(from, to)
  }
  return places
}

function likenessOf(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  return [...a].filter((pair) => b.has(pair)).length / Math.max(1, Math.min(a.size, b.size))
}

function pairsOf(title: string): ReadonlySet<string> {
  const letters = title.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)))
}
