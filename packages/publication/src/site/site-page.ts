// One page of the site: no script, nothing from elsewhere, every address relative, so that it works from any server and from a disk.
import type { Language } from '@lykta/incident'
import { escapeHtml } from '../html/escape.ts'
import { wordsIn } from '../words/words-in.ts'
import { siteWordsIn } from './site-words-in.ts'
import { type SitePage, sitePages } from './site-words.ts'

export type SitePageInput = {
  readonly language: Language
  readonly publisher: string
  /** The page that the row at the top marks; null for one that is not in it. */
  readonly page: SitePage | null
  readonly title: string
  readonly lead: string
  /** HTML. */
  readonly body: string
  /** Said on every page of an invented network. */
  readonly marks: readonly string[]
  /** From the page's folder to the root: "", "../". */
  readonly root: string
  /** Where the same page stands in the other language, from the root. */
  readonly other: string
}

/** Where a page lies, from the root. */
export function sitePath(language: Language, page: SitePage): string {
  return page === 'start' ? `${language}/index.html` : `${language}/${page}.html`
}

/** `look`: the style sheet and the SHA-256 by which the page's own policy knows it. */
export function renderSitePage({ language, publisher, page, title, lead, body, marks, root, other }: SitePageInput, look: { readonly style: string; readonly hash: string }): string {
  const [words, fixed] = [siteWordsIn[language], wordsIn[language]]
  const policy = `default-src 'none'; style-src 'sha256-${look.hash}'; font-src data:; base-uri 'none'; form-action 'none'`
  const tongue = language === 'sv' ? 'en' : 'sv'
  const links = sitePages.map((one) => `<li><a href="${root}${sitePath(language, one)}"${one === page ? ' aria-current="page"' : ''}>${escapeHtml(words.nav[one])}</a></li>`)
  const mark = marks.length === 0 ? '' : `<aside class="marks" aria-label="${escapeHtml(fixed.page.attention)}">${marks.map((text) => `<p class="mark">${escapeHtml(text)}</p>`).join('')}</aside>\n`
  const heading = page === 'start' ? publisher : `${title} – ${publisher}`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml([heading, ...marks].join(' – '))}</title>
<meta name="description" content="${escapeHtml(lead)}">
<style>${look.style}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(fixed.page.skip)}</a>
${mark}<header class="bar"><div>
<a class="name" href="${root}${sitePath(language, 'start')}">${escapeHtml(publisher)}</a>
<nav aria-label="${escapeHtml(words.navLabel)}"><ul>${links.join('')}</ul></nav>
<a class="tongue" href="${root}${other}" lang="${tongue}" hreflang="${tongue}">${escapeHtml(fixed.page.otherLanguage)}</a>
</div></header>
<main id="content" class="sheet" tabindex="-1">
<div class="front"><h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(lead)}</p></div>
${body}
</main>
<footer><p>${escapeHtml(fixed.notice)}</p></footer>
</body>
</html>
`
}
