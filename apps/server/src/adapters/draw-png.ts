// A chart's SVG to PNG, with the program's own typefaces and nothing of the machine's: the same bytes everywhere.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { DrawPng } from '@lykta/publication'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { readPdfFonts } from './fonts.ts'

const require = createRequire(import.meta.url)

/** Pixels for each unit of the drawing: a chart as wide as the text of an A4 page has some 290 to the inch. */
const scale = 3

let ready: Promise<void> | undefined

/** The module is loaded by the first drawing, once a thread. */
export const drawPng: DrawPng = async (svg) => {
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
  await ready
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [...readPdfFonts()], loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  })
  const image = drawing.render()
  try {
    return { bytes: image.asPng(), width: image.width / scale, height: image.height / scale }
  } finally {
    image.free()
    drawing.free()
  }
}
