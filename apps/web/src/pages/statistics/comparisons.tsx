// Each year against the one before: what may be said, and why not more.
import type { ReactNode } from 'react'
import type { PeriodComparison, StatisticsAnswer } from '../../../../server/src/api/types.ts'
import { renderCount, renderDecimal, renderMonthCount } from '../../format/numbers.ts'
import { isPartial, renderPeriod } from '../../format/periods.ts'
import { getTotal } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { EffortBeside } from '../effort/effort-beside.tsx'

export function Comparisons({ answer }: { readonly answer: StatisticsAnswer }): ReactNode {
  const { overview, statistics: words, number } = useMessages()
  const language = useLanguage()
  const { compare } = overview
  const { comparisons, tables, efforts } = answer
  if (comparisons.length === 0) return null
  const decimal = (value: number | null): string => renderDecimal(value, 2, language)
  const counted = ({ count, period }: PeriodComparison['earlier']): string => {
    const months = number.months(renderMonthCount(period.months, language), period.months === 1)
    return isPartial(period) ? compare.partial(renderCount(count, language), months) : renderCount(count, language)
  }
  return (
    <div className="comparisons">
      <h3>{words.comparisons}</h3>
      <ul>
        {comparisons.map((one, index) => {
          const { earlier, later, ratio, noDirection } = one
          const members = (at: number): string => renderCount(getTotal(tables, 'participants', at).count, language)
          return (
            <li key={later.period.id}>
              <p><strong>{compare.lead(counted(later), renderPeriod(later.period), counted(earlier), renderPeriod(earlier.period), verdictOf(one, compare))}</strong></p>
              <p>{ratio.estimate === null ? compare.noRatio : compare.ratio(decimal(ratio.estimate), decimal(ratio.low), decimal(ratio.high))} {noDirection.map((reason) => compare.reasons[reason]).join(' ')}</p>
              <p className="hint">{compare.effort(members(index + 1), members(index))}</p>
              <EffortBeside efforts={efforts.slice(index, index + 2).toReversed().map((effort) => ({ ...effort, label: renderPeriod(effort) }))} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function verdictOf({ direction, noDirection }: PeriodComparison, words: { readonly chance: string; readonly higher: string; readonly lower: string; readonly none: string }): string {
  if (direction !== 'none') return words[direction]
  return noDirection.every((reason) => reason === 'may-be-chance') ? words.chance : words.none
}
