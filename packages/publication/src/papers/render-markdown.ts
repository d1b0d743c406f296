// A paper as Markdown (CommonMark): the source that somebody goes on writing in. Its text can be no markup.
import type { Block, PublicationDocument } from '../document/document.ts'
import type { Inline } from '../document/inline.ts'

export function renderMarkdown({ title, subtitle, publisher, marks, facts, blocks, notice }: PublicationDocument): string {
  const parts = [
    `# ${escaped(title)}`,
    ...marks.map(({ text }) => `> **${escaped(text)}**`),
    escaped(subtitle),
    [`**${escaped(publisher)}**`, ...facts.map(({ name, value }) => `${escaped(name)}: ${escaped(value)}`)].join('  \n'),
    ...blocks.map(blockOf),
    ...(notice === undefined ? [] : ['---', escaped(notice)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlines(block.children)}`
    case 'paragraph':
      return inlines(block.children)
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inlines(item)}`).join('\n')
    case 'note':
      return block.children.map(({ children }) => `> ${inlines(children)}`).join('\n>\n')
    case 'table':
    case 'chart':
    case 'highlights':
    case 'key':
    case 'downloads':
      // Tables and charts hold counted values: those leave in an edition alone, with its marks.
      throw new Error(`markdown: a paper has no ${block.kind}`)
  }
}

function inlines(all: readonly Inline[]): string {
  return all.map((inline) => {
    switch (inline.kind) {
      case 'text':
      case 'figure':
        return escaped(inline.text)
      case 'strong':
        return `**${inlines(inline.children)}**`
      case 'emphasis':
        return `*${inlines(inline.children)}*`
      case 'link':
        return `[${inlines(inline.children)}](<${inline.href}>)`
      case 'footnote':
        return ` (${inlines(inline.children)})`
    }
  }).join('')
}

/** What CommonMark could read as markup is set apart, and one that would begin a list, a heading or a quotation. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+])(?=\s)/, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2')
}
