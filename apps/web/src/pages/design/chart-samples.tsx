// The charts, each with what makes it hard: a short period, a zero, a question that was not asked.
import type { ReactNode } from 'react'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { ColumnChart } from '../../charts/column-chart.tsx'
import { RankChart } from '../../charts/rank-chart.tsx'
import { RateChart } from '../../charts/rate-chart.tsx'
import { StepChart } from '../../charts/step-chart.tsx'
import { useMessages } from '../../messages/messages.ts'
import { asOf, atLeast, exactly } from './made-up.ts'

export function ChartSamples(): ReactNode {
  const { overview, statistics, number, design } = useMessages()
  const { steps } = overview.chain
  const column = (label: string, count: number, months = 12): Parameters<typeof ColumnChart>[0]['columns'][number] => ({
    id: label, label, shortLabel: label, value: label === '2018' ? atLeast(count) : exactly(count), months, partial: months > 0 && months < 12,
    under: [number.monthsShort(String(months))], lit: label === '2019',
  })
  return (
    <div className="overview-charts">
      <ChartFigure title={overview.yearsChart.titlePlain} subtitle={overview.yearsChart.subtitle} asOf={asOf} level={3} notes={[overview.yearsChart.note]}>
        <ColumnChart label={overview.yearsChart.titlePlain} columns={[column('2016', 0, 0), column('2017', 10, 2), column('2018', 23), column('2019', 30), column('2020', 0)]} />
      </ChartFigure>
      <ChartFigure title={overview.chain.titleNone} subtitle={overview.chain.subtitle('30')} asOf={asOf} level={3}>
        <StepChart
          label={overview.chain.titleNone}
          base={30}
          steps={[
            { id: 'a', label: steps.incidents, count: 30, unknown: 0, asked: true, text: '30', unknownText: '' },
            { id: 'b', label: steps.policeContacted, count: 21, unknown: 2, asked: true, text: `21 · ${number.percent('70')}`, unknownText: overview.chain.unknown('2') },
            { id: 'c', label: steps.incidentsOffered, count: 0, unknown: 30, asked: false, text: '', unknownText: '' },
          ]}
        />
      </ChartFigure>
      <ChartFigure title={statistics.ratesTitle} subtitle={statistics.ratesSubtitle} asOf={asOf} level={3}>
        <RateChart
          label={statistics.ratesTitle}
          rows={[
            { id: '2016', label: '2016', under: number.months('0', false), partial: false, rate: null },
            { id: '2017', label: '2017', under: number.months('2', false), partial: true, rate: { estimate: 5, low: 2.4, high: 9.2 } },
            { id: '2019', label: '2019', under: number.months('12', false), partial: false, rate: { estimate: 2.5, low: 1.7, high: 3.6 } },
          ]}
        />
      </ChartFigure>
      <ChartFigure title={statistics.tables.indicators} subtitle={statistics.unitOnly(design.sentence)} asOf={asOf} level={3}>
        <RankChart
          label={statistics.tables.indicators}
          base={30}
          ranks={[{ id: 'a', label: design.sentence, count: 27, text: '27' }, { id: 'b', label: steps.policeContacted, count: 3, text: '3' }, { id: 'c', label: steps.incidents, count: 0, text: '0' }]}
        />
      </ChartFigure>
    </div>
  )
}
