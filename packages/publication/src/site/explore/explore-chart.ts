// The chart of a table's page: a bar for each row and period from one line, the value beside it, and a key of what is drawn.
import type { Language } from '@lykta/incident'
import { renderCellInWords, renderCellSign } from '../../document/render-cell.ts'
import { escapeHtml } from '../../html/escape.ts'
import type { ExploredTable } from '../../open-data/explored-table.ts'
import { wordsIn } from '../../words/words-in.ts'
import { patterns, renderBar, renderSample } from './bar.ts'
import { drawCell } from './drawn-cell.ts'
import { exploreWordsIn, marks } from './explore-words.ts'

export function renderExploreChart(table: ExploredTable, language: Language): string {
  const [words, fixed] = [exploreWordsIn[language], wordsIn[language]]
  const baseRow = table.rows.find(({ kind }) => kind === 'base')
  const rows = table.rows.filter(({ kind }) => kind !== 'base').map((row) => ({
    row, bars: row.cells.map((cell, index) => ({ period: table.periods[index]!.label[language], ...drawCell(cell, row.unit, baseRow?.cells[index]) })),
  }))
  const bars = rows.flatMap((one) => one.bars)
  const longest = Math.max(1, ...bars.flatMap(({ length, base, interval }) => [length, base ?? 0, interval?.upper ?? 0]))
  const spoken = rows.map(({ row, bars: own }) => `${row.label[language]}: ${own.map(({ period, cell }) => `${period} ${renderCellInWords(cell, fixed)}`).join(', ')}`)
  const parts = rows.map(({ row, bars: own }) => {
    const lines = own.map((bar) => `<div class="track-line"><span class="track-period">${escapeHtml(bar.period)}</span>${renderBar(bar, longest)}<span class="track-value">${escapeHtml(renderCellSign(bar.cell, fixed))}</span></div>`)
    return `<div class="track-row"><p class="track-label">${escapeHtml(row.label[language])}</p>${lines.join('')}</div>`
  })
  const used = marks.filter((mark) => bars.some((bar) => bar.mark === mark))
  const key = [...used.map((mark) => [mark, words.marks[mark]] as const), ...(bars.some(({ interval }) => interval) ? [['interval', words.interval] as const] : [])]
  const units = [...new Set(table.rows.map(({ unit }) => fixed.unit[unit]))].join(', ')
  return `<figure class="explored">
<figcaption><h2 id="chart">${escapeHtml(words.chart)}</h2><p class="about">${escapeHtml(words.unit(units))}</p></figcaption>
${patterns}
<div class="tracks" role="img" aria-label="${escapeHtml(`${words.chartOf(table.title[language])}. ${spoken.join('; ')}.`)}">${parts.join('\n')}</div>
<div class="chart-key"><p class="title">${escapeHtml(words.key)}</p><dl>${key.map(([mark, text]) => `<div><dt>${renderSample(mark)}</dt><dd>${escapeHtml(text)}</dd></div>`).join('')}</dl></div>
</figure>`
}
