// The sample's edition in both languages with the real compiler and fonts, for tests that read the files.
import { createHash } from 'node:crypto'
import { createPdfCompiler } from '../../../apps/server/src/adapters/compile-pdf.ts'
import { drawPng } from '../../../apps/server/src/adapters/draw-png.ts'
import { readWebFonts } from '../../../apps/server/src/adapters/fonts.ts'
import { type EditionFiles, type EditionInput, type EditionTools, makeEdition } from '../../../packages/publication/src/index.ts'

export const tools: EditionTools = {
  compilePdf: createPdfCompiler(),
  drawPng,
  digest: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
  fonts: readWebFonts(),
}

export const render = (input: EditionInput): Promise<EditionFiles> => makeEdition(input, tools)

export const text = (files: EditionFiles, path: string): string => new TextDecoder().decode(files.get(path))
