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
  /** The same values as a table. */
  readonly table: ReactNode
  readonly children: ReactNode
}

export function ChartFigure({ title, subtitle, asOf, notes = [], table, children }: ChartFigureProps): ReactNode {
  const { chart } = useMessages()
  const language = useLanguage()
  const { network } = useNetwork()
  const [showsTable, setShowsTable] = useState(false)
  const id = useId()
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <h2 id={id} className="chart-title">{title}</h2>
        <p className="chart-subtitle">{subtitle}</p>
      </figcaption>
      {children}
      {notes.map((note) => <p key={note} className="chart-note">{note}</p>)}
      <div className="chart-foot">
        <p>
          {chart.source(network.name)} {chart.asOf(renderMoment(asOf.at, network.timeZone, language))}
        </p>
        <Button kind="quiet" aria-expanded={showsTable} onPress={() => setShowsTable(!showsTable)}>
          {showsTable ? chart.hideTable : chart.showTable}
        </Button>
      </div>
      <RawMark />
      {showsTable && table}
    </figure>
  )
}
