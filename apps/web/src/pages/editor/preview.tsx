// A chapter as it will read: every figure in its place, changed ones marked; pictures and tables are named.
import type { Inline, PreviewBlock } from '@lykta/publication/prose'
import type { ReactNode } from 'react'
import { useEditorWords } from './editor-words.ts'

export type PreviewProps = { readonly blocks: readonly PreviewBlock[]; readonly changed: ReadonlySet<string>; readonly language: string; readonly label: string }

export function Preview({ blocks, changed, language, label }: PreviewProps): ReactNode {
  const words = useEditorWords()
  const isEmpty = blocks.every(({ kind }) => kind === 'heading')
  return (
    <section className="preview" aria-label={label}>
      <div lang={language}>{blocks.map((block, index) => <Block key={index} block={block} changed={changed} />)}</div>
      {isEmpty && <p className="hint">{words.previewEmpty}</p>}
    </section>
  )
}

type Shown = { readonly changed: ReadonlySet<string> }

function Block({ block, changed }: Shown & { readonly block: PreviewBlock }): ReactNode {
  const words = useEditorWords()
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 3 ? 'h5' : 'h4'
      return <Heading className={`preview-heading-${block.level}`}><Inlines inlines={block.children} changed={changed} /></Heading>
    }
    case 'paragraph':
      return <p><Inlines inlines={block.children} changed={changed} /></p>
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return <List className="preview-list">{block.items.map((item, index) => <li key={index}><Inlines inlines={item} changed={changed} /></li>)}</List>
    }
    case 'note':
      return <blockquote>{block.paragraphs.map((inlines, index) => <p key={index}><Inlines inlines={inlines} changed={changed} /></p>)}</blockquote>
    case 'placed':
      return <p className="preview-placed"><span>{words.placed[block.binding.kind]}</span> {block.name}</p>
  }
}

function Inlines({ inlines, changed }: Shown & { readonly inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => <One key={index} inline={inline} changed={changed} />)
}

function One({ inline, changed }: Shown & { readonly inline: Inline }): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'figure':
      return <span className={changed.has(inline.binding.replaceAll(/\s+/g, ' ')) ? 'preview-figure preview-changed' : 'preview-figure'}>{inline.text}</span>
    case 'strong':
      return <strong><Inlines inlines={inline.children} changed={changed} /></strong>
    case 'emphasis':
      return <em><Inlines inlines={inline.children} changed={changed} /></em>
    // Where it leads to is the report's: from here it would lead out of the text.
    case 'link':
      return <u><Inlines inlines={inline.children} changed={changed} /></u>
    case 'footnote':
      return <small> [<Inlines inlines={inline.children} changed={changed} />]</small>
  }
}
