// A horizontal bar for each row, its name above it and its value at its end: rankings, steps of a chain.
import { rect, ruleX, text } from '@observablehq/plot'
import type { Cell } from '../document/cell.ts'
import { ink, type Size, sizes } from './ink.ts'
import { hatchOf, renderSvg } from './svg.ts'

export type Bar = {
  readonly label: string
  readonly cell: Cell
  readonly value: string
  /** A bar that is not a full count: a band, or a period collected in part. */
  readonly hatched: boolean
  readonly emphasised: boolean
  /** How far the bar goes; 0 draws none. */
  readonly length: number
  /** Opens a group: stands above the first of its bars. */
  readonly group: string | null
}

/** `full` is the length of the longest possible bar, for instance the base. */
export function drawBars(input: { id: string; alt: string; bars: readonly Bar[]; full: number; size: Size }): string {
  const { id, alt, bars, full, size } = input
  const { width, font } = sizes[size]
  const lineWidth = width / font
  const thickness = font * 1.15
  let y = 0
  const drawn = bars.map((bar) => {
    const group = bar.group === null ? 0 : font * (y === 0 ? 1.6 : 2.4)
    // About half an em a character: enough to know when a name needs a second line.
    const lines = Math.ceil((bar.label.length * 0.48) / lineWidth)
    const label = y + group + lines * font * 1.2
    const placed = { ...bar, groupAt: y + group - font * 0.6, labelAt: label, from: label + font * 0.3, to: label + font * 0.3 + thickness }
    y = placed.to + font * 0.75
    return placed
  })
  const colour = (bar: Bar): string => (bar.emphasised ? ink.accent : ink.strong)
  const solid = drawn.filter((bar) => bar.length > 0 && !bar.hatched)
  const hatched = drawn.filter((bar) => bar.length > 0 && bar.hatched)
  const middle = (bar: (typeof drawn)[number]): number => (bar.from + bar.to) / 2
  const extent = { x1: 0, x2: 'length', y1: 'from', y2: 'to' } as const
  return renderSvg({
    id,
    size,
    alt,
    height: Math.ceil(y),
    margins: { top: 0, right: font * 6, bottom: 0, left: 1 },
    x: { domain: [0, full] },
    y: { domain: [0, Math.ceil(y)], range: [0, Math.ceil(y)] },
    marks: [
      rect(solid, { ...extent, fill: colour }),
      rect(hatched, { ...extent, fill: hatchOf(id, size), stroke: colour, strokeWidth: 1.2 }),
      ruleX(drawn, { x: 0, y1: 'from', y2: 'to', stroke: ink.strong, strokeWidth: 1.2 }),
      text(drawn, {
        x: 'length', y: middle, text: 'value', textAnchor: 'start', dx: 6, fontSize: font * 1.08, fontWeight: 600, fill: colour,
      }),
      text(drawn, { x: 0, y: 'labelAt', text: 'label', textAnchor: 'start', lineAnchor: 'bottom', lineWidth, fontSize: font, fill: ink.strong }),
      text(drawn.filter((bar) => bar.group !== null), {
        x: 0, y: 'groupAt', text: 'group', textAnchor: 'start', lineAnchor: 'bottom', fontSize: font, fontWeight: 600, fill: ink.soft,
      }),
    ],
  })
}
