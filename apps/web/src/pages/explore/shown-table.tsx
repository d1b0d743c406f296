// The table of an edition: its rows and base, the chosen periods, and a sign with its words where there is no number.
import type { ExploredTable } from '@lykta/publication'
import type { ReactNode } from 'react'
import { DataTable } from '../../components/data-table.tsx'
import { renderMonthCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { cellText, markOf, spokenCell } from './cell-mark.ts'
import { useExploreWords } from './explore-words.ts'

export function ShownTable({ table, chosen }: { readonly table: ExploredTable; readonly chosen: readonly number[] }): ReactNode {
  const words = useExploreWords()
  const { number, units } = useMessages()
  const language = useLanguage()
  const unitOf = new Set(table.rows.map(({ unit }) => unit))
  const about = unitOf.size === 1 ? words.unit(units[table.rows[0]!.unit].many) : undefined
  return (
    <DataTable caption={table.title[language]} {...(about === undefined ? {} : { about })}>
      <thead>
        <tr>
          <th scope="col">{table.rowHead[language]}</th>
          {chosen.map((index) => {
            const period = table.periods[index]!
            return (
              <th key={period.id} scope="col">
                {period.label[language]}
                <small>{number.monthsShort(renderMonthCount(period.months, language))}</small>
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={`${row.figure} ${row.code}`} className={row.kind === 'base' ? 'base-row' : undefined}>
            <th scope="row">
              {row.label[language]}
              {unitOf.size > 1 && <small className="row-unit">{words.unit(units[row.unit].many)}</small>}
            </th>
            {chosen.map((index) => {
              const cell = row.cells[index]!
              const mark = markOf(cell)
              const isSign = mark !== 'number' && mark !== 'bound' && mark !== 'band' && mark !== 'zero'
              return (
                <td key={table.periods[index]!.id}>
                  {isSign ? (
                    <span className="sign" title={words.marks[mark]}>
                      <span aria-hidden="true">{cellText(cell, language, words)}</span>
                      <span className="unseen">{spokenCell(cell, language, words)}</span>
                    </span>
                  ) : cellText(cell, language, words)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
