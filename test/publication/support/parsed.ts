// A file of an edition read back to what it says: its tables, its pictures' words, and every other text, whatever the format.

export type Grid = {
  readonly caption: string
  readonly head: readonly string[]
  /** The row's name, then its cells. */
  readonly rows: readonly (readonly string[])[]
}

export type Parsed = {
  readonly grids: readonly Grid[]
  /** Alternative texts of the pictures. */
  readonly alts: readonly string[]
  /** What is written in the pictures, each with its own; empty where they are pixels. */
  readonly drawn: readonly (readonly string[])[]
  /** Every other text, in pieces. */
  readonly prose: readonly string[]
  /** Title, subject and the like, and what runs at the head of each page. */
  readonly meta: readonly string[]
  /** What has no place in such a file: comments, unknown parts, values in odd attributes. */
  readonly stray: readonly string[]
}

/** Line breaks, soft hyphens and the width of a space are no content. */
export const squeezed = (text: string): string => text.replace(/[\s\u00ad\u2060]+/g, ' ').trim()

/** Every number of a text, as it stands: "1,30", "2019", "63". A thousands' space joins. */
export function numbersIn(text: string): readonly string[] {
  return squeezed(text).replace(/(\d) (\d{3})(?!\d)/g, '$1$2').match(/\d+(?:[.,]\d+)?/g) ?? []
}

/** What stands in one and not as often in the other: "+" only in the second, "−" only in the first. */
export function difference(first: readonly string[], second: readonly string[]): readonly string[] {
  const left = Map.groupBy(first, (one) => one)
  const right = Map.groupBy(second, (one) => one)
  return [...new Set([...first, ...second])].flatMap((one) => {
    const [a, b] = [left.get(one)?.length ?? 0, right.get(one)?.length ?? 0]
    return a === b ? [] : [`${a > b ? '−' : '+'} ${one} (${a} and ${b} times)`]
  })
}
