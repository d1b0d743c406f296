// An annual report's prose as read from its Markdown file: sentences with bindings, each with its other wordings.
import type { BlockBinding, InlineBinding } from '../binding/binding.ts'

export type TemplateInline =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'strong' | 'emphasis' | 'footnote'; readonly children: readonly TemplateInline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly TemplateInline[] }
  | { readonly kind: 'bound'; readonly binding: InlineBinding; readonly source: string; readonly line: number }

/** One line of the file: the first wording whose values are all shown is printed; an empty one leaves the sentence out. */
export type Sentence = {
  readonly line: number
  readonly wordings: readonly (readonly TemplateInline[])[]
}

export type TemplateBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly id: string; readonly sentence: Sentence }
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Sentence[])[] }
  | { readonly kind: 'note'; readonly paragraphs: readonly (readonly Sentence[])[] }
  | { readonly kind: 'placed'; readonly binding: BlockBinding; readonly source: string; readonly line: number }

export type Template = {
  /** The file's name, for messages. */
  readonly file: string
  readonly blocks: readonly TemplateBlock[]
}

/** Every sentence of a block. */
export function sentencesOf(block: TemplateBlock): readonly Sentence[] {
  switch (block.kind) {
    case 'heading':
      return [block.sentence]
    case 'paragraph':
      return block.sentences
    case 'list':
      return block.items.flat()
    case 'note':
      return block.paragraphs.flat()
    case 'placed':
      return []
  }
}

/** The inlines of a wording and all that stand inside them. */
export function flatten(inlines: readonly TemplateInline[]): readonly TemplateInline[] {
  return inlines.flatMap((inline) => ('children' in inline ? [inline, ...flatten(inline.children)] : [inline]))
}
