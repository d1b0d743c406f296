// A chart as it always stands: a sentence as title, measure and base under it, source and as of below, table one click away.
import { type ReactNode, useId, useState } from 'react'
import type { AsOf } from '../../../server/src/api/types.ts'
import { Button } from '../components/button.tsx'
import { RawMark } from '../components/raw-mark.tsx'
import { renderMoment } from '../format/dates.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'
import { useNetwork } from '../network.ts'
import './charts.css'

export type ChartFigureProps = {
  readonly title: string
  readonly subtitle: string
  readonly asOf: AsOf
  /** Said about the picture: partial periods, small numbers. */
  readonly notes?: readonly string[]
  /** The same values as a table, one press away; left out where the table stands beside the chart. */
  readonly table?: ReactNode
  /** Heading level of the title: 3 inside a section that has its own. */
  readonly level?: 2 | 3
  readonly children: ReactNode
}

export function ChartFigure({ title, subtitle, asOf, notes = [], table, level = 2, children }: ChartFigureProps): ReactNode {
  const { chart } = useMessages()
  const language = useLanguage()
  const { network } = useNetwork()
  const [showsTable, setShowsTable] = useState(false)
  const id = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <Title id={id} className="chart-title">{title}</Title>
        <p className="chart-subtitle">{subtitle}</p>
      </figcaption>
      {children}
      {notes.map((note) => <p key={note} className="chart-note">{note}</p>)}
      <div className="chart-foot">
        <p>
          {chart.source(network.name)} {chart.asOf(renderMoment(asOf.at, network.timeZone, language))}
        </p>
        {table !== undefined && (
          <Button kind="quiet" aria-expanded={showsTable} onPress={() => setShowsTable(!showsTable)}>
            {showsTable ? chart.hideTable : chart.showTable}
          </Button>
        )}
      </div>
      <RawMark />
      {showsTable && table}
    </figure>
  )
}
