// The period that a word means in the calendar, whether or not a table was published for it.
import { type Period, wholePeriod } from '@lykta/statistics'
import type { PeriodWord } from './binding.ts'
import { blockPeriod } from './block-period.ts'
import { collectionOf } from './edition-context.ts'
import type { Edition } from './edition.ts'

/**
 * The calendar's year or years, with their exposure; `latest` and `before` have no meaning without a table, and a block
 * is that of the tables by block.
 */
export function calendarPeriod({ context, tables }: Pick<Edition, 'context' | 'tables'>, word: PeriodWord): Period | undefined {
  const years = (first: number, last: number): Period => wholePeriod(first, last, collectionOf(context))
  switch (word.word) {
    case 'year':
      return years(context.year, context.year)
    case 'previous':
      return years(context.year - 1, context.year - 1)
    case 'first':
      return years(context.firstYear, context.firstYear)
    case 'calendar-year':
      return years(word.year, word.year)
    case 'all':
      return years(context.firstYear, context.year)
    case 'block':
      return blockPeriod(tables, context.policy)
    case 'latest':
    case 'before':
      return undefined
  }
}
