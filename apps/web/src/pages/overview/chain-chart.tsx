// How far the year's incidents reached: police, contact with support, offered, accepted.
import type { ReactNode } from 'react'
import type { OverviewAnswer } from '../../../../server/src/api/types.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { StepChart } from '../../charts/step-chart.tsx'
import { renderCount } from '../../format/numbers.ts'
import { getTable, getTotal } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { chainSteps } from './chain-steps.ts'
import { ChainTable } from './chain-table.tsx'

export function ChainChart({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { overview, units } = messages
  const { tables, asOf } = answer
  const period = getTable(tables, 'incidents').periods.length - 1
  const base = getTotal(tables, 'incidents', period).count
  const police = getTotal(tables, 'policeContacted', period).count
  const title = base === 0 ? overview.chain.titleNone : overview.chain.title(renderCount(police, language), renderCount(base, language))
  return (
    <ChartFigure
      title={title}
      subtitle={overview.chain.subtitle(`${renderCount(base, language)} ${base === 1 ? units.incident.one : units.incident.many}`)}
      asOf={asOf}
      notes={[overview.chain.note]}
      table={<ChainTable tables={tables} periods={[period]} asOf={asOf} caption={title} />}
    >
      <StepChart label={title} base={base} steps={chainSteps(tables, period, language, messages)} />
    </ChartFigure>
  )
}
