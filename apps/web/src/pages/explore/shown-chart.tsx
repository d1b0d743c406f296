// A table of an edition as bars from one line: for each row a bar a period, each kind of cell with a pattern and a sign of its own.
import type { DataCell, ExploredRow, ExploredTable } from '@lykta/publication'
import { poissonRate } from '@lykta/statistics'
import { Fragment, type ReactNode } from 'react'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { type CellMark, cellText, fractionOf, markOf, spokenCell } from './cell-mark.ts'
import { useExploreWords } from './explore-words.ts'

type Bar = { readonly period: string; readonly cell: DataCell; readonly mark: CellMark; readonly length: number; readonly base: number | null; readonly interval: { readonly lower: number; readonly upper: number } | null }

const keyOrder = ['number', 'bound', 'band', 'zero', 'hidden', 'unknown', 'not-collected', 'not-asked'] as const

export function ShownChart({ table, chosen }: { readonly table: ExploredTable; readonly chosen: readonly number[] }): ReactNode {
  const words = useExploreWords()
  const { chart } = useMessages()
  const language = useLanguage()
  const baseRow = table.rows.find(({ kind }) => kind === 'base')
  const rows = table.rows.filter(({ kind }) => kind !== 'base').map((row) => ({ row, bars: chosen.map((index) => barOf(row, index, table, baseRow, language)) }))
  const bars = rows.flatMap((one) => one.bars)
  const longest = Math.max(1, ...bars.flatMap(({ length, base, interval }) => [length, base ?? 0, interval?.upper ?? 0]))
  const marks = new Set(bars.map(({ mark }) => mark))
  const spoken = rows.map(({ row, bars: own }) => chart.value(row.label[language], own.map(({ period, cell }) => `${period} ${spokenCell(cell, language, words)}`).join(', ')))
  const percent = (value: number): string => `${(100 * value) / longest}%`
  return (
    <>
      <div role="img" aria-label={`${words.chart(table.title[language])}. ${spoken.join('; ')}.`} className="shown-chart">
        {rows.map(({ row, bars: own }) => (
          <div key={`${row.figure} ${row.code}`} className="shown-row" aria-hidden="true">
            <span className="shown-label">{row.label[language]}</span>
            {own.map(({ period, cell, mark, length, base, interval }) => (
              <Fragment key={period}>
                <span className="shown-period">{period}</span>
                <span className="shown-track">
                  {mark === 'band' && base !== null && <span className="shown-bar shown-rest" style={{ width: percent(base) }} />}
                  <span className={`shown-bar shown-${mark}`} style={length > 0 ? { width: percent(length) } : undefined} />
                  {interval && <span className="shown-interval" style={{ left: percent(interval.lower), width: percent(interval.upper - interval.lower) }} />}
                </span>
                <span className="shown-value">{cellText(cell, language, words)}</span>
              </Fragment>
            ))}
          </div>
        ))}
      </div>
      <dl className="shown-key" aria-label={words.key}>
        {keyOrder.filter((mark) => marks.has(mark)).map((mark) => (
          <div key={mark}>
            <dt aria-hidden="true"><span className={`shown-bar shown-${mark}`} /></dt>
            <dd>{words.marks[mark]}</dd>
          </div>
        ))}
        {bars.some(({ interval }) => interval !== null) && (
          <div>
            <dt aria-hidden="true"><span className="shown-interval" /></dt>
            <dd>{words.marks.interval}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

function barOf({ unit, cells }: ExploredRow, index: number, { periods }: ExploredTable, baseRow: ExploredRow | undefined, language: 'sv' | 'en'): Bar {
  const cell = cells[index]!
  const mark = markOf(cell)
  const base = mark === 'band' ? (baseRow?.cells[index]?.value ?? null) : null
  const length = mark === 'band' ? (base ?? 0) * fractionOf(cell) : (cell.value ?? 0)
  // Incidents come one by one; the persons of an incident do not, and get no interval.
  const interval = unit === 'incident' && (mark === 'number' || mark === 'zero') ? poissonRate({ count: cell.value!, months: 1, level: 0.95 }) : null
  return { period: periods[index]!.label[language], cell, mark, length, base, interval }
}
