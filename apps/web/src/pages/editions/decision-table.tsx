// The decisions of one table and what stands beside it, cell by cell.
import type { ReactNode } from 'react'
import type { Decision } from '../../../../server/src/api/types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Quantity } from '../../components/quantity.tsx'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { intoName, periodName, rowName } from './decision-words.ts'

export type DecisionTableProps = {
  readonly decisions: readonly Decision[]
  /** The whole protocol. */
  readonly all: readonly Decision[]
  readonly caption: string
}

export function DecisionTable({ decisions, all, caption }: DecisionTableProps): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { edition: words } = messages
  const columns = words.decision
  return (
    <DataTable caption={caption} className="decision-table">
      <thead>
        <tr>
          <th scope="col">{columns.row}</th>
          <th scope="col" className="words">{columns.period}</th>
          <th scope="col">{columns.count}</th>
          <th scope="col" className="words">{columns.action}</th>
          <th scope="col" className="words">{columns.reason}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => {
          const { table, codes, period, action, reasons } = decision
          const why = reasons.length === 0 && action === 'merged' ? words.reasonFollows : reasons.map((reason) => words.reason[reason]).join('. ')
          return (
            <tr key={`${table} ${codes.join('/')} ${period} ${action}`} className={`decision-${action}`}>
              <th scope="row">{rowName(decision, all, language, network, messages)}</th>
              <td className="words">{periodName(period, language, messages)}</td>
              <td><Quantity value={decision} months={1} /></td>
              <td className="words">{words.action[action]} {intoName(decision, language, network, messages)}</td>
              <td className="words">{why}</td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
