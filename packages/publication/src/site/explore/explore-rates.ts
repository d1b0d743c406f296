// Incidents per month with their intervals, which make years of different lengths comparable, and what may be said of the differences.
import { howTested, howTestedParts, poissonRate } from '@lykta/statistics'
import type { Language } from '@lykta/incident'
import { escapeHtml } from '../../html/escape.ts'
import type { ExploredTable } from '../../open-data/explored-table.ts'
import type { ShownTrends } from '../../open-data/shown-trends.ts'
import { renderCount, renderDecimal, renderMonths } from '../../words/numbers.ts'
import { wordsIn } from '../../words/words-in.ts'
import { renderInterval, share } from './bar.ts'
import { exploreWordsIn } from './explore-words.ts'

/** Of the total of incidents: from exact counts that are shown, and nothing else. Empty where there is none. */
export function renderExploreRates({ id, periods, rows }: ExploredTable, language: Language): string {
  const [words, fixed] = [exploreWordsIn[language], wordsIn[language]]
  const cells = rows.find(({ figure }) => figure === id)?.cells ?? []
  const rates = cells.flatMap((cell, index) => (cell.sign === 'exact' ? [{ period: periods[index]!, ...poissonRate({ count: cell.value!, months: periods[index]!.months, level: 0.95 }) }] : []))
  if (rates.length === 0) return ''
  const longest = Math.max(...rates.map(({ upper }) => upper))
  const one = (value: number): string => renderDecimal(value, 1, language)
  const lines = rates.map(({ period, rate, lower, upper }) => {
    const months = fixed.months(renderMonths(period.months, language), period.months === 1)
    const drawing = `<svg class="track" width="100%" height="18" aria-hidden="true" focusable="false"><path class="axis" d="M0.5 0V18"/>${renderInterval(lower, upper, longest)}<circle class="point" cx="${share(rate, longest)}" cy="9" r="4.5"/></svg>`
    return `<div class="track-row"><p class="track-label">${escapeHtml(`${period.label[language]}, ${months}`)}</p>${drawing}<p class="rate-value">${escapeHtml(fixed.rate(one(rate), one(lower), one(upper)))}</p></div>`
  })
  return `<section class="rates" aria-labelledby="rates"><h2 id="rates">${escapeHtml(words.rates)}</h2><p class="about">${escapeHtml(words.ratesAbout)}</p>
<div class="tracks">${lines.join('\n')}</div></section>`
}

export function renderExploreTrends({ comparisons, several, equalRates, trend, periods, leftOut }: ShownTrends, language: Language): string {
  const [words, fixed] = [exploreWordsIn[language], wordsIn[language]]
  const said = [...comparisons.map((one) => one.said), ...(several ? [several] : []), ...(equalRates ? [equalRates.said, equalRates.spread] : []), ...(trend ? [trend.said] : [])]
  const list = said.length === 0 ? `<p>${escapeHtml(words.tooFew)}</p>` : `<ul>${said.map((one) => `<li>${escapeHtml(one[language])}</li>`).join('')}</ul>`
  const counted = (value: number | null): string | null => (value === null ? null : renderCount(value, language))
  const effort = periods.map(({ label, count, months, participants, reporting }) =>
    `${words.effort(label[language], renderCount(count, language), fixed.months(renderMonths(months, language), months === 1), counted(participants), counted(reporting))}.`)
  const left = leftOut.length === 0 ? [] : [words.leftOut(leftOut.map((label) => label[language]).join(', '))]
  return `<section class="differences" aria-labelledby="differences"><h2 id="differences">${escapeHtml(words.differences)}</h2><p class="about">${escapeHtml(words.differencesAbout)}</p>
${list}<p class="about">${escapeHtml([...effort, ...left].join(' '))}</p>${said.length === 0 ? '' : renderHowTested(language)}</section>`
}

/** Open, so that it is there without a script and on paper. No running year is told of here. */
function renderHowTested(language: Language): string {
  const { summary, parts } = howTested[language]
  const told = howTestedParts.filter((part) => part !== 'rest').map((part) => `<div><dt>${escapeHtml(parts[part][0])}</dt><dd>${escapeHtml(parts[part][1])}</dd></div>`)
  return `<details class="how-tested" open><summary>${escapeHtml(summary)}</summary><dl>${told.join('')}</dl></details>`
}
