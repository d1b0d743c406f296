// Every part the pages are built from, in its states: for those who review how things look.
import type { ReactNode } from 'react'
import { PageHeading } from '../../components/page-heading.tsx'
import { useMessages } from '../../messages/messages.ts'
import { ButtonStates } from './button-states.tsx'
import { ChartSamples } from './chart-samples.tsx'
import { ColourSamples } from './colour-samples.tsx'
import '../overview/overview.css'
import './design.css'
import { FieldStates } from './field-states.tsx'
import { MarkSamples } from './mark-samples.tsx'
import { NumberStates } from './number-states.tsx'
import { TableSample } from './table-sample.tsx'
import { TypeSamples } from './type-samples.tsx'
import { WaitingStates } from './waiting-states.tsx'

export function DesignPage(): ReactNode {
  const { design } = useMessages()
  const sections: readonly (readonly [string, ReactNode])[] = [
    [design.type, <TypeSamples key="type" />],
    [design.colours, <ColourSamples key="colours" />],
    [design.buttons, <ButtonStates key="buttons" />],
    [design.fields, <FieldStates key="fields" />],
    [design.figures, <NumberStates key="figures" />],
    [design.marks, <MarkSamples key="marks" />],
    [design.charts, <ChartSamples key="charts" />],
    [design.tables, <TableSample key="tables" />],
    [design.waiting, <WaitingStates key="waiting" />],
  ]
  return (
    <>
      <PageHeading title={design.title} />
      <p className="lead">{design.lead}</p>
      {sections.map(([title, content]) => (
        <section key={title} className="parts">
          <h2>{title}</h2>
          {content}
        </section>
      ))}
    </>
  )
}
