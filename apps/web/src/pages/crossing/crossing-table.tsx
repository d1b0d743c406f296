// Two answers against each other: a row for each code of one, a column for each of the other, raw.
import type { Dimension } from '@lykta/statistics'
import type { ReactNode } from 'react'
import type { CrossingAnswer } from '../../../../server/src/api/crossing-types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { RawMark } from '../../components/raw-mark.tsx'
import { rowWord } from '../../format/code-words.ts'
import { renderCount } from '../../format/numbers.ts'
import { renderPeriod } from '../../format/periods.ts'
import { renderQuantity } from '../../format/quantity.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useCrossingWords } from './crossing-words.ts'

export function CrossingTable({ answer: { crossing } }: { readonly answer: CrossingAnswer }): ReactNode {
  const words = useCrossingWords()
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { unit, by, period, base, rows, columns, cells, severalAnswers } = crossing
  const nameOf = (dimension: Dimension): string => words.dimensions[dimension as keyof typeof words.dimensions]
  const wordOf = (dimension: Dimension, code: string): string => {
    const answers: Readonly<Record<string, string>> = words.answers
    return /^(?:police|support|accepted)-|-known$/.test(dimension) && !dimension.startsWith('place') ? (answers[code] ?? code) : rowWord([dimension], [code], language, network)
  }
  const about = words.about(words.units[unit as keyof typeof words.units], renderCount(base.count, language), renderPeriod(period))
  return (
    <div className="crossing">
      {rows.length === 0 ? <p>{words.none}</p> : (
        <DataTable caption={words.caption(nameOf(by[0]), nameOf(by[1]))} about={about}>
          <thead>
            <tr>
              <th scope="col">{nameOf(by[0])}</th>
              {columns.map((code) => <th key={code} scope="col">{wordOf(by[1], code)}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row}>
                <th scope="row">{wordOf(by[0], row)}</th>
                {columns.map((column, at) => <td key={column}>{renderQuantity(cells[index]![at]!, language, messages, period.months)}</td>)}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {severalAnswers && <p className="chart-note">{words.several}</p>}
      <RawMark coordinator />
    </div>
  )
}
