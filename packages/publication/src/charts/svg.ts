// Makes Plot's output a plain picture: one name for all of it, no style sheet, no class, no label but the visible ones.
import { type Markish, plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom/worker'
import { ink, type Size, sizes } from './ink.ts'

export type Drawing = {
  readonly id: string
  readonly size: Size
  readonly alt: string
  readonly height: number
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly x: object
  readonly y: object
  readonly marks: readonly Markish[]
}

/** Fill of a bar whose period was collected in part. */
export const hatchOf = (id: string, size: Size): string => `url(#hatch-${id}-${size})`

export function renderSvg(drawing: Drawing): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const { width, font } = sizes[drawing.size]
  const { top, right, bottom, left } = drawing.margins
  const svg = plot({
    document,
    width,
    height: drawing.height,
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
    x: { axis: null, ...drawing.x },
    y: { axis: null, ...drawing.y },
    style: {},
    marks: [...drawing.marks],
  })
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const element of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
    element.removeAttribute('aria-label')
    element.removeAttribute('aria-hidden')
  }
  for (const name of ['class', 'fill', 'width', 'height']) svg.removeAttribute(name)
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(drawing.height))
  // Quoted: a family name with a word that begins with a digit is no name without quotes, and the PDF would fall back.
  svg.setAttribute('font-family', "'Source Sans 3'")
  svg.setAttribute('font-size', String(font))
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', drawing.alt)
  // Coordinates to a hundredth: the same picture in fewer bytes, and no digits of a computation beyond what is drawn.
  const rounded = svg.outerHTML.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
  return rounded.replace(/^(<svg[^>]*>)/, `$1${hatchPattern(drawing)}`)
}

function hatchPattern({ id, size }: Drawing): string {
  const line = `<path d="M0 0V6" stroke="${ink.strong}" stroke-width="2.4"/>`
  return `<defs><pattern id="hatch-${id}-${size}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${line}</pattern></defs>`
}
