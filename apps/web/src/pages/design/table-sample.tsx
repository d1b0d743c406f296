// A table of numbers with a base, shares where they are allowed, a lower bound and the four signs.
import type { Quantity } from '@lykta/incident'
import type { ReactNode } from 'react'
import { DataTable } from '../../components/data-table.tsx'
import { PeriodHeads } from '../../components/period-heads.tsx'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { ShareOfBase } from '../../components/share-of-base.tsx'
import { codeWord } from '../../format/code-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { asOf, atLeast, exactly, year } from './made-up.ts'

const periods = [year('2018'), year('2019'), { id: 'all', from: '2018-01-01', to: '2019-12-31', months: 24 }]
const base = [exactly(23), exactly(30), exactly(53)]
const rows: readonly (readonly [string, readonly Quantity[]])[] = [
  ['hotel', [exactly(9), exactly(12), exactly(21)]],
  ['home', [exactly(14), atLeast(16), atLeast(30)]],
  ['street', [exactly(0), atLeast(0), atLeast(0)]],
]

export function TableSample(): ReactNode {
  const { statistics, facts, units } = useMessages()
  const language = useLanguage()
  const unit = units.incident.many
  const number = (value: Quantity, column: number, row: number): ReactNode => (
    <PressableNumber tabStop={row === 0 && column === 0} label={unit} unit="incident" value={value} period={periods[column]!} asOf={asOf} base={{ words: facts.baseAll(unit), value: base[column]! }} />
  )
  return (
    <DataTable caption={statistics.tables.placeType} about={statistics.unitBase(unit, facts.baseAll(unit))}>
      <thead>
        <tr>
          <th scope="col">{statistics.head.placeType}</th>
          <PeriodHeads periods={periods} />
        </tr>
      </thead>
      <tbody>
        <tr className="base-row">
          <th scope="row">{statistics.base}</th>
          {base.map((value, column) => <td key={periods[column]!.id} className={column === 2 ? 'all' : undefined}>{number(value, column, 0)}</td>)}
        </tr>
        {rows.map(([code, values], row) => (
          <tr key={code}>
            <th scope="row">{codeWord('place-type', code, language)}</th>
            {values.map((value, column) => (
              <td key={periods[column]!.id} className={column === 2 ? 'all' : undefined}>
                {number(value, column, row + 1)}
                <ShareOfBase part={value} base={base[column]!} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
