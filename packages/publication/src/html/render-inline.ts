// Running text as HTML; footnotes are collected and stand at the end.
import type { Inline } from '../document/inline.ts'
import { escapeHtml } from './escape.ts'

/** Collects the notes of one page in the order of their marks. */
export type Footnotes = { readonly notes: (readonly Inline[])[] }

export function renderInline(inlines: readonly Inline[], footnotes: Footnotes): string {
  return inlines.map((inline) => one(inline, footnotes)).join('')
}

function one(inline: Inline, footnotes: Footnotes): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text)
    case 'figure':
      return `<span class="figure" data-binding="${escapeHtml(inline.binding)}">${escapeHtml(inline.text)}</span>`
    case 'strong':
      return `<strong>${renderInline(inline.children, footnotes)}</strong>`
    case 'emphasis':
      return `<em>${renderInline(inline.children, footnotes)}</em>`
    case 'link':
      return `<a href="${escapeHtml(inline.href)}">${renderInline(inline.children, footnotes)}</a>`
    case 'footnote': {
      const number = footnotes.notes.push(inline.children)
      return `<sup><a class="note-mark" id="mark-${number}" href="#note-${number}" role="doc-noteref">${number}</a></sup>`
    }
  }
}
