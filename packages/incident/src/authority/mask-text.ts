// A text with passages masked: pieces to show, with nothing of what was masked in them, not even how long it was.
import type { MaskedPassage, MaskGround } from './extract.ts'

export type Piece = { readonly text: string } | { readonly masked: MaskGround }

export type Passage = Omit<MaskedPassage, 'text'>

/** Passages that touch and rest on one ground become one; they do not overlap (`addPassage` sees to that). */
export function maskText(text: string, passages: readonly Passage[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to, ground } of passages.toSorted((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ text: text.slice(at, from) })
    const last = pieces.at(-1)
    if (!(last && 'masked' in last && isSame(last.masked, ground))) pieces.push({ masked: ground })
    at = Math.max(at, to)
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

/** What was marked before and overlaps goes; half a character is never left standing. Nothing for an empty or a blank passage. */
export function addPassage(text: string, passages: readonly Passage[], added: Passage): readonly Passage[] {
  const from = isInside(text, added.from) ? added.from - 1 : added.from
  const to = isInside(text, added.to) ? added.to + 1 : added.to
  if (text.slice(from, to).trim() === '') return passages
  return [...passages.filter((one) => one.to <= from || one.from >= to), { ...added, from, to }].toSorted((a, b) => a.from - b.from)
}

/** Between the two halves of a surrogate pair. */
function isInside(text: string, at: number): boolean {
  return at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text[at]!) && /[\uD800-\uDBFF]/.test(text[at - 1]!)
}

function isSame(a: MaskGround, b: MaskGround): boolean {
  return a.code === b.code && a.words === b.words
}
