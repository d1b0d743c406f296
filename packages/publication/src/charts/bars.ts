// A horizontal bar for each row with its value at its end: rankings, steps of a chain. Names stand beside the bars, on a phone above them.
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

/** Where a bar and its words stand, in units of the drawing from the top. */
type Placed = Bar & { readonly groupAt: number; readonly labelAt: number; readonly from: number; readonly to: number }

/** Width of a character in ems: enough to know when a name needs a second line. */
const em = 0.47

/** Plot takes the typeface for a wider one than it is: lines may be this much longer than it believes. */
const wider = 1.2

const widthOf = (characters: number, font: number): number => characters * em * font

/** `full` is the length of the longest possible bar, for instance the base. */
export function drawBars(input: { id: string; alt: string; bars: readonly Bar[]; full: number; size: Size }): string {
  const { id, alt, bars, full, size } = input
  const { width, font } = sizes[size]
  const longest = Math.max(...bars.map((bar) => bar.label.length))
  const labelWidth = size === 'wide' ? Math.min(width * 0.5, widthOf(longest, font) + font * 1.5) : 0
  const lineWidth = (wider * (size === 'wide' ? labelWidth - font : width)) / font
  const { placed: drawn, height } = size === 'wide' ? beside(bars, lineWidth, font) : above(bars, lineWidth, font)
  const valueWidth = widthOf(Math.max(...bars.map((bar) => bar.value.length)), font * 1.15) + 10
  const colour = (bar: Bar): string => (bar.emphasised ? ink.accent : ink.strong)
  const middle = (bar: Placed): number => (bar.from + bar.to) / 2
  const solid = drawn.filter((bar) => bar.length > 0 && !bar.hatched)
  const hatched = drawn.filter((bar) => bar.length > 0 && bar.hatched)
  const extent = { x1: 0, x2: 'length', y1: 'from', y2: 'to' } as const
  const name = { frameAnchor: 'left', textAnchor: 'start', dx: -labelWidth, lineWidth, fill: ink.strong } as const
  return renderSvg({
    id,
    size,
    alt,
    height,
    margins: { top: 0, right: valueWidth, bottom: 0, left: labelWidth + 1 },
    x: { domain: [0, full] },
    y: { domain: [0, height], range: [0, height] },
    marks: [
      rect(solid, { ...extent, fill: colour }),
      rect(hatched, { ...extent, fill: hatchOf(id, size), stroke: colour, strokeWidth: 1.2 }),
      ruleX(drawn, { x: 0, y1: 'from', y2: 'to', stroke: ink.strong, strokeWidth: 1.2 }),
      text(drawn, {
        x: 'length', y: middle, text: 'value', textAnchor: 'start', dx: 6, fontSize: font * 1.08, fontWeight: 600, fill: colour,
      }),
      text(drawn, { ...name, y: 'labelAt', text: 'label', lineAnchor: size === 'wide' ? 'middle' : 'bottom', fontSize: font }),
      text(drawn.filter((bar) => bar.group !== null), {
        ...name, lineWidth: Number.POSITIVE_INFINITY, y: 'groupAt', text: 'group', lineAnchor: 'bottom', fontSize: font, fontWeight: 600, fill: ink.soft,
      }),
    ],
  })
}

type Rows = { readonly placed: readonly Placed[]; readonly height: number }

/** One row a bar, the name in a column of its own. */
function beside(bars: readonly Bar[], lineWidth: number, font: number): Rows {
  let y = 0
  const placed = bars.map((bar): Placed => {
    const lines = Math.ceil(bar.label.length / (lineWidth / (wider * em)))
    const group = bar.group === null ? 0 : font * (y === 0 ? 1.9 : 2.7)
    const row = Math.max(font * 1.75, lines * font * 1.25)
    const from = y + group + (row - font * 1.2) / 2
    const middle = from + font * 0.6
    const at = { groupAt: y + group - font * 0.5, labelAt: middle, from, to: from + font * 1.2 }
    y += group + row
    return { ...bar, ...at }
  })
  return { placed, height: Math.ceil(y + font * 0.3) }
}

/** The name above its bar, with air between one bar and the next name. */
function above(bars: readonly Bar[], lineWidth: number, font: number): Rows {
  let y = 0
  const placed = bars.map((bar): Placed => {
    const lines = Math.ceil(bar.label.length / (lineWidth / (wider * em)))
    const group = bar.group === null ? 0 : font * (y === 0 ? 1.6 : 2.6)
    const labelAt = y + group + lines * font * 1.25
    const from = labelAt + font * 0.35
    const at = { groupAt: y + group - font * 0.4, labelAt, from, to: from + font * 1.1 }
    y = at.to + font * 0.9
    return { ...bar, ...at }
  })
  return { placed, height: Math.ceil(y) }
}
