// One bar as a drawing as wide as its place: lengths in per cent, so that it needs neither a script nor a style of its own.
import type { ChartMark } from './explore-words.ts'
import type { DrawnCell } from './drawn-cell.ts'

/** What hatches and hidden cells are drawn with; once on a page. */
export const patterns = `<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stroke" d="M0 0V6"/></pattern>
<pattern id="cross" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stroke" d="M0 0V5M0 0H5"/></pattern>
<pattern id="open" width="4" height="4" patternUnits="userSpaceOnUse"><path class="fill" d="M2 0H4V4H2Z"/></pattern>
</defs></svg>`

/** "41.67%" of the longest: two decimals are finer than a screen. */
export const share = (value: number, longest: number): string => `${Math.round((value / longest) * 10_000) / 100}%`

const box = (mark: ChartMark, width: string, x = '0'): string => `<rect class="bar ${mark}" x="${x}" y="2" width="${width}" height="14"/>`

/** Whatever has no length is as wide as any other without one: 40 units, or 3 for nothing. */
const fixed: Readonly<Record<Exclude<ChartMark, 'number' | 'at-least' | 'band'>, string>> = { zero: '3', hidden: '40', unknown: '40', 'not-collected': '40', 'not-asked': '40' }

export function renderBar({ mark, length, base, interval }: DrawnCell, longest: number): string {
  return `<svg class="track" width="100%" height="18" aria-hidden="true" focusable="false"><path class="axis" d="M0.5 0V18"/>${shapeOf(mark, length, base, longest)}${interval ? renderInterval(interval.lower, interval.upper, longest) : ''}</svg>`
}

function shapeOf(mark: ChartMark, length: number, base: number | null, longest: number): string {
  switch (mark) {
    case 'number':
      return box(mark, share(length, longest))
    // Open to the right: it may be longer.
    case 'at-least':
      return box('number', share(length, longest)) + box(mark, '14', share(length, longest))
    case 'band':
      return base === null ? box(mark, '40') : box(mark, share(base, longest)) + box('number', share(length, longest))
    case 'zero':
    case 'hidden':
    case 'unknown':
    case 'not-collected':
    case 'not-asked':
      return box(mark, fixed[mark])
  }
}

/** On a line of the paper's own colour, so that it is seen on a bar as well. */
export function renderInterval(lower: number, upper: number, longest: number): string {
  const [from, to] = [share(lower, longest), share(upper, longest)]
  const line = (x1: string, y1: number, x2: string, y2: number): string => `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`
  const lines = [line(from, 9, to, 9), line(from, 4, from, 14), line(to, 4, to, 14)]
  return [...lines.map((one) => `<line class="halo" ${one}/>`), ...lines.map((one) => `<line class="interval" ${one}/>`)].join('')
}

/** For the key: the look alone. */
export function renderSample(mark: ChartMark | 'interval'): string {
  const inner = mark === 'interval' ? renderInterval(0.2, 0.8, 1) : mark === 'number' || mark === 'at-least' || mark === 'band' ? shapeOf(mark, 0.6, 0.9, 1) : shapeOf(mark, 0, null, 1)
  return `<svg class="sample" width="48" height="18" aria-hidden="true" focusable="false">${inner}</svg>`
}
