// The tables of an edition as pages of the site, one each, and one that lists them: the same fixed set as in the edition, no question to ask.
import type { Language } from '@lykta/incident'
import { renderColumn, renderSource } from '../../binding/edition.ts'
import type { Table } from '../../document/document.ts'
import { escapeHtml } from '../../html/escape.ts'
import { renderTable } from '../../html/render-table.ts'
import { type ExploredTable, exploreTables } from '../../open-data/explored-table.ts'
import { shownTrends } from '../../open-data/shown-trends.ts'
import { breakdownTable } from '../../tables/breakdown-table.ts'
import { wordsIn } from '../../words/words-in.ts'
import { editionIn, releaseDay, reportTitle } from '../site-editions.ts'
import { editionFolder, type SiteEdition, type SiteInput } from '../site-input.ts'
import { siteWordsIn } from '../site-words-in.ts'
import { cellOfData } from './drawn-cell.ts'
import { renderExploreChart } from './explore-chart.ts'
import { renderExploreRates, renderExploreTrends } from './explore-rates.ts'
import { explorePath } from './explore-path.ts'
import { exploreWordsIn } from './explore-words.ts'

export type ExplorePage = { readonly language: Language; readonly path: string; readonly other: string; readonly root: string; readonly title: string; readonly lead: string; readonly body: string }

/** In the site's languages. `newest`: of the same year; the edition itself, or the one that corrects it. */
export function explorePages(edition: SiteEdition, newest: SiteEdition, { label, address, languages }: Pick<SiteInput, 'label' | 'address' | 'languages'>): readonly ExplorePage[] {
  const input = { context: edition.context, tables: edition.tables, label: { sv: label('sv'), en: label('en') } }
  const tables = exploreTables(input)
  const trends = shownTrends(input, tables)
  const root = '../'.repeat(editionFolder(edition).split('/').length + 1)
  return languages.flatMap((language) => {
    const words = exploreWordsIn[language]
    const report = reportTitle(edition, language)
    const other = language === 'sv' ? 'en' : 'sv'
    const newer = newest === edition ? '' : `<div class="note"><p>${escapeHtml(words.newer(releaseDay(newest, language)))} <a href="${root}${explorePath(newest, language)}">${escapeHtml(words.newerLink)}</a></p></div>\n`
    const listOf = (all: readonly ExploredTable[]): string => `<ul class="table-list">${all.map(({ id, title }) => `<li><a href="${id}.html">${escapeHtml(title[language])}</a></li>`).join('')}</ul>`
    const list: ExplorePage = { language, path: explorePath(edition, language), other: explorePath(edition, other), root, title: words.title, lead: words.lead(report), body: newer + listOf(tables) }
    return [list, ...tables.map((table): ExplorePage => {
      const path = explorePath(edition, language, table.id)
      const body = [
        newer + renderExploreChart(table, language),
        renderTable(printedTable(edition, table, language, label), wordsIn[language]),
        ...(table.id === 'incidents' ? [renderExploreRates(table, language), ...(trends ? [renderExploreTrends(trends, language)] : [])] : []),
        renderTake(edition, table, language, root, address === null ? null : address + path),
        `<section class="others" aria-labelledby="others"><h2 id="others">${escapeHtml(words.others)}</h2><p class="ways"><a href="index.html">${escapeHtml(words.all(report))}</a></p>${listOf(tables.filter(({ id }) => id !== table.id))}</section>`,
      ]
      return { language, path, other: explorePath(edition, other, table.id), root, title: table.title[language], lead: words.tableLead(report), body: body.filter((part) => part !== '').join('\n') }
    })]
  })
}

/** The rows as they are drawn, with what must be read with the figures. */
function printedTable(siteEdition: SiteEdition, table: ExploredTable, language: Language, label: SiteInput['label']): Table {
  const edition = editionIn(siteEdition, language, label)
  const own = siteEdition.tables.filter(({ id }) => id.split('.')[0] === table.id)
  const notes = [...own.flatMap((one) => breakdownTable(edition, one).notes), ...table.notes.map((note) => note[language])]
  return {
    kind: 'table', id: table.id, caption: table.title[language], corner: table.rowHead[language],
    columns: table.periods.map((period) => renderColumn(edition, period)),
    rows: table.rows.map((row) => ({ header: row.label[language], indented: false, cells: row.cells.map((cell) => ({ cell: cellOfData(cell), span: 1, remark: null })) })),
    notes: [...new Set(notes)], source: renderSource(edition),
  }
}

const formats = [['csv', 'CSV'], ['json', 'JSON-stat'], ['px', 'PC-Axis']] as const

function renderTake(edition: SiteEdition, { id, title }: ExploredTable, language: Language, root: string, address: string | null): string {
  const words = exploreWordsIn[language]
  const files = [language, language === 'sv' ? ('en' as const) : ('sv' as const)].flatMap((one) => formats.flatMap(([ending, kind]) => {
    const path = `${one}/tables/${id}.${ending}`
    const text = words.fileOf(kind, one)
    return edition.files.has(path) ? [`<a href="${root}${editionFolder(edition)}${path}" aria-label="${escapeHtml(`${title[language]}, ${text}`)}" download>${escapeHtml(text)}</a>`] : []
  }))
  const text = address === null ? words.link : address
  return `<section class="take" aria-labelledby="take"><h2 id="take">${escapeHtml(words.take)}</h2>
<p class="take-link">${address === null ? '' : `${escapeHtml(words.link)}: `}<a href="${id}.html">${escapeHtml(text)}</a>. ${escapeHtml(words.linkText)}</p>
<p>${escapeHtml(words.files)}:</p><p class="ways">${files.join('')}</p>
<p class="ways"><a href="${root}${editionFolder(edition)}${language}/index.html">${escapeHtml(siteWordsIn[language].read)}</a></p></section>`
}
