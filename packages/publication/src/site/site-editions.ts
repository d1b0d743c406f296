// How editions are told of on the site: the newest with its figures, the years, and a year's own page with what was changed and why.
import type { Language } from '@lykta/incident'
import type { Edition } from '../binding/edition.ts'
import { escapeHtml } from '../html/escape.ts'
import { renderBlock } from '../html/render-block.ts'
import { keyFigures } from '../tables/key-figures.ts'
import { renderDay, renderMoment } from '../words/dates.ts'
import { renderCount } from '../words/numbers.ts'
import { wordsIn } from '../words/words-in.ts'
import { explorePath } from './explore/explore-path.ts'
import { exploreWordsIn } from './explore/explore-words.ts'
import { editionFolder, newestEditions, type SiteEdition, type SiteInput } from './site-input.ts'
import { siteWordsIn } from './site-words-in.ts'

const figures = ['incidents', 'persons', 'personsInContact', 'policeContacted', 'participants']

export function editionIn({ context, tables }: SiteEdition, language: Language, label: SiteInput['label']): Edition {
  return { context: { ...context, language }, tables: new Map(tables.map((table) => [table.id, table])), words: wordsIn[language], label: label(language), examples: [] }
}

/** The day on which it was released, in the network's own zone. */
export function releaseDay({ releasedAt, context }: SiteEdition, language: Language): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: context.network.timeZone }).format(new Date(releasedAt))
  return renderDay(day, language)
}

export function reportTitle({ year }: Pick<SiteEdition, 'year'>, language: Language): string {
  return siteWordsIn[language].report(String(year))
}

/** Read, and take along: `root` leads from the page to the site's root. */
export function renderWays(edition: SiteEdition, language: Language, root: string): string {
  const [words, { page }] = [siteWordsIn[language], wordsIn[language]]
  const title = reportTitle(edition, language)
  const folder = `${root}${editionFolder(edition)}${language}/`
  const links = [['index.html', words.read], ['report.pdf', page.pdf], ['report-archive.pdf', page.archivePdf], ['report.docx', page.docx]] as const
  const there = links.filter(([file]) => edition.files.has(`${language}/${file}`)).map(([file, text]) => [`${folder}${file}`, text] as const)
  const [read, ...files] = there
  const all = [...(read ? [read] : []), [root + explorePath(edition, language), exploreWordsIn[language].title] as const, ...files]
  return `<p class="ways">${all.map(([to, text]) => `<a href="${to}" aria-label="${escapeHtml(`${text}: ${title}`)}">${escapeHtml(text)}</a>`).join('')}</p>`
}

export function renderStart({ editions, label }: SiteInput, language: Language, root: string): string {
  const words = siteWordsIn[language]
  const years = newestEditions(editions)
  const [newest] = years
  if (!newest) return `<p>${escapeHtml(words.none)}</p>`
  const shown = keyFigures(editionIn(newest, language, label), figures)
  const list = years.map((edition) => {
    const earlier = edition.number - 1
    const count = earlier === 0 ? '' : ` ${escapeHtml(words.revisions(renderCount(earlier, language), earlier === 1))}.`
    return `<li><a href="${root}${edition.year}/index.html">${escapeHtml(reportTitle(edition, language))}</a> <span class="when">${escapeHtml(words.released(releaseDay(edition, language)))}${count}</span></li>`
  })
  return `<section aria-labelledby="newest"><h2 id="newest">${escapeHtml(words.newest)}</h2>
<div class="edition-card"><h3>${escapeHtml(reportTitle(newest, language))}</h3>
<p class="when">${escapeHtml(`${words.released(releaseDay(newest, language))} ${asOfText(newest, language)}`)}</p>
${renderChange(newest, language)}${renderWays(newest, language, root)}
${shown ? renderBlock(shown, wordsIn[language], { notes: [] }) : ''}</div></section>
<section aria-labelledby="years"><h2 id="years">${escapeHtml(words.years)}</h2><ul class="years">${list.join('')}</ul></section>
<section aria-labelledby="use"><h2 id="use">${escapeHtml(words.use)}</h2>${words.useText.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}</section>`
}

/** The year's editions, newest first, in one language. */
export function renderYear(editions: readonly SiteEdition[], language: Language, root: string, level: 2 | 3): string {
  const words = siteWordsIn[language]
  const cards = editions.toSorted((a, b) => b.number - a.number).map((edition) => {
    const name = editions.length > 1 ? `${reportTitle(edition, language)}, ${words.edition(String(edition.number)).toLocaleLowerCase(language)}` : reportTitle(edition, language)
    const change = edition.changed === null && editions.length > 1 ? `<p>${escapeHtml(words.first)}</p>` : renderChange(edition, language)
    return `<div class="edition-card"><h${level}>${escapeHtml(name)}</h${level}><p class="when">${escapeHtml(`${words.released(releaseDay(edition, language))} ${asOfText(edition, language)}`)}</p>${change}${renderWays(edition, language, root)}</div>`
  })
  return cards.join('\n')
}

export function renderChange({ changed }: SiteEdition, language: Language): string {
  return changed === null ? '' : `<p><strong>${escapeHtml(siteWordsIn[language].corrected)}:</strong> ${escapeHtml(changed[language])}</p>`
}

function asOfText({ context }: SiteEdition, language: Language): string {
  return `${wordsIn[language].facts.asOf}: ${renderMoment(context.asOf.time, context.network.timeZone, language)}.`
}
