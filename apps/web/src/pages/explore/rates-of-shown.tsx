// Incidents per month with the interval of chance, for the periods that show an exact count: the years made comparable.
import { poissonRate } from '@lykta/statistics'
import type { ExploredTable } from '@lykta/publication'
import type { ReactNode } from 'react'
import { RateChart } from '../../charts/rate-chart.tsx'
import { renderMonthCount } from '../../format/numbers.ts'
import { isPartial } from '../../format/periods.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useExploreWords } from './explore-words.ts'

export function RatesOfShown({ table, chosen }: { readonly table: ExploredTable; readonly chosen: readonly number[] }): ReactNode {
  const words = useExploreWords()
  const { number } = useMessages()
  const language = useLanguage()
  const rows = chosen.flatMap((index) => {
    const [period, cell] = [table.periods[index]!, table.rows[0]!.cells[index]!]
    if (cell.sign !== 'exact' || cell.value === null) return []
    const { rate, lower, upper } = poissonRate({ count: cell.value, months: period.months, level: 0.95 })
    const under = number.months(renderMonthCount(period.months, language), period.months === 1)
    return [{ id: period.id, label: period.label[language], under, partial: isPartial(period), rate: { estimate: rate, low: lower, high: upper } }]
  })
  if (rows.length === 0) return null
  return (
    <div className="shown-rates">
      <h3>{words.perMonth}</h3>
      <p className="hint">{words.perMonthAbout}</p>
      <RateChart label={words.perMonth} rows={rows} />
    </div>
  )
}
