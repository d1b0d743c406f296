// Columns from a zero baseline, each with its number on it; a period collected in part is hatched and says so.
import type { Quantity } from '@lykta/incident'
import { type ReactNode, useId } from 'react'
import { useWidth } from '../components/use-width.ts'
import { renderQuantity } from '../format/quantity.ts'
import { signCharacters, signOf } from '../format/sign.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'
import { Hatch } from './hatch.tsx'
import { wrapLines } from './wrap-lines.ts'

export type Column = {
  readonly id: string
  readonly label: string
  /** For narrow columns. */
  readonly shortLabel: string
  readonly value: Quantity
  readonly months: number
  readonly partial: boolean
  /** A second and third line under the label: "nov–dec", "5,0 per mån". */
  readonly under: readonly string[]
  /** Stands out among others, which turn grey. */
  readonly lit: boolean
}

const top = 22
const lineHeight = 18
const narrow = 34

export type ColumnChartProps = {
  readonly columns: readonly Column[]
  readonly label: string
  /** The highest column of all charts that stand side by side; else of this one. */
  readonly scale?: number
  /** Of the tallest column, in pixels. */
  readonly height?: number
}

export function ColumnChart({ columns, label, scale = 1, height = 176 }: ColumnChartProps): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const hatch = useId()
  const [box, width] = useWidth<HTMLDivElement>(480)
  const step = width / columns.length
  const bar = Math.min(56, step * 0.62)
  const highest = Math.max(1, scale, ...columns.map(({ value }) => value.count))
  const under = columns.map((column) => wrapLines(column.under, step))
  const lines = 1 + Math.max(...under.map(({ length }) => length))
  const baseline = top + height
  const spoken = columns.map((column) => messages.chart.value([column.label, ...column.under].join(', '), renderQuantity(column.value, language, messages, column.months)))
  return (
    <div ref={box} className="chart-box">
      <svg role="img" aria-label={`${label}. ${spoken.join('; ')}.`} width={width} height={baseline + lines * lineHeight + 10} className="chart-svg">
        <Hatch id={hatch} />
        {columns.map((column, index) => {
          const middle = step * (index + 0.5)
          const length = (column.value.count / highest) * height
          const sign = signOf(column.value, column.months)
          const text = sign.sign === 'number' ? renderQuantity(column.value, language, messages) : signCharacters[sign.sign]
          return (
            <g key={column.id} className={column.lit ? 'column column-lit' : 'column'}>
              {length > 0 && (
                <rect
                  className={column.partial ? 'bar bar-partial' : 'bar'}
                  {...(column.partial ? { style: { fill: `url(#${hatch})` } } : {})}
                  x={middle - bar / 2} y={baseline - length} width={bar} height={length}
                />
              )}
              <text className={sign.sign === 'number' ? 'bar-value' : 'bar-sign'} x={middle} y={baseline - length - 7}>{text}</text>
              <text className="axis-label" x={middle} y={baseline + lineHeight}>{step < narrow ? column.shortLabel : column.label}</text>
              {under[index]!.map((line, at) => <text key={`${at} ${line}`} className="axis-under" x={middle} y={baseline + (at + 2) * lineHeight}>{line}</text>)}
            </g>
          )
        })}
        <line className="baseline" x1={0} x2={width} y1={baseline + 0.5} y2={baseline + 0.5} />
      </svg>
    </div>
  )
}
