// The blocks that a paper is written in, from short strings.
import type { Block, Heading, List, Note, Paragraph } from '../document/document.ts'
import type { Inline } from '../document/inline.ts'

const text = (one: string): readonly Inline[] => [{ kind: 'text', text: one }]

export const heading = (id: string, title: string, level: 2 | 3 = 2): Heading => ({ kind: 'heading', level, id, children: text(title) })
export const paragraph = (one: string): Paragraph => ({ kind: 'paragraph', children: text(one) })
export const list = (items: readonly string[], ordered = false): List => ({ kind: 'list', ordered, items: items.map(text) })
/** Its first line is what must not be missed. */
export const note = (first: string, ...paragraphs: readonly string[]): Note =>
  ({ kind: 'note', children: [{ kind: 'paragraph', children: [{ kind: 'strong', children: text(first) }] }, ...paragraphs.map(paragraph)] })

/** A list whose entries begin with what they speak of. */
export function terms(entries: readonly (readonly [term: string, text: string])[]): List {
  return { kind: 'list', ordered: false, items: entries.map(([term, one]) => [{ kind: 'strong', children: text(`${term}:`) }, ...text(` ${one}`)]) }
}

/** Headings with what stands below them, in order; ids are `${prefix}-1` … */
export function chapters(prefix: string, all: readonly (readonly [title: string, ...blocks: readonly Block[]])[]): readonly Block[] {
  return all.flatMap(([title, ...blocks], index) => [heading(`${prefix}-${index + 1}`, title), ...blocks])
}
