// The decisions of one table and what stands beside it, cell by cell.
import type { ReactNode } from 'react'
import type { Decision } from '../../../../server/src/api/types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Quantity } from '../../components/quantity.tsx'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { intoName, periodName, rowName } from './decision-words.ts'

export type DecisionTableProps<D extends Decision> = {
  readonly decisions: readonly D[]
  /** The whole protocol. */
  readonly all: readonly D[]
  readonly caption: string
  readonly columns: Readonly<Record<'row' | 'period' | 'count' | 'action' | 'reason', string>>
  /** What can be told of the count once the edition is out, where that is known. */
  readonly after?: { readonly column: string; readonly of: (decision: D) => string }
}

export function DecisionTable<D extends Decision>({ decisions, all, caption, columns, after }: DecisionTableProps<D>): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { edition: words } = messages
  return (
    <DataTable caption={caption} className="decision-table">
      <thead>
        <tr>
          <th scope="col">{columns.row}</th>
          <th scope="col" className="words">{columns.period}</th>
          <th scope="col">{columns.count}</th>
          {after && <th scope="col" className="words">{after.column}</th>}
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
              {after && <td className="words">{after.of(decision)}</td>}
              <td className="words">{words.action[action]} {intoName(decision, language, network, messages)}</td>
              <td className="words">{why}</td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
