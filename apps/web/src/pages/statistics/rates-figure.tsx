// Incidents per month of collection, year by year, with what chance alone can give, and what may be said of each pair of years.
import type { ReactNode } from 'react'
import type { StatisticsAnswer } from '../../../../server/src/api/types.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { RateChart } from '../../charts/rate-chart.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { renderDecimal, renderMonthCount } from '../../format/numbers.ts'
import { isPartial, renderPeriod } from '../../format/periods.ts'
import { getTotal } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'

export function RatesFigure({ answer }: { readonly answer: StatisticsAnswer }): ReactNode {
  const { statistics: words, overview, number, units, facts } = useMessages()
  const language = useLanguage()
  const { periods, rates, tables, asOf, comparisons } = answer
  const monthsOf = (months: number): string => number.months(renderMonthCount(months, language), months === 1)
  const years = periods.filter(({ id }) => id !== 'all')
  const [first, last] = [years[0]!, years.at(-1)!]
  const title = comparisons.length === 0 ? words.ratesTitle : comparisons.every(({ direction }) => direction === 'none')
    ? words.ratesNone(renderPeriod(first), renderPeriod(last))
    : words.ratesSome(renderPeriod(first), renderPeriod(last))
  const one = (value: number | null): string => renderDecimal(value, 1, language)
  return (
    <ChartFigure
      title={title}
      subtitle={`${words.ratesTitle}. ${words.ratesSubtitle}`}
      asOf={asOf}
      notes={years.some(isPartial) ? [words.partialNote] : []}
      level={3}
      table={
        <DataTable caption={words.ratesTitle}>
          <thead>
            <tr>
              <th scope="col">{overview.yearsChart.year}</th>
              <th scope="col">{units.incident.many}</th>
              <th scope="col">{facts.period}</th>
              <th scope="col">{facts.interval}</th>
              <th scope="col">{words.interval}</th>
            </tr>
          </thead>
          <tbody>
            {periods.map((period, index) => {
              const [rate, value] = [rates[index], getTotal(tables, 'incidents', index)]
              return (
                <tr key={period.id}>
                  <th scope="row">{renderPeriod(period)}</th>
                  <td>
                    <PressableNumber
                      tabStop={index === 0} label={`${words.measures.incidents}, ${renderPeriod(period)}`} unit="incident" value={value} period={period} asOf={asOf} support={value}
                      {...(rate ? { rate } : {})}
                    />
                  </td>
                  <td>{monthsOf(period.months)}</td>
                  <td>{rate ? one(rate.estimate) : number.signWords['not-collected']}</td>
                  <td>{rate && number.interval(one(rate.low), one(rate.high))}</td>
                </tr>
              )
            })}
          </tbody>
        </DataTable>
      }
    >
      <RateChart
        label={title}
        rows={periods.map((period, index) => ({
          id: period.id, label: renderPeriod(period), under: monthsOf(period.months), partial: isPartial(period) && period.id !== 'all', rate: rates[index] ?? null,
        }))}
      />
    </ChartFigure>
  )
}
