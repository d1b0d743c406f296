// Small multiples of the months, one a year, all on one scale; months without collection have their sign.
import type { ReactNode } from 'react'
import type { StatisticsAnswer } from '../../../../server/src/api/types.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { ColumnChart } from '../../charts/column-chart.tsx'
import { renderShortMonth } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { isPartial } from '../../format/periods.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'

export function MonthsFigure({ answer }: { readonly answer: StatisticsAnswer }): ReactNode {
  const { statistics: words, overview, units, facts } = useMessages()
  const language = useLanguage()
  const { months, asOf } = answer
  const highest = Math.max(0, ...months.flatMap(({ table }) => table.base.map(({ count }) => count)))
  const title = words.monthsTitle(renderCount(highest, language))
  return (
    <ChartFigure
      title={title}
      subtitle={words.unitBase(units.incident.many, facts.baseAll(units.incident.many))}
      asOf={asOf}
      notes={[overview.months.caution]}
      level={3}
    >
      <div className="multiples">
        {months.map(({ year, table }) => (
          <div key={year}>
            <p className="multiple-title" aria-hidden="true">{year}</p>
            <ColumnChart
              label={String(year)}
              scale={highest}
              height={96}
              columns={table.periods.map((period, index) => {
                const label = renderShortMonth(period.from, language)
                return {
                  id: period.id, label, shortLabel: label.slice(0, 1), value: table.base[index]!, months: period.months, partial: isPartial(period), under: [], lit: true,
                }
              })}
            />
          </div>
        ))}
      </div>
    </ChartFigure>
  )
}
