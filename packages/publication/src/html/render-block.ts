// The blocks of a chapter as HTML.
import type { Block, Chart, Downloads, Highlights, Key } from '../document/document.ts'
import type { Words } from '../words/words.ts'
import { chartPath } from '../charts/chart-file.ts'
import { escapeHtml } from './escape.ts'
import { type Footnotes, renderInline } from './render-inline.ts'
import { renderTable } from './render-table.ts'

export function renderBlock(block: Block, words: Words, footnotes: Footnotes): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${escapeHtml(block.id)}">${renderInline(block.children, footnotes)}</h${block.level}>`
    case 'paragraph':
      return `<p>${renderInline(block.children, footnotes)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${renderInline(item, footnotes)}</li>`).join('')}</${tag}>`
    }
    case 'note':
      return `<aside class="note">${block.children.map((child) => renderBlock(child, words, footnotes)).join('')}</aside>`
    case 'table':
      return renderTable(block, words)
    case 'chart':
      return renderChart(block, words)
    case 'highlights':
      return renderHighlights(block, footnotes)
    case 'key':
      return renderKey(block)
    case 'downloads':
      return renderDownloads(block)
  }
}

function renderChart(chart: Chart, words: Words): string {
  return (
    `<figure class="chart" id="${escapeHtml(chart.id)}"><figcaption><p class="title">${escapeHtml(chart.title)}</p>` +
    `<p class="subtitle">${escapeHtml(chart.subtitle)}</p></figcaption>` +
    `<div class="wide">${chart.wide}</div><div class="narrow">${chart.narrow}</div>` +
    `<p class="source">${escapeHtml(chart.source)}</p>${renderWays(chart, words)}` +
    `<details><summary>${escapeHtml(words.page.showTable)}</summary>${renderTable(chart.table, words)}</details></figure>`
  )
}

/** An address of its own, the picture as a file, and the files that hold its numbers; a chart of no files has none of these. */
function renderWays({ id, title, data }: Chart, words: Words): string {
  if (data.length === 0) return ''
  const files = [['SVG', chartPath(id)], ...data.flatMap((table) => [[`${table}.csv`, `tables/${table}.csv`], [`${table}.json`, `tables/${table}.json`]])] as const
  const links = files.map(([name, path]) => `<a href="${escapeHtml(path)}" aria-label="${escapeHtml(`${title}: ${name}`)}" download>${escapeHtml(name)}</a>`)
  return `<p class="chart-ways"><a href="#${escapeHtml(id)}">${escapeHtml(words.page.linkHere)}</a> ${links.join(' ')}</p>`
}

function renderHighlights(block: Highlights, footnotes: Footnotes): string {
  const items = block.items.map(
    ({ label, value, remarks }) =>
      `<div><dt>${escapeHtml(label)}</dt><dd class="value">${renderInline(value, footnotes)}</dd>` +
      `${remarks.map((remark) => `<dd class="remark">${escapeHtml(remark)}</dd>`).join('')}</div>`,
  )
  return `<dl class="highlights">${items.join('')}</dl>`
}

function renderKey(block: Key): string {
  const entries = block.entries.map(({ text, meaning }) => `<div><dt>${escapeHtml(text)}</dt><dd>${escapeHtml(meaning)}</dd></div>`)
  return `<div class="key"><p class="title">${escapeHtml(block.title)}</p><dl>${entries.join('')}</dl></div>`
}

function renderDownloads(block: Downloads): string {
  const items = block.items.map(({ label, files }) => {
    const links = files.map(({ path, format }) => {
      const name = `${label}, ${format}`
      return `<a href="${escapeHtml(path)}" aria-label="${escapeHtml(name)}" download>${escapeHtml(format)}</a>`
    })
    return `<li><span>${escapeHtml(label)}</span><span class="formats">${links.join(' ')}</span></li>`
  })
  return `<ul class="downloads">${items.join('')}</ul>`
}
