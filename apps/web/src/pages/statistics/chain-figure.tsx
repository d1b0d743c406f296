// How far the incidents of all the chosen years reached: the last of the periods.
import type { ReactNode } from 'react'
import type { StatisticsAnswer } from '../../../../server/src/api/types.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { StepChart } from '../../charts/step-chart.tsx'
import { renderCount } from '../../format/numbers.ts'
import { renderPeriod } from '../../format/periods.ts'
import { getTotal } from '../../format/tables.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { chainSteps } from '../overview/chain-steps.ts'

export function ChainFigure({ answer }: { readonly answer: StatisticsAnswer }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { overview, units } = messages
  const { tables, periods, asOf } = answer
  const at = periods.length - 1
  const base = getTotal(tables, 'incidents', at).count
  const title = base === 0 ? overview.chain.titleNone : overview.chain.title(renderCount(getTotal(tables, 'policeContacted', at).count, language), renderCount(base, language))
  return (
    <ChartFigure
      title={title}
      subtitle={`${renderPeriod(periods[at]!)}. ${overview.chain.subtitle(`${renderCount(base, language)} ${base === 1 ? units.incident.one : units.incident.many}`)}`}
      asOf={asOf}
      notes={[overview.chain.note]}
      level={3}
    >
      <StepChart label={title} base={base} steps={chainSteps(tables, at, language, messages)} />
    </ChartFigure>
  )
}
