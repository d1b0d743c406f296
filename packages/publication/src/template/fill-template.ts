// Prose with values: each sentence takes the first wording whose values are all shown; what is placed becomes blocks.
import { evaluate } from '../binding/evaluate.ts'
import type { Edition } from '../binding/edition.ts'
import type { BlockBinding } from '../binding/binding.ts'
import type { Block, Heading, Paragraph } from '../document/document.ts'
import { type Inline, plain } from '../document/inline.ts'
import type { Sentence, Template, TemplateBlock, TemplateInline } from './template.ts'

/** Makes the blocks for a binding that stands alone. */
export type Place = (binding: BlockBinding, source: string) => readonly Block[]

export type Filled = {
  readonly title: readonly Inline[]
  /** The paragraph under the title. */
  readonly subtitle: readonly Inline[]
  readonly blocks: readonly Block[]
}

export function fillTemplate(template: Template, edition: Edition, place: Place): Filled {
  const [title, subtitle, ...rest] = template.blocks
  if (title?.kind !== 'heading' || title.level !== 1) throw new Error('fillTemplate: unchecked template without a title')
  const body = subtitle?.kind === 'paragraph' ? rest : template.blocks.slice(1)
  const blocks = body.flatMap((block) => fillBlock(block, edition, place))
  return {
    title: fill([title.sentence], edition),
    subtitle: subtitle?.kind === 'paragraph' ? fill(subtitle.sentences, edition) : [],
    blocks: withoutEmptyHeadings(blocks),
  }
}

function fillBlock(block: TemplateBlock, edition: Edition, place: Place): readonly Block[] {
  switch (block.kind) {
    case 'heading': {
      const heading: Heading = { kind: 'heading', level: block.level === 3 ? 3 : 2, id: block.id, children: fill([block.sentence], edition) }
      return [heading]
    }
    case 'paragraph':
      return paragraph(block.sentences, edition)
    case 'list': {
      const items = block.items.map((item) => fill(item, edition)).filter((item) => item.length > 0)
      return items.length > 0 ? [{ kind: 'list', ordered: block.ordered, items }] : []
    }
    case 'note': {
      const children = block.paragraphs.flatMap((sentences) => paragraph(sentences, edition))
      return children.length > 0 ? [{ kind: 'note', children }] : []
    }
    case 'placed':
      return place(block.binding, block.source)
  }
}

function paragraph(sentences: readonly Sentence[], edition: Edition): readonly Paragraph[] {
  const children = fill(sentences, edition)
  return children.length > 0 ? [{ kind: 'paragraph', children }] : []
}

/** A heading whose whole content was left out is left out too. */
function withoutEmptyHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.reduceRight<readonly Block[]>((kept, block) => {
    const next = kept[0]
    const empty = block.kind === 'heading' && (!next || (next.kind === 'heading' && next.level <= block.level))
    return empty ? kept : [block, ...kept]
  }, [])
}

/** The sentences as running text, a space between them. */
export function fill(sentences: readonly Sentence[], edition: Edition): readonly Inline[] {
  return sentences
    .map((sentence) => firstShown(sentence, edition))
    .filter((inlines) => inlines.length > 0)
    .flatMap((inlines, index) => (index > 0 ? [plain(' '), ...inlines] : inlines))
}

function firstShown(sentence: Sentence, edition: Edition): readonly Inline[] {
  for (const wording of sentence.wordings) {
    const inlines = fillWording(wording, edition)
    if (inlines) return inlines
  }
  throw new Error(`fillTemplate: unchecked sentence in line ${sentence.line}`)
}

function fillWording(wording: readonly TemplateInline[], edition: Edition): readonly Inline[] | undefined {
  const filled: Inline[] = []
  for (const inline of wording) {
    if (inline.kind === 'text') {
      filled.push(plain(inline.text.replace(/\s*\n\s*/g, ' ')))
    } else if (inline.kind === 'bound') {
      const text = evaluate(inline.binding, edition)
      if (text === undefined) return undefined
      filled.push({ kind: 'figure', binding: inline.source, text })
    } else {
      const children = fillWording(inline.children, edition)
      if (!children) return undefined
      filled.push({ ...inline, children })
    }
  }
  return filled
}
