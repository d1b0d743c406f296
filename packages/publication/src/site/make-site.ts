// The network's site, file by file, from its released editions: the same input gives the same bytes.
import { zipSync } from 'fflate'
import type { Language } from '@lykta/incident'
import { archiveTime } from '../docx/settle-docx.ts'
import { escapeHtml } from '../html/escape.ts'
import { pageStyle } from '../html/page-style.ts'
import { base64 } from '../html/web-font.ts'
import { wordsIn } from '../words/words-in.ts'
import { renderExchangeCsv } from '../open-data/exchange-csv.ts'
import { schemeIds } from '../open-data/exchange-schemes.ts'
import { renderCatalogue } from './catalogue.ts'
import { exchangePath } from './exchange-path.ts'
import { explorePages } from './explore/explore-pages.ts'
import { exploreStyle } from './explore/explore-style.ts'
import { editionIn, reportTitle, renderStart, renderYear } from './site-editions.ts'
import { editionFolder, type SiteEdition, type SiteInput, type SiteTools } from './site-input.ts'
import { archiveName, renderArchive, renderData, renderMethod, renderTables } from './site-lists.ts'
import { renderSitePage, type SitePageInput, sitePath } from './site-page.ts'
import { siteStyle } from './site-style.ts'
import { siteWordsIn } from './site-words-in.ts'
import { type SitePage, sitePages } from './site-words.ts'
import { withWayBack } from './with-way-back.ts'

/** By path from the root. Two editions of one number, and a draft, are defects of whoever calls. */
export async function makeSite(input: SiteInput, { digest, fonts }: SiteTools): Promise<ReadonlyMap<string, Uint8Array>> {
  const { editions, network, languages } = input
  if (editions.some(({ manifest }) => manifest.draft)) throw new Error('site: a draft is no edition')
  if (new Set(editions.map(editionFolder)).size !== editions.length) throw new Error('site: two editions at one address')
  const files = new Map<string, Uint8Array>()
  for (const edition of editions) for (const [path, bytes] of editionFiles(edition, editions)) files.set(editionFolder(edition) + path, bytes)
  for (const edition of editions) for (const scheme of schemeIds) files.set(exchangePath(edition, scheme), encode(renderExchangeCsv(editionIn(edition, 'en', input.label), scheme)))
  const known = new Map(await Promise.all([...files].map(async ([path, bytes]) => [path, { bytes: bytes.length, sha256: await digest(bytes) }] as const)))

  const marks = (language: Language): readonly string[] => (network.sample ? [wordsIn[language].marks.sample] : [])
  const lookOf = async (faces: typeof fonts, more = ''): Promise<{ readonly style: string; readonly hash: string }> => {
    const style = pageStyle(faces, marks(languages[0])) + (siteStyle + more).replaceAll('\n', '')
    return { style, hash: base64(Uint8Array.from((await digest(encode(style))).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))) }
  }
  // No word of a table's page is in italics, and there are many of them.
  const [look, exploreLook] = [await lookOf(fonts), await lookOf(fonts.filter((face) => face.style === 'normal'), exploreStyle)]
  const page = (path: string, one: Omit<SitePageInput, 'publisher' | 'marks'>, as = look): void => {
    files.set(path, encode(renderSitePage({ ...one, publisher: network.name, marks: marks(one.language) }, as)))
  }
  for (const language of languages) {
    const other = language === 'sv' ? 'en' : 'sv'
    for (const name of sitePages) page(sitePath(language, name), { ...sitePageOf(input, language, name, '../', known), language, page: name, root: '../', other: sitePath(other, name) })
  }
  const [first] = languages
  page('index.html', { ...sitePageOf(input, first, 'start', '', known), language: first, page: 'start', root: '', other: sitePath(first === 'sv' ? 'en' : 'sv', 'start') })
  for (const [year, ofYear] of Map.groupBy(editions, (edition) => edition.year)) {
    const words = siteWordsIn[first]
    // Both languages on one page: the address of a year has none in it.
    const bodyOf = (root: string): string => languages.map((language) => (language === first
      ? renderYear(ofYear, language, root, 2)
      : `<section lang="${language}"><h2>${escapeHtml(reportTitle({ year }, language))}</h2><p>${escapeHtml(siteWordsIn[language].yearLead)}</p>${renderYear(ofYear, language, root, 3)}</section>`)).join('\n')
    for (const edition of ofYear) {
      const folder = editionFolder(edition)
      const root = '../'.repeat(folder.split('/').length - 1)
      const newest = ofYear.reduce((a, b) => (b.number > a.number ? b : a))
      for (const { path, ...one } of explorePages(edition, newest, input)) page(path, { ...one, page: null }, exploreLook)
      page(`${folder}index.html`, { language: first, page: null, title: reportTitle({ year }, first), lead: words.yearLead, body: bodyOf(root), root, other: sitePath(first === 'sv' ? 'en' : 'sv', 'start') })
    }
  }
  if (input.address !== null) files.set('catalogue.rdf', encode(renderCatalogue(input, input.address, known)))
  files.set('editions.json', encode(`${JSON.stringify(listOf(input, known), null, 1)}\n`))
  const sums = await Promise.all([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(async ([path, bytes]) => `${await digest(bytes)}  ${path}\n`))
  files.set('SHA256SUMS', encode(sums.join('')))
  return files
}

/** As they were approved, but for the page's way back; and all of them untouched in one archive. */
function* editionFiles(edition: SiteEdition, all: readonly SiteEdition[]): Iterable<readonly [string, Uint8Array]> {
  const packed: Record<string, Uint8Array> = {}
  for (const [path, bytes] of [...edition.files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    packed[path] = bytes
    yield [path, /^(?:sv|en)\/index\.html$/.test(path) ? withWayBack(bytes, edition, all, path.slice(0, 2) as Language) : bytes]
  }
  yield [archiveName(edition), zipSync(packed, { mtime: archiveTime, level: 6, os: 0 })]
}

function sitePageOf(input: SiteInput, language: Language, page: SitePage, root: string, known: Parameters<typeof renderArchive>[3]): Pick<SitePageInput, 'title' | 'lead' | 'body'> {
  const words = siteWordsIn[language]
  const title = words.nav[page]
  switch (page) {
    case 'start':
      return { title: input.network.name, lead: words.lead, body: renderStart(input, language, root) }
    case 'tables': {
      const [newest] = input.editions.toSorted((a, b) => b.year - a.year)
      return { title, lead: newest ? words.tablesLead(reportTitle(newest, language)) : words.none, body: renderTables(input, language, root) }
    }
    case 'data':
      return { title, lead: words.dataLead, body: renderData(input, language, root) }
    case 'method':
      return { title, lead: words.methodLead, body: renderMethod(input, language) }
    case 'archive':
      return { title, lead: words.archiveLead, body: renderArchive(input, language, root, known) }
  }
}

function listOf({ network, editions, licence }: SiteInput, known: Parameters<typeof renderArchive>[3]): object {
  return {
    editions: 1,
    network: network.name,
    municipality: network.municipality,
    sample: network.sample,
    licence,
    list: editions.toSorted((a, b) => b.year - a.year || b.number - a.number).map((edition) => {
      const { year, number, releasedAt, changed, manifest } = edition
      const folder = editionFolder(edition)
      const paths = [...edition.files.keys(), archiveName(edition)].toSorted()
      return { year, number, releasedAt, changed, asOf: manifest.asOf, period: manifest.period, folder, files: paths.map((path) => ({ path: folder + path, ...known.get(folder + path)! })) }
    }),
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
