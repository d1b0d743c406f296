// One self-contained page: no script, no address but its own files', readable with every style turned off.
import type { Language } from '@lykta/incident'
import type { Block, Heading, PublicationDocument } from '../document/document.ts'
import { textOf } from '../document/inline.ts'
import type { Words } from '../words/words.ts'
import { escapeHtml } from './escape.ts'
import { renderBlock } from './render-block.ts'
import { type Footnotes, renderInline } from './render-inline.ts'

/** From the front of the page to the same text elsewhere. */
export type Way = { readonly href: string; readonly label: string; readonly language?: Language }

export type Page = {
  readonly document: PublicationDocument
  readonly ways: readonly Way[]
  readonly words: Words
  /** The whole style sheet with its fonts, and its SHA-256 in base64: the page's own policy allows nothing else. */
  readonly style: string
  readonly styleHash: string
}

export function renderHtml({ document, ways, words, style, styleHash }: Page): string {
  const footnotes: Footnotes = { notes: [] }
  const chapters = chaptersOf(document.blocks)
  const body = chapters.map((chapter) => renderChapter(chapter, words, footnotes)).join('\n')
  const marks = document.marks.map(({ id, text }) => `<p class="mark ${id}">${escapeHtml(text)}</p>`).join('')
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; font-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml([document.title, document.publisher, ...document.marks.map(({ text }) => text)].join(' – '))}</title>
<meta name="description" content="${escapeHtml(document.subtitle)}">
<style>${style}</style>
</head>
<body${document.sheet === 'poster' ? ' class="poster"' : ''}>
<a class="skip" href="#content">${escapeHtml(words.page.skip)}</a>
${marks === '' ? '' : `<aside class="marks" aria-label="${escapeHtml(words.page.attention)}">${marks}</aside>`}
<header class="front">
<p class="publisher">${escapeHtml(document.publisher)}</p>
<h1>${escapeHtml(document.title)}</h1>
<p class="lead">${escapeHtml(document.subtitle)}</p>
${ways.length === 0 ? '' : `<p class="ways">${ways.map(renderWay).join('')}</p>`}
</header>
<div class="columns">
<nav class="contents" aria-label="${escapeHtml(words.page.contents)}"><p class="title" aria-hidden="true">${escapeHtml(words.page.contents)}</p>
<ol>${chapters.flatMap(({ heading }) => (heading ? [contentsEntry(heading)] : [])).join('')}</ol></nav>
<main id="content" tabindex="-1">
${body}
${renderFootnotes(footnotes, words)}
</main>
</div>
<footer><h2>${escapeHtml(document.about ?? words.page.about)}</h2>
<dl>${document.facts.map(({ name, value }) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>
<p>${escapeHtml(document.notice ?? words.notice)}</p></footer>
</body>
</html>
`
}

type Chapter = { readonly heading: Heading | null; readonly blocks: readonly Block[] }

function chaptersOf(blocks: readonly Block[]): readonly Chapter[] {
  const chapters: { heading: Heading | null; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) chapters.push({ heading: block, blocks: [] })
    else if (chapters.length === 0) chapters.push({ heading: null, blocks: [block] })
    else chapters.at(-1)?.blocks.push(block)
  }
  return chapters
}

function renderChapter({ heading, blocks }: Chapter, words: Words, footnotes: Footnotes): string {
  const inner = [...(heading ? [heading] : []), ...blocks].map((block) => renderBlock(block, words, footnotes)).join('\n')
  return heading ? `<section aria-labelledby="${escapeHtml(heading.id)}">\n${inner}\n</section>` : inner
}

function contentsEntry(heading: Heading): string {
  return `<li><a href="#${escapeHtml(heading.id)}">${escapeHtml(textOf(heading.children))}</a></li>`
}

function renderWay({ href, label, language }: Way): string {
  return `<a href="${escapeHtml(href)}"${language === undefined ? '' : ` lang="${language}" hreflang="${language}"`}>${escapeHtml(label)}</a>`
}

function renderFootnotes(footnotes: Footnotes, words: Words): string {
  const notes = footnotes.notes.map((note, index) => {
    const number = index + 1
    const back = `<a href="#mark-${number}" aria-label="${escapeHtml(words.page.backToText)}" role="doc-backlink">↑</a>`
    return `<li id="note-${number}">${renderInline(note, { notes: [] })} ${back}</li>`
  })
  if (notes.length === 0) return ''
  return `<section class="footnotes" aria-label="${escapeHtml(words.page.footnotes)}" role="doc-endnotes"><ol>${notes.join('')}</ol></section>`
}
