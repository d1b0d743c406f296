// The report's page read back.
import { parseHTML } from 'linkedom'
import { type Grid, type Parsed, squeezed } from './parsed.ts'

/** Attributes that hold no count: addresses, ids, coordinates, looks. */
const harmless = new Set([
  'id', 'href', 'class', 'lang', 'hreflang', 'scope', 'role', 'tabindex', 'colspan', 'download', 'charset', 'http-equiv', 'aria-labelledby', 'aria-hidden', 'aria-current', 'data-binding', 'xmlns',
  'viewBox', 'width', 'height', 'font-family', 'font-size', 'font-weight', 'font-variant', 'text-anchor', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'dx', 'dy', 'd', 'transform', 'fill', 'stroke', 'stroke-width',
  'stroke-linejoin', 'stroke-miterlimit', 'patternUnits', 'patternTransform', 'name', 'paint-order', 'shape-rendering', 'fill-opacity', 'stroke-opacity',
])

export function parseHtml(html: string): Parsed & { readonly figures: readonly { readonly binding: string; readonly text: string }[]; readonly loose: readonly string[] } {
  const { document } = parseHTML(html)
  const stray: string[] = [...html.matchAll(/<!--[\s\S]*?-->/g)].map(([comment]) => comment)
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (!harmless.has(name) && name !== 'aria-label' && name !== 'content') stray.push(`${name}="${value}"`)
    }
  }
  const meta = [...document.querySelectorAll('meta[name=description]')].map((one) => one.getAttribute('content')!)
  const labels = [...document.querySelectorAll('[aria-label]:not(svg)')].map((one) => one.getAttribute('aria-label')!)
  const title = document.querySelector('title')!.textContent
  for (const element of document.querySelectorAll('style, title, .spoken, nav, .chart-ways, summary, .skip, .formats')) element.remove()
  const grids = [...document.querySelectorAll('table')].map(gridOf)
  const drawings = [...document.querySelectorAll('svg')]
  const alts = drawings.map((one) => one.getAttribute('aria-label') ?? '')
  const drawn = drawings.map((one) => [...one.querySelectorAll('text')].map((text) => lines(text)))
  for (const element of document.querySelectorAll('table, svg')) element.remove()
  const figures = [...document.querySelectorAll('.figure')].map((one) => ({ binding: one.getAttribute('data-binding')!, text: squeezed(one.textContent) }))
  const pieces = (): readonly string[] => [...document.querySelectorAll('h1,h2,h3,p,li,dt,dd')].map((one) => squeezed(one.textContent)).filter((text) => text !== '')
  const prose = pieces()
  const chartWords = document.querySelectorAll('figure.chart p, .notes p, .highlights dt, .highlights dd, footer dd')
  for (const element of [...document.querySelectorAll('.figure, h1, .lead, .key dt'), ...chartWords]) element.remove()
  return { grids, alts, drawn, prose, meta: [...meta, title], stray, figures, loose: [...pieces(), ...labels.filter((text) => !grids.some(({ caption }) => text.includes(caption)) && !/: (?:SVG|\S+\.(?:csv|json|px))$|, (?:CSV|JSON-stat|PC-Axis)$/.test(text))] }
}

function gridOf(table: Element): Grid {
  const texts = (row: Element): readonly string[] => [...row.querySelectorAll('th,td')].map((cell) => lines(cell))
  return {
    caption: squeezed(table.querySelector('caption')!.textContent),
    head: texts(table.querySelector('thead tr')!),
    rows: [...table.querySelectorAll('tbody tr')].map(texts),
  }
}

/** A remark stands in an element of its own, without a space before it. */
function lines(element: Element): string {
  for (const inner of element.querySelectorAll('small, tspan')) inner.textContent = ` ${inner.textContent}`
  return squeezed(element.textContent)
}
