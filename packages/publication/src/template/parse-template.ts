// Reads an annual report's Markdown file; anything that the publication cannot carry is a Problem with file and line.
import type { Problem } from '@lykta/incident'
import type { Blockquote, Heading, List, Nodes, Paragraph, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { isBlockBinding } from '../binding/binding.ts'
import { findBinding } from '../binding/parse-binding.ts'
import { type Report, parseText, problemsOf, sentencesFrom } from './parse-inline.ts'
import type { Sentence, Template, TemplateBlock, TemplateInline } from './template.ts'

/**
 * The template and everything wrong with its shape: unknown or unbalanced bindings, Markdown without a place here.
 * Whether its tables and codes exist, and what its prose may say, is for `checkTemplate`.
 */
export function parseTemplate(text: string, file: string): { readonly template: Template; readonly problems: readonly Problem[] } {
  const { problems, report } = problemsOf(file)
  const root = fromMarkdown(text)
  const blocks = root.children.flatMap((node) => blockOf(node, report))
  if (blocks[0]?.kind !== 'heading' || blocks[0].level !== 1) report('publication.title-missing', 1)
  return { template: { file, blocks }, problems }
}

function blockOf(node: Nodes, report: Report): readonly TemplateBlock[] {
  if (node.type === 'heading') return [headingOf(node, report)]
  if (node.type === 'paragraph') return [paragraphOf(node, report)]
  if (node.type === 'list') return [listOf(node, report)]
  if (node.type === 'blockquote') return [noteOf(node, report)]
  // A comment is a word to the next editor and is not published.
  if (node.type === 'html' && /^<!--.*-->$/s.test(node.value.trim())) return []
  report('publication.markdown-unsupported', lineOf(node), { what: node.type === 'html' ? 'HTML' : node.type })
  return []
}

function headingOf(node: Heading, report: Report): TemplateBlock {
  const line = lineOf(node)
  const inlines = inlinesOf(node.children, report)
  const last = inlines.at(-1)
  const id = last?.kind === 'text' ? /\{#(?<id>[a-z][a-z-]*)\}\s*$/.exec(last.text)?.groups?.id : undefined
  if (node.depth > 3) report('publication.markdown-unsupported', line, { what: 'heading' })
  if (node.depth > 1 && id === undefined) report('publication.heading-id', line)
  const content = last?.kind === 'text' && id !== undefined ? [...inlines.slice(0, -1), { ...last, text: last.text.replace(/\s*\{#.*$/, '') }] : inlines
  const level = node.depth === 1 || node.depth === 2 ? node.depth : 3
  return { kind: 'heading', level, id: id ?? 'top', sentence: { line, wordings: [content] } }
}

function paragraphOf(node: Paragraph, report: Report): TemplateBlock {
  const only = node.children.length === 1 ? node.children[0] : undefined
  const source = only?.type === 'text' ? /^\{\{(?<source>[^{}]*)\}\}$/.exec(only.value.trim())?.groups?.source?.trim() : undefined
  const binding = source === undefined ? undefined : findBinding(source)
  if (source !== undefined && binding && isBlockBinding(binding)) return { kind: 'placed', binding, source, line: lineOf(node) }
  return { kind: 'paragraph', sentences: sentencesIn(node, report) }
}

/** Of a paragraph, or of one inside a list or a note, where nothing can be placed. */
function sentencesIn(node: Nodes, report: Report): readonly Sentence[] {
  if (node.type === 'paragraph') return sentencesFrom(inlinesOf(node.children, report), lineOf(node))
  report('publication.markdown-unsupported', lineOf(node), { what: node.type })
  return []
}

function listOf(node: List, report: Report): TemplateBlock {
  const items = node.children.map((item) => item.children.flatMap((child) => sentencesIn(child, report)))
  return { kind: 'list', ordered: node.ordered ?? false, items }
}

function noteOf(node: Blockquote, report: Report): TemplateBlock {
  return { kind: 'note', paragraphs: node.children.map((child) => sentencesIn(child, report)) }
}

function inlinesOf(nodes: readonly PhrasingContent[], report: Report): readonly TemplateInline[] {
  return nodes.flatMap((node): readonly TemplateInline[] => {
    if (node.type === 'text') return parseText(node.value, lineOf(node), report)
    if (node.type === 'strong' || node.type === 'emphasis') return [{ kind: node.type, children: inlinesOf(node.children, report) }]
    if (node.type === 'link') {
      if (!/^(?:https:|mailto:|#)/.test(node.url)) report('publication.link-refused', lineOf(node), { link: node.url.slice(0, 40) })
      return [{ kind: 'link', href: node.url, children: inlinesOf(node.children, report) }]
    }
    report('publication.markdown-unsupported', lineOf(node), { what: node.type })
    return []
  })
}

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1
