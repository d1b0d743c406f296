// The response chain: how many of the same incidents reached each step, and for how many it is not known.
import { type ReactNode, useId } from 'react'
import { useWidth } from '../components/use-width.ts'
import { useMessages } from '../messages/messages.ts'
import { signCharacters } from '../format/sign.ts'
import { Hatch } from './hatch.tsx'

export type Step = {
  readonly id: string
  readonly label: string
  readonly count: number
  /** Unknown or not asked. */
  readonly unknown: number
  /** The form did not ask at all. */
  readonly asked: boolean
  /** "21 av 30, 70 %" and "okänt 4". */
  readonly text: string
  readonly unknownText: string
}

const barHeight = 18
const rowHeight = 58

export function StepChart({ steps, base, label }: { readonly steps: readonly Step[]; readonly base: number; readonly label: string }): ReactNode {
  const { overview, chart } = useMessages()
  const hatch = useId()
  const [box, width] = useWidth<HTMLDivElement>(480)
  const scale = base > 0 ? width / base : 0
  const spoken = steps.map((step) => chart.value(step.label, step.asked ? [step.text, step.unknownText].filter(Boolean).join(', ') : overview.chain.notAsked))
  return (
    <div ref={box} className="chart-box">
      <svg role="img" aria-label={`${label}. ${spoken.join('; ')}.`} width={width} height={steps.length * rowHeight} className="chart-svg">
        <Hatch id={hatch} />
        {steps.map((step, index) => {
          const y = index * rowHeight + 26
          return (
            <g key={step.id} className="column column-lit">
              <text className="step-label" x={0} y={y - 8}>
                {step.label}
                <tspan className="step-value" dx="10">{step.asked ? step.text : ''}</tspan>
                {step.asked && step.unknownText !== '' && <tspan className="step-unknown" dx="10">{step.unknownText}</tspan>}
              </text>
              {step.asked ? (
                <>
                  {step.unknown > 0 && (
                    <rect className="bar bar-partial" style={{ fill: `url(#${hatch})` }} x={step.count * scale} y={y + 0.5} width={step.unknown * scale} height={barHeight - 1} />
                  )}
                  <rect className="bar" x={0} y={y} width={Math.max(step.count > 0 ? 2 : 0, step.count * scale)} height={barHeight} />
                </>
              ) : (
                <text className="step-sign" x={8} y={y + barHeight - 4}>{signCharacters['not-collected']} <tspan className="step-unknown">{overview.chain.notAsked}</tspan></text>
              )}
              <line className="extent" x1={0} x2={width} y1={y + barHeight + 0.5} y2={y + barHeight + 0.5} />
              <line className="baseline" x1={0.5} x2={0.5} y1={y - 2} y2={y + barHeight + 3} />
            </g>
          )
        })}
      </svg>
    </div>
  )
}
