// The report's page on the site: the page that was approved, with a link to all editions, and where a newer one exists with a line that says so.
import type { Language } from '@lykta/incident'
import { escapeHtml } from '../html/escape.ts'
import { releaseDay } from './site-editions.ts'
import { editionFolder, type SiteEdition } from './site-input.ts'
import { siteWordsIn } from './site-words-in.ts'

const front = '<header class="front">\n'
const ways = '<p class="ways">'

/** A page without those places is left as it is: what was approved counts for more than a link. */
export function withWayBack(page: Uint8Array, edition: SiteEdition, all: readonly SiteEdition[], language: Language): Uint8Array {
  const words = siteWordsIn[language]
  const html = new TextDecoder().decode(page)
  if (!html.includes(front) || !html.includes(ways)) return page
  const root = '../'.repeat(editionFolder(edition).split('/').length)
  const newest = all.filter(({ year }) => year === edition.year).reduce((a, b) => (b.number > a.number ? b : a), edition)
  const back = `<a href="${root}${language}/index.html">${escapeHtml(words.allEditions)}</a>`
  const to = `${root}${editionFolder(newest)}${language}/index.html`
  const notice = newest === edition ? '' : `<div class="note"><p>${escapeHtml(words.superseded(releaseDay(newest, language)))} <a href="${to}">${escapeHtml(words.supersededLink)}</a></p></div>\n`
  // As functions: a name with a dollar sign is no pattern.
  return new TextEncoder().encode(html.replace(front, () => front + notice).replace(ways, () => ways + back))
}
