// Rates per month as points with thin lines for what chance alone can give, on a scale from zero.
import { type ReactNode, useId } from 'react'
import type { RateInterval } from '../../../server/src/api/types.ts'
import { useWidth } from '../components/use-width.ts'
import { renderDecimal } from '../format/numbers.ts'
import { signCharacters } from '../format/sign.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'
import { Hatch } from './hatch.tsx'

export type RateRow = {
  readonly id: string
  readonly label: string
  readonly under: string
  readonly partial: boolean
  readonly rate: RateInterval | null
}

const rowHeight = 46
const labelWidth = 116
const valueWidth = 132
/** A number on the axis and the space beside it, in pixels. */
const tickRoom = 40

export function RateChart({ rows, label }: { readonly rows: readonly RateRow[]; readonly label: string }): ReactNode {
  const { chart, facts, number } = useMessages()
  const language = useLanguage()
  const hatch = useId()
  const [box, width] = useWidth<HTMLDivElement>(560)
  const highest = Math.max(1, ...rows.map(({ rate }) => rate?.high ?? rate?.estimate ?? 0))
  const plot = Math.max(80, width - labelWidth - valueWidth)
  const tick = niceStep(highest, Math.min(5, Math.floor(plot / tickRoom)))
  const x = (value: number): number => labelWidth + (value / highest) * plot
  const ticks = Array.from({ length: Math.floor(highest / tick) + 1 }, (_, index) => index * tick)
  const bottom = rows.length * rowHeight
  const decimal = (value: number | null): string => renderDecimal(value, 1, language)
  const textOf = (rate: RateInterval): string => facts.intervalValue(decimal(rate.estimate), decimal(rate.low), decimal(rate.high))
  const spoken = rows.map((row) => chart.value(`${row.label}, ${row.under}`, row.rate ? textOf(row.rate) : number.signWords['not-collected']))
  return (
    <div ref={box} className="chart-box">
      <svg role="img" aria-label={`${label}. ${spoken.join('; ')}.`} width={width} height={bottom + 28} className="chart-svg">
        <Hatch id={hatch} />
        {ticks.map((value) => (
          <g key={value}>
            <line className={value === 0 ? 'baseline' : 'grid'} x1={x(value)} x2={x(value)} y1={0} y2={bottom} />
            <text className="axis-under" x={x(value)} y={bottom + 18}>{renderDecimal(value, tick < 1 ? 1 : 0, language)}</text>
          </g>
        ))}
        {rows.map(({ id, label: name, under, partial, rate }, index) => {
          const y = (index + 0.5) * rowHeight
          return (
            <g key={id}>
              <text className="rate-label" x={0} y={y - 2}>{name}</text>
              <text className="rate-under" x={0} y={y + 15}>{under}</text>
              {!rate && <text className="rate-interval" x={width} y={y + 6}>{signCharacters['not-collected']}</text>}
              {rate && rate.estimate !== null && (
                <>
                  {partial && <rect className="interval-partial" style={{ fill: `url(#${hatch})` }} x={x(rate.low)} y={y - 7} width={x(rate.high ?? highest) - x(rate.low)} height={14} />}
                  <line className="interval" x1={x(rate.low)} x2={x(rate.high ?? highest)} y1={y} y2={y} />
                  <circle className="point" cx={x(rate.estimate)} cy={y} r={5} />
                  <text className="rate-value" x={width} y={y - 2}>{decimal(rate.estimate)}</text>
                  <text className="rate-interval" x={width} y={y + 15}>{number.interval(decimal(rate.low), decimal(rate.high))}</text>
                </>
              )}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** 1, 2 or 5 times a power of ten: at most some `most` of them on the axis. */
function niceStep(highest: number, most: number): number {
  const rough = highest / most
  const power = 10 ** Math.floor(Math.log10(rough))
  return power * ([1, 2, 5].find((step) => step >= rough / power) ?? 10)
}
