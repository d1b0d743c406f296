// Whether two periods can be compared: the later one must begin when the earlier is over.
import type { Period } from '@lykta/statistics'
import type { PeriodWord } from './binding.ts'
import type { EditionContext } from './edition-context.ts'

/** Of the periods that figures were published for. */
export function isAfter(later: readonly Pick<Period, 'from'>[], earlier: readonly Pick<Period, 'to'>[]): boolean {
  const [first, last] = [later[0], earlier.at(-1)]
  return first !== undefined && last !== undefined && first.from > last.to
}

type Years = Pick<EditionContext, 'year' | 'firstYear'>

/**
 * False when the calendar of the edition's year rules it out, whatever the tables will hold. Where years are merged, or
 * which block is full, is known from the tables only: two words that may be right with some are not refused.
 */
export function canComeAfter(years: Years, later: PeriodWord, earlier: PeriodWord): boolean {
  return yearOf(years, later, years.firstYear) > yearOf(years, earlier, years.year)
}

/**
 * The last year in which the period can begin, and the first with whose end it can be over: only for the whole collection they differ, and `ofAll`
 * is which is asked. A block of three years that is not the next one's begins, or is over, two years ago.
 */
function yearOf({ year, firstYear }: Years, period: PeriodWord, ofAll: number): number {
  switch (period.word) {
    case 'year':
    case 'latest':
      return year
    case 'previous':
    case 'before':
      return year - 1
    case 'calendar-year':
      return period.year
    case 'first':
      return firstYear
    case 'all':
      return ofAll
    case 'block':
      return year - 2
  }
}
