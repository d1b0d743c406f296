// The response chain as a table: each step with what is unknown, a column for each period.
import type { CountTable } from '@lykta/statistics'
import type { ReactNode } from 'react'
import type { AsOf } from '../../../../server/src/api/types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { PeriodHeads } from '../../components/period-heads.tsx'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { ShareOfBase } from '../../components/share-of-base.tsx'
import { renderCount } from '../../format/numbers.ts'
import { findTotal, getTable, getTotal } from '../../format/tables.ts'
import { signCharacters } from '../../format/sign.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { chain, chainSteps } from './chain-steps.ts'

export type ChainTableProps = {
  readonly tables: readonly CountTable[]
  /** Indexes into the tables' periods. */
  readonly periods: readonly number[]
  readonly asOf: AsOf
  readonly caption: string
  readonly about?: ReactNode
}

export function ChainTable({ tables, periods, asOf, caption, about }: ChainTableProps): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { overview, statistics, facts, units } = messages
  const all = getTable(tables, 'incidents').periods
  const steps = periods.map((period) => chainSteps(tables, period, language, messages))
  return (
    <DataTable caption={caption} about={about}>
      <thead>
        <tr>
          <th scope="col">{statistics.head.step}</th>
          <PeriodHeads periods={periods.map((index) => all[index]!)} />
        </tr>
      </thead>
      <tbody>
        {chain.map((id, row) => (
          <tr key={id} className={id === 'incidents' ? 'base-row' : undefined}>
            <th scope="row">{overview.chain.steps[id]}</th>
            {periods.map((index, column) => {
              const step = steps[column]![row]!
              const base = getTotal(tables, 'incidents', index)
              const cell = getTotal(tables, id, index)
              if (!step.asked && all[index]!.months > 0) {
                return (
                  <td key={index}>
                    <span aria-hidden="true">{signCharacters['not-collected']}</span> <small>{overview.chain.notAsked}</small>
                  </td>
                )
              }
              return (
                <td key={index}>
                  <PressableNumber
                    tabStop={row === 0 && column === 0}
                    label={statistics.measures[id]}
                    unit="incident" value={cell} period={all[index]!} asOf={asOf} support={cell}
                    {...(id === 'incidents' ? {} : { base: { words: facts.baseAll(units.incident.many), value: base } })}
                    beside={(['unknown', 'notAsked'] as const).flatMap((kind) => {
                      const beside = findTotal(tables, `${id}.${kind}`, index)
                      return beside ? [{ label: facts[kind], text: renderCount(beside.count, language) }] : []
                    })}
                  />
                  {id !== 'incidents' && <ShareOfBase part={cell} base={base} />}
                  {step.unknownText !== '' && <small className="cell-unknown">{step.unknownText}</small>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
