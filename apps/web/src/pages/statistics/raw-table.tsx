// A raw table as it always stands here: unit, base and as of above, notes below, and the word that it stays inside.
import type { ReactNode } from 'react'
import type { AsOf } from '../../../../server/src/api/types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { RawMark } from '../../components/raw-mark.tsx'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'

export type RawTableProps = {
  readonly caption: string
  /** Unit and base, in words. */
  readonly about: string
  readonly asOf: AsOf
  readonly notes?: readonly string[]
  readonly children: ReactNode
}

export function RawTable({ caption, about, asOf, notes = [], children }: RawTableProps): ReactNode {
  const { chart } = useMessages()
  const language = useLanguage()
  const { network } = useNetwork()
  return (
    <div className="raw-table">
      <DataTable caption={caption} about={`${about} ${chart.asOf(renderMoment(asOf.at, network.timeZone, language))}`}>
        {children}
      </DataTable>
      {notes.map((note) => <p key={note} className="chart-note">{note}</p>)}
      <RawMark />
    </div>
  )
}
