// The rows of a table as a ranked chart of the last period; the table stands under it.
import type { CountTable } from '@lykta/statistics'
import type { ReactNode } from 'react'
import type { AsOf } from '../../../../server/src/api/types.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { RankChart } from '../../charts/rank-chart.tsx'
import { rowWord } from '../../format/code-words.ts'
import { renderCount } from '../../format/numbers.ts'
import { renderPeriod } from '../../format/periods.ts'
import { findPercent } from '../../format/share.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { rankRows } from './rank-rows.ts'

export type RankFigureProps = {
  readonly table: CountTable
  readonly asOf: AsOf
  /** The chart's sentence: the words of the first row, its count, and the base. */
  readonly titleOf: (first: string, count: string, base: string) => string
}

export function RankFigure({ table, asOf, titleOf }: RankFigureProps): ReactNode {
  const { statistics: words, facts, units, number } = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { spec } = table
  const at = table.periods.length - 1
  const base = table.base[at]!
  const rows = rankRows(table)
  if (rows.length === 0 || base.count === 0) return null
  const count = (value: number): string => renderCount(value, language)
  const ranks = rows.map(({ codes, cells }) => {
    const cell = cells[at]!
    const percent = findPercent(cell, base)
    return {
      id: codes.join('/'),
      label: rowWord(spec.by, codes, language, network),
      count: cell.count,
      text: percent === undefined ? count(cell.count) : `${count(cell.count)} · ${number.percent(String(percent))}`,
    }
  })
  const title = titleOf(ranks[0]!.label, count(ranks[0]!.count), count(base.count))
  const answered = spec.base === 'answered' ? facts.baseAnswered(units[spec.unit].many) : facts.baseAll(units[spec.unit].many)
  return (
    <ChartFigure
      title={title}
      subtitle={`${renderPeriod(table.periods[at]!)}. ${words.unitBase(units[spec.unit].many, `${count(base.count)} ${answered}`)}`}
      asOf={asOf}
      notes={table.severalAnswers ? [words.severalNote] : []}
      level={3}
    >
      <RankChart label={title} ranks={ranks} base={base.count} />
    </ChartFigure>
  )
}
