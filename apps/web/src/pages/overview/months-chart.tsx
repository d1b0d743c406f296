// Incidents in each month of the year.
import type { ReactNode } from 'react'
import type { OverviewAnswer } from '../../../../server/src/api/types.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { ColumnChart } from '../../charts/column-chart.tsx'
import { renderMonth, renderShortMonth } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { isPartial } from '../../format/periods.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { PeriodTable } from './period-table.tsx'

export function MonthsChart({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const { overview, units } = useMessages()
  const language = useLanguage()
  const { months, year, inNoMonth, asOf } = answer
  const counts = months.base.map(({ count }) => count)
  const highest = Math.max(...counts)
  const leading = counts.filter((count) => count === highest).length
  const total = counts.reduce((sum, count) => sum + count, inNoMonth)
  const words = overview.months
  const title =
    highest === 0
      ? words.titleNone(String(year))
      : leading === 1
        ? words.title(renderMonth(months.periods[counts.indexOf(highest)]!.from, language).split(' ')[0]!, renderCount(highest, language), String(year))
        : words.titleShared(renderCount(highest, language), String(year))
  return (
    <ChartFigure
      title={title}
      subtitle={words.subtitle(`${renderCount(total, language)} ${total === 1 ? units.incident.one : units.incident.many}`)}
      asOf={asOf}
      notes={[words.caution, ...(inNoMonth > 0 ? [words.inNoMonth(renderCount(inNoMonth, language), inNoMonth === 1)] : [])]}
      table={<PeriodTable table={months} asOf={asOf} caption={title} head={words.month} nameOf={(period) => renderMonth(period.from, language)} />}
    >
      <ColumnChart
        label={title}
        columns={months.periods.map((period, index) => {
          const label = renderShortMonth(period.from, language)
          return {
            id: period.id, label, shortLabel: label.slice(0, 1), value: months.base[index]!, months: period.months, partial: isPartial(period), under: [], lit: true,
          }
        })}
      />
    </ChartFigure>
  )
}
