// Running text of the document tree. A number stands in a figure, never in plain text, so that it can be traced and marked.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'footnote'; readonly children: readonly Inline[] }
  /** A bound value: what the template asked for ("incidents.year") and what it says ("30"). */
  | { readonly kind: 'figure'; readonly binding: string; readonly text: string }

export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : textOf(inline.children))).join('')
}

export const plain = (text: string): Inline => ({ kind: 'text', text })
