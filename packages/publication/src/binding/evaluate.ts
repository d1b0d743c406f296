// What a binding in a sentence says, or nothing when its value is hidden.
import { poissonRate, rateRatio } from '@lykta/statistics'
import { renderDay, renderMoment } from '../words/dates.ts'
import { renderCount, renderDecimal } from '../words/numbers.ts'
import { periodInWords } from '../words/period-label.ts'
import { calendarPeriod } from './calendar-period.ts'
import type { EditionName, FigureRef, InlineBinding, PeriodWord } from './binding.ts'
import { isAfter } from './comes-after.ts'
import { renderDirection } from './direction-sentence.ts'
import { renderBand } from '../words/band.ts'
import { collectionOf } from './edition-context.ts'
import { type Edition, renderExposure, renderPeriod } from './edition.ts'
import { renderQuantity } from '../words/quantity.ts'
import { type FigureValue, figureValue } from './figure-value.ts'
import { renderShare } from './share.ts'

type Shown = Extract<FigureValue, { state: 'shown' }>

/** Undefined when the sentence must take its next wording. */
export function evaluate(binding: InlineBinding, edition: Edition): string | undefined {
  const { words, context } = edition
  switch (binding.kind) {
    case 'edition':
      return editionFact(binding.name, edition)
    case 'policy':
      return renderCount(context.policy[binding.name], words.language)
    case 'literal':
      return binding.text
    case 'opinion':
      return words.opinion
    case 'figure': {
      const value = shown(edition, binding.figure)
      return value && renderQuantity(edition.words, value.count, value.atLeast)
    }
    case 'share':
      return renderShare(edition, shown(edition, binding.part), shown(edition, binding.whole), edition.tables.get(binding.part.table)?.unit)
    case 'band': {
      const value = figureValue(edition.tables, context, binding.figure)
      return value.state === 'band' ? renderBand(edition.words, value.numerator, value.denominator) : undefined
    }
    case 'rate': {
      const value = shown(edition, binding.figure)
      const months = monthsOf(value)
      if (!value || value.atLeast || months === 0) return undefined
      const { rate, lower, upper } = poissonRate({ count: value.count, months })
      return words.rate(renderDecimal(rate, 1, words.language), renderDecimal(lower, 1, words.language), renderDecimal(upper, 1, words.language))
    }
    case 'ratio':
      return renderRatio(edition, shown(edition, binding.later), shown(edition, binding.earlier))
    case 'months': {
      const period = calendarPeriod(edition, binding.period)
      return period && renderExposure(edition, period.months)
    }
    case 'span':
      return renderSpan(edition, binding.period, binding.figure)
    case 'direction':
      return renderDirection(edition, binding.later, binding.earlier)
  }
}

function shown({ tables, context }: Edition, figure: FigureRef): Shown | undefined {
  const value = figureValue(tables, context, figure)
  return value.state === 'shown' ? value : undefined
}

function renderRatio({ words }: Edition, later: Shown | undefined, earlier: Shown | undefined): string | undefined {
  if (!later || !earlier || later.atLeast || earlier.atLeast || earlier.count === 0) return undefined
  if (!isAfter(later.periods, earlier.periods)) return undefined
  const [first, second] = [monthsOf(later), monthsOf(earlier)]
  if (first === 0 || second === 0) return undefined
  const result = rateRatio({ first: { count: later.count, months: first }, second: { count: earlier.count, months: second } })
  const decimal = (value: number): string => renderDecimal(value, 2, words.language)
  return words.ratio(decimal(result.ratio), decimal(result.lower), decimal(result.upper))
}

function monthsOf(value: Shown | undefined): number {
  return value?.periods.reduce((sum, period) => sum + period.months, 0) ?? 0
}

/** A figure's own period, which may be several years; without one, what the word means in the calendar. */
function renderSpan(edition: Edition, word: PeriodWord, figure: FigureRef | null): string | undefined {
  if (!figure) {
    const period = calendarPeriod(edition, word)
    return period && periodInWords(period, collectionOf(edition.context), edition.words.language)
  }
  const periods = shown(edition, figure)?.periods ?? []
  const [first, last] = [periods[0], periods.at(-1)]
  return first && last && renderPeriod(edition, { ...first, to: last.to })
}

function editionFact(name: EditionName, { context, words }: Edition): string {
  const { network, language } = { network: context.network, language: words.language }
  switch (name) {
    case 'network':
      return network.name
    case 'municipality':
      return network.municipality
    case 'year':
      return String(context.year)
    case 'previous':
      return String(context.year - 1)
    case 'first':
      return String(context.firstYear)
    case 'today':
      return renderDay(context.today, language)
    case 'asOf':
      return renderMoment(context.asOf.time, network.timeZone, language)
    case 'position':
      // Of the register's position the reader gets the beginning of its hash: the number itself would tell how much has come in between two editions.
      return context.asOf.head === '' ? '–' : context.asOf.head.slice(0, 12)
    case 'policy':
      return context.policy.id
    case 'version':
      return context.version
    case 'collectionStart':
      return renderDay(network.collectionStart, language)
  }
}
