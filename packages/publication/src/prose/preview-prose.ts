// A text as it will read: each sentence in the wording that its figures allow. Pictures and tables are named, not drawn.
import type { BlockBinding } from '../binding/binding.ts'
import type { Edition } from '../binding/edition.ts'
import { type Inline, plain } from '../document/inline.ts'
import { fill } from '../template/fill-template.ts'
import { parseTemplate } from '../template/parse-template.ts'
import type { Sentence, TemplateBlock } from '../template/template.ts'

export type PreviewBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly line: number; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly line: number; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly line: number; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'note'; readonly line: number; readonly paragraphs: readonly (readonly Inline[])[] }
  | { readonly kind: 'placed'; readonly line: number; readonly binding: BlockBinding; readonly name: string }

/** Of a whole file, however unfinished: what cannot be printed yet stands as it is written. */
export function previewProse(text: string, edition: Edition): readonly PreviewBlock[] {
  const lines = text.split('\n')
  return parseTemplate(text, '').template.blocks.flatMap((block) => previewOf(block, edition, lines))
}

function previewOf(block: TemplateBlock, edition: Edition, lines: readonly string[]): readonly PreviewBlock[] {
  const filled = (sentences: readonly Sentence[]): readonly Inline[] => sentences.flatMap((sentence): readonly Inline[] => {
    const printed = printedOf(sentence, edition, lines)
    return printed.length > 0 ? [...printed, plain(' ')] : []
  })
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, line: block.sentence.line, children: filled([block.sentence]) }]
    case 'paragraph': {
      const children = filled(block.sentences)
      return children.length > 0 ? [{ kind: 'paragraph', line: lineOf(block.sentences), children }] : []
    }
    case 'list':
      return [{ kind: 'list', line: lineOf(block.items.flat()), ordered: block.ordered, items: block.items.map(filled).filter((item) => item.length > 0) }]
    case 'note':
      return [{ kind: 'note', line: lineOf(block.paragraphs.flat()), paragraphs: block.paragraphs.map(filled).filter((one) => one.length > 0) }]
    case 'placed':
      return [{ kind: 'placed', line: block.line, binding: block.binding, name: nameOf(block.binding, edition) }]
  }
}

/** The last wording may still hold a figure that is hidden. */
function printedOf(sentence: Sentence, edition: Edition, lines: readonly string[]): readonly Inline[] {
  try {
    return fill([sentence], edition)
  } catch {
    return [plain(lines[sentence.line - 1] ?? '')]
  }
}

const lineOf = (sentences: readonly Sentence[]): number => sentences[0]?.line ?? 1

function nameOf(binding: BlockBinding, { words, examples = [] }: Edition): string {
  switch (binding.kind) {
    case 'chart':
      return words.chart[binding.id].plain
    case 'table':
      return words.tables[binding.id] ?? binding.id
    case 'rows':
      return words.tables[binding.figure.table] ?? binding.figure.table
    case 'keyfigures':
      return binding.ids.map((id) => words.tables[id] ?? id).join(', ')
    case 'signs':
      return words.keyTitle
    case 'downloads':
      return words.page.openData
    case 'examples':
      return [words.examples, ...examples.map(words.quoted)].join(' ')
  }
}
