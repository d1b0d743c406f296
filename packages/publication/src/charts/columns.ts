// A column for each period: what was counted over time, with partial periods hatched and hidden ones as a labelled gap.
import { barY, ruleX, ruleY, text } from '@observablehq/plot'
import type { Cell } from '../document/cell.ts'
import { ink, type Size, sizes } from './ink.ts'
import { hatchOf, renderSvg } from './svg.ts'

export type Column = {
  readonly label: string
  /** Under the label: the months collected. */
  readonly remark: string | null
  readonly cell: Cell
  /** What stands over the column. */
  readonly value: string
  /** In words, where there is no column. */
  readonly missing: string | null
  readonly partial: boolean
  readonly emphasised: boolean
  /** What chance alone could have given. */
  readonly interval: { readonly lower: number; readonly upper: number } | null
}

export function drawColumns({ id, alt, columns, size }: { id: string; alt: string; columns: readonly Column[]; size: Size }): string {
  const { font, width } = sizes[size]
  const drawn = columns.map((column, index) => ({ ...column, key: String(index), count: heightOf(column.cell) }))
  const bars = drawn.filter((column) => column.count > 0)
  const top = Math.max(1, ...drawn.map((column) => Math.max(column.count, column.interval?.upper ?? 0)))
  const colour = (column: Column): string => (column.emphasised ? ink.accent : ink.strong)
  const remarkLines = columns.some((column) => column.remark !== null) ? 2 : 0
  const [inner, outer] = columns.length > 4 ? [0.3, 0.15] : [0.62, 0.4]
  const step = (width - 8) / (columns.length - inner + 2 * outer)
  const middle = { x: 'key', textAnchor: 'middle' } as const
  return renderSvg({
    id,
    size,
    alt,
    height: (size === 'wide' ? 200 : 220) + remarkLines * font * 1.3,
    margins: { top: font * 2.2, right: 4, bottom: font * (2 + 1.3 * remarkLines), left: 4 },
    x: { type: 'band', domain: drawn.map((column) => column.key), paddingInner: inner, paddingOuter: outer },
    y: { domain: [0, top] },
    marks: [
      barY(bars.filter((column) => !column.partial), { x: 'key', y: 'count', fill: colour }),
      barY(bars.filter((column) => column.partial), { x: 'key', y: 'count', fill: hatchOf(id, size), stroke: colour, strokeWidth: 1.2 }),
      // Beside its column: a line within one would be dark on dark.
      ruleX(drawn.filter((column) => column.interval), {
        x: 'key', y1: (column: Column) => column.interval?.lower, y2: (column: Column) => column.interval?.upper, dx: (step * (1 - inner)) / 2 + 7,
        stroke: ink.strong, strokeWidth: 1.1,
      }),
      ruleY([0], { stroke: ink.strong, strokeWidth: 1.2 }),
      text(drawn, {
        ...middle, y: 'count', text: 'value', dy: -4, lineAnchor: 'bottom',
        fontSize: font * 1.25, fontWeight: 600, fill: colour,
      }),
      text(drawn.filter((column) => column.missing !== null), {
        ...middle, y: 0, text: 'missing', dy: -font * 2.1, lineAnchor: 'bottom', fontSize: font * 0.9, fill: ink.soft, lineWidth: 6,
      }),
      text(drawn, { ...middle, y: 0, text: 'label', dy: font * 0.6, lineAnchor: 'top', fontSize: font, fontWeight: 600, fill: ink.strong }),
      text(drawn.filter((column) => column.remark !== null), {
        ...middle, y: 0, text: 'remark', dy: font * 1.9, lineAnchor: 'top', lineWidth: 8, fontSize: font * 0.9, fill: ink.soft,
      }),
    ],
  })
}

function heightOf(cell: Cell): number {
  return cell.sign === 'number' ? cell.count : 0
}
