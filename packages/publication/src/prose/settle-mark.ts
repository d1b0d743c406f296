// Changes to a text that settle what is asked about it: a sentence becomes an opinion, a word is marked as no figure, a figure is bound.

/** A new text, and what of it is selected afterwards. */
export type Edited = { readonly text: string; readonly from: number; readonly to: number }

type Place = { readonly line: number; readonly from: number; readonly to: number }

/** In UTF-16 units of the whole text. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0
  for (let number = 1; number < line; number += 1) {
    const next = text.indexOf('\n', at)
    if (next < 0) return text.length
    at = next + 1
  }
  return Math.min(at + column, text.length)
}

/** The wording in which the place lies begins with {{opinion}}; what opens a list item, a note or a heading stays before it. */
export function markOpinion(text: string, { line, from }: Place): Edited {
  const start = offsetOf(text, line, 0)
  const written = text.slice(start, offsetOf(text, line, Infinity)).split('\n')[0] ?? ''
  const bar = written.lastIndexOf('||', from)
  const begin = bar >= 0 ? bar + 2 : (/^\s*(?:(?:[-*+>]|\d+[.)]|#{1,3})\s+)*/.exec(written)?.[0].length ?? 0)
  const at = start + begin + (/^\s*/.exec(written.slice(begin))?.[0].length ?? 0)
  const mark = '{{opinion}} '
  return { text: text.slice(0, at) + mark + text.slice(at), from: at, to: at + mark.length }
}

/** {{lit …}} around the word, which may hold no braces. */
export function markLiteral(text: string, { line, from, to }: Place): Edited {
  const [start, end] = [offsetOf(text, line, from), offsetOf(text, line, to)]
  const word = text.slice(start, end)
  const trimmed = word.trim()
  if (trimmed === '' || /[{}|\n]/.test(word)) return { text, from: start, to: end }
  const lead = word.indexOf(trimmed)
  const marked = `{{lit ${trimmed}}}`
  const at = start + lead
  return { text: text.slice(0, at) + marked + text.slice(at + trimmed.length), from: at, to: at + marked.length }
}

/**
 * The binding in place of what is selected, or at the caret. A sentence whose last wording it may hide gets one that holds then,
 * and that is what is selected: it is a proposal to write over.
 */
export function insertBinding(text: string, selection: { readonly from: number; readonly to: number }, source: string, whenHidden: string | null): Edited {
  const bound = `{{${source}}}`
  const after = text.slice(0, selection.from) + bound + text.slice(selection.to)
  const end = selection.from + bound.length
  const next = after.indexOf('\n', end)
  const lineEnd = next < 0 ? after.length : next
  const rest = after.slice(end, lineEnd)
  if (whenHidden === null || rest.includes('||')) return { text: after, from: end, to: end }
  const wording = ` || ${whenHidden}`
  const at = end + rest.trimEnd().length
  return { text: after.slice(0, at) + wording + after.slice(lineEnd), from: at + 4, to: at + wording.length }
}
