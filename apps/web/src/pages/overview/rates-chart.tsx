// Incidents per month of the year and the one before, each with what chance alone can give.
import type { ReactNode } from 'react'
import type { AsOf, PeriodComparison } from '../../../../server/src/api/types.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { RateChart } from '../../charts/rate-chart.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { renderCount, renderDecimal, renderMonthCount } from '../../format/numbers.ts'
import { isPartial, renderPeriod } from '../../format/periods.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'

export function RatesChart({ comparison, asOf }: { readonly comparison: PeriodComparison; readonly asOf: AsOf }): ReactNode {
  const { overview, statistics, facts, units, number } = useMessages()
  const language = useLanguage()
  const decimal = (value: number | null): string => renderDecimal(value, 1, language)
  const years = [comparison.earlier, comparison.later].map(({ period, count, perMonth }) => ({
    id: period.id,
    label: renderPeriod(period),
    under: number.months(renderMonthCount(period.months, language), period.months === 1),
    partial: isPartial(period),
    count,
    rate: perMonth,
  }))
  return (
    <ChartFigure
      title={statistics.ratesTitle}
      subtitle={statistics.ratesSubtitle}
      asOf={asOf}
      table={
        <DataTable caption={statistics.ratesTitle}>
          <thead>
            <tr>{[overview.yearsChart.year, facts.period, units.incident.many, facts.interval].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
          </thead>
          <tbody>
            {years.map(({ id, label, under, count, rate }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{under}</td>
                <td>{renderCount(count, language)}</td>
                <td>{facts.intervalValue(decimal(rate.estimate), decimal(rate.low), decimal(rate.high))}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      }
    >
      <RateChart label={statistics.ratesTitle} rows={years} />
    </ChartFigure>
  )
}
