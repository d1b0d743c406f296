// The table behind a chart of periods: one row a period, each number pressable.
import type { CountTable, Period } from '@lykta/statistics'
import type { ReactNode } from 'react'
import type { AsOf } from '../../../../server/src/api/types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { renderMonthCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'

export type PeriodTableProps = {
  readonly table: CountTable
  readonly asOf: AsOf
  readonly caption: string
  readonly head: string
  readonly nameOf: (period: Period) => string
}

export function PeriodTable({ table, asOf, caption, head, nameOf }: PeriodTableProps): ReactNode {
  const { units, facts, number } = useMessages()
  const language = useLanguage()
  const { unit } = table.spec
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{units[unit].many}</th>
          <th scope="col">{facts.period}</th>
        </tr>
      </thead>
      <tbody>
        {table.periods.map((period, index) => (
          <tr key={period.id}>
            <th scope="row">{nameOf(period)}</th>
            <td>
              <PressableNumber
                tabStop={index === 0}
                label={`${units[unit].many}, ${nameOf(period)}`}
                unit={unit} value={table.base[index]!} period={period} asOf={asOf} support={table.base[index]!}
              />
            </td>
            <td>{number.months(renderMonthCount(period.months, language), period.months === 1)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
