// The site's pages that are lists: tables with their files, what the open data hold and how to check them, everything ever published, the method.
import type { Language } from '@lykta/incident'
import { escapeHtml } from '../html/escape.ts'
import { renderTable } from '../html/render-table.ts'
import { columns } from '../open-data/csv.ts'
import { signCodes } from '../open-data/data-cell.ts'
import { dataTables } from '../open-data/data-table.ts'
import { schemeIds } from '../open-data/exchange-schemes.ts'
import { breakdownTable } from '../tables/breakdown-table.ts'
import { yearsTable } from '../tables/years-table.ts'
import { renderCount } from '../words/numbers.ts'
import { wordsIn } from '../words/words-in.ts'
import { exchangePath } from './exchange-path.ts'
import { explorePath } from './explore/explore-path.ts'
import { exploreWordsIn } from './explore/explore-words.ts'
import { editionIn, releaseDay, renderChange, reportTitle } from './site-editions.ts'
import { editionFolder, licences, newestEditions, type SiteEdition, type SiteInput } from './site-input.ts'
import { siteWordsIn } from './site-words-in.ts'

const section = (id: string, title: string, body: string): string => `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>\n${body}</section>`
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('')
const definitions = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl class="definitions">${pairs.map(([term, text]) => `<div><dt>${term}</dt><dd>${escapeHtml(text)}</dd></div>`).join('')}</dl>`

/** Every table of the newest edition, each with the files that hold it. */
export function renderTables({ editions, label }: SiteInput, language: Language, root: string): string {
  const [newest] = newestEditions(editions)
  if (!newest) return paragraphs([siteWordsIn[language].none])
  const edition = editionIn(newest, language, label)
  const { words } = edition
  const explore = exploreWordsIn[language]
  const folder = `${root}${editionFolder(newest)}${language}/tables/`
  const parts = dataTables(edition).map(({ id, title }) => {
    const tables = [...edition.tables.values()].filter((table) => table.id === id || table.id.startsWith(`${id}.`))
    const files = ['csv', 'json', 'px'].filter((ending) => newest.files.has(`${language}/tables/${id}.${ending}`))
    const names: Readonly<Record<string, string>> = { csv: 'CSV', json: 'JSON-stat', px: 'PC-Axis' }
    const links = files.map((ending) => `<a href="${folder}${id}.${ending}" aria-label="${escapeHtml(`${title}, ${names[ending]}`)}" download>${names[ending]}</a>`)
    return `${tables.map((table) => renderTable(breakdownTable(edition, table), words)).join('')}<p class="formats"><a href="${root}${explorePath(newest, language, id)}" aria-label="${escapeHtml(explore.openOf(title))}">${escapeHtml(explore.open)}</a> ${links.join(' ')}</p>`
  })
  return section('years-table', words.tables['years'] ?? '', renderTable(yearsTable(edition), words)) + section('all-tables', words.page.openData, parts.join('\n'))
}

export function renderData({ editions, network, licence, address }: SiteInput, language: Language, root: string): string {
  const [words, { columns: heads, signCodes: signs }] = [siteWordsIn[language], wordsIn[language]]
  const [newest] = newestEditions(editions)
  const { name, address: terms } = licences[licence]
  const cite = newest ? [words.cite(network.name, reportTitle(newest, language), releaseDay(newest, language))] : []
  const code = (text: string): string => `<code>${escapeHtml(text)}</code>`
  const exchange = newest ? schemeIds.map((scheme) => [exchangePath(newest, scheme), words.exchange[scheme]] as const) : []
  const machine = [...words.machineText, ...exchange, ...(address === null ? [] : [['catalogue.rdf', words.catalogue] as const])]
  return [
    section('licence', words.licence, `${paragraphs([words.licenceText(name[language]), ...cite])}<p><code>${escapeHtml(terms)}</code></p>`),
    section('files', words.files, definitions(words.fileKinds.map(([path, what]) => [code(path), what]))),
    section('columns', words.columns, definitions(columns.map((column) => [code(heads[column]), words.columnMeanings[column]]))),
    section('signs', words.signs, definitions(signCodes.map((sign) => [code(sign), signs[sign]]))),
    section('check', words.check, paragraphs(words.checkText)),
    section('machine', words.machine, definitions(machine.map(([path, what]) => [`<a href="${root}${path}">${code(path)}</a>`, what]))),
  ].join('\n')
}

export function renderMethod({ editions }: SiteInput, language: Language): string {
  const [newest] = newestEditions(editions)
  const words = siteWordsIn[language]
  if (!newest) return paragraphs([words.none])
  return words.method(newest.context.policy).map(({ title, paragraphs: texts }, index) => section(`method-${index + 1}`, title, paragraphs(texts))).join('\n')
}

/** Newest first; `hashes`: of the files as they lie on the site. */
export function renderArchive({ editions }: SiteInput, language: Language, root: string, hashes: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>): string {
  const words = siteWordsIn[language]
  if (editions.length === 0) return paragraphs([words.none])
  const part = (edition: SiteEdition): string => {
    const folder = editionFolder(edition)
    const title = edition.number === 1 ? reportTitle(edition, language) : `${reportTitle(edition, language)}, ${words.edition(String(edition.number)).toLocaleLowerCase(language)}`
    const paths = [archiveName(edition), ...[...edition.files.keys()].toSorted()]
    const rows = paths.map((path) => {
      const { bytes, sha256 } = hashes.get(folder + path)!
      const kilobytes = words.kilobytes(renderCount(Math.max(1, Math.round(bytes / 1000)), language))
      return `<tr><th scope="row"><a href="${root}${folder}${path}">${escapeHtml(path)}</a></th><td class="size">${kilobytes}</td><td class="hash">${sha256}</td></tr>`
    })
    const head = [words.path, words.size, words.hash].map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('')
    const table = `<div class="table files"><div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(`${words.files}: ${title}`)}"><table><caption>${escapeHtml(title)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></div>`
    const id = `edition-${edition.year}-${edition.number}`
    return section(id, title, `<p>${escapeHtml(words.released(releaseDay(edition, language)))}</p>${renderChange(edition, language)}<p class="ways"><a href="${root}${folder}${archiveName(edition)}">${escapeHtml(words.whole)}</a></p>${table}`)
  }
  return editions.toSorted((a, b) => b.year - a.year || b.number - a.number).map(part).join('\n')
}

/** The edition as it was approved, every file of it. */
export const archiveName = ({ year, number }: Pick<SiteEdition, 'year' | 'number'>): string => `lykta-${year}${number === 1 ? '' : `-${number}`}.zip`
