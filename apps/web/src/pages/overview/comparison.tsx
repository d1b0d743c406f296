// One sentence about the year and the one before, and why it says no more than it does.
import type { ReactNode } from 'react'
import type { OverviewAnswer, PeriodComparison } from '../../../../server/src/api/types.ts'
import { renderCount, renderDecimal, renderMonthCount } from '../../format/numbers.ts'
import { isPartial, renderPeriod } from '../../format/periods.ts'
import { getTotal } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { EffortBeside } from '../effort/effort-beside.tsx'
import { RatesChart } from './rates-chart.tsx'

export function Comparison({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const { overview, units, number } = useMessages()
  const language = useLanguage()
  const { compare } = overview
  const { comparison, tables, year } = answer
  if (!comparison) return <section className="comparison"><p className="lead">{compare.first(String(year))}</p></section>

  const { earlier, later, ratio, noDirection } = comparison
  const decimal = (value: number | null, digits: number): string => renderDecimal(value, digits, language)
  const months = (count: number): string => number.months(renderMonthCount(count, language), count === 1)
  const counted = ({ count, period }: PeriodComparison['earlier'], unit: string): string => {
    const words = `${renderCount(count, language)}${unit}`
    return isPartial(period) ? compare.partial(words, months(period.months)) : words
  }
  const unit = later.count === 1 ? units.incident.one : units.incident.many
  return (
    <section className="comparison">
      <div className="comparison-words">
        <p className="lead">
          {compare.lead(counted(later, ` ${unit}`), renderPeriod(later.period), counted(earlier, ''), renderPeriod(earlier.period), verdictOf(comparison, compare))}
        </p>
        <p>
          {compare.rates(decimal(later.perMonth.estimate, 1), decimal(earlier.perMonth.estimate, 1))}{' '}
          {ratio.estimate === null ? compare.noRatio : compare.ratio(decimal(ratio.estimate, 2), decimal(ratio.low, 2), decimal(ratio.high, 2))}
        </p>
        {noDirection.length > 0 && (
          <details>
            <summary>{compare.why}</summary>
            <ul>{noDirection.map((reason) => <li key={reason}>{compare.reasons[reason]}</li>)}</ul>
          </details>
        )}
        {tables[0]!.periods.length > 1 && (
          <p className="hint">
            {compare.effort(renderCount(getTotal(tables, 'participants', 1).count, language), renderCount(getTotal(tables, 'participants', 0).count, language))}
          </p>
        )}
        <EffortBeside efforts={answer.efforts.map((effort) => ({ ...effort, label: renderPeriod(effort) }))} />
      </div>
      <RatesChart comparison={comparison} asOf={answer.asOf} />
    </section>
  )
}

function verdictOf({ direction, noDirection }: PeriodComparison, words: { readonly chance: string; readonly higher: string; readonly lower: string; readonly none: string }): string {
  if (direction !== 'none') return words[direction]
  // Chance is the plainest reason, but says nothing of periods that cannot be compared at all.
  return noDirection.every((reason) => reason === 'may-be-chance') ? words.chance : words.none
}
