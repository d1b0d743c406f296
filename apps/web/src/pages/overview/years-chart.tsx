// Incidents in each year, the one looked at lit; a year collected in part is hatched and says which part.
import type { ReactNode } from 'react'
import type { OverviewAnswer } from '../../../../server/src/api/types.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { type Column, ColumnChart } from '../../charts/column-chart.tsx'
import { renderDecimal, renderMonthCount } from '../../format/numbers.ts'
import { findCollectedPart, isPartial, renderPeriod } from '../../format/periods.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { PeriodTable } from './period-table.tsx'
import { shownYears } from './shown-years.ts'

export function YearsChart({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const { overview, number } = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { years, year, asOf } = answer
  const words = overview.yearsChart
  const kept = shownYears(network, year)
  const partial = years.periods.find((period) => isPartial(period) && kept.includes(Number(period.id)))
  const title = partial ? words.title(renderPeriod(partial), number.months(renderMonthCount(partial.months, language), partial.months === 1)) : words.titlePlain
  const left = years.periods.filter((period) => !kept.includes(Number(period.id)))
  const columns = years.periods.flatMap((period, index): Column[] => {
    if (!kept.includes(Number(period.id))) return []
    const value = years.base[index]!
    const label = renderPeriod(period)
    const part = findCollectedPart(period, network.network.collectionStart, network.today, language)
    const rate = period.months > 0 ? words.perMonth(renderDecimal(value.count / period.months, 1, language)) : ''
    return [{
      id: period.id, label, shortLabel: label, value, months: period.months, partial: part !== undefined, lit: period.id === String(year),
      under: part === undefined ? [rate] : [rate, words.partial(part)],
    }]
  })
  return (
    <ChartFigure
      title={title}
      subtitle={words.subtitle}
      asOf={asOf}
      notes={[...(partial ? [words.note] : []), ...(left.length > 0 ? [words.after(left.length === 1 ? left[0]!.id : `${left[0]!.id}–${left.at(-1)!.id}`)] : [])]}
      table={<PeriodTable table={years} asOf={asOf} caption={words.titlePlain} head={words.year} nameOf={renderPeriod} />}
    >
      <ColumnChart label={title} columns={columns} />
    </ChartFigure>
  )
}
