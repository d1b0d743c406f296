// The program's own typefaces: whole for the PDF, as variable web fonts for the self-contained page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { WebFont } from '@lykta/publication'

const require = createRequire(import.meta.url)

const pdfFaces = [
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
] as const

/** TTF files for the PDF compiler. */
export function readPdfFonts(): readonly Buffer[] {
  return pdfFaces.map((face) => readFileSync(require.resolve(face)))
}

/** Latin letters suffice for Swedish and English; a network's own name in others falls back to the reader's fonts. */
export function readWebFonts(): readonly WebFont[] {
  const read = (file: string): Uint8Array => readFileSync(require.resolve(`@fontsource-variable/${file}`))
  return [
    { family: 'Source Serif 4', style: 'normal', bytes: read('source-serif-4/files/source-serif-4-latin-wght-normal.woff2') },
    { family: 'Source Serif 4', style: 'italic', bytes: read('source-serif-4/files/source-serif-4-latin-wght-italic.woff2') },
    { family: 'Source Sans 3', style: 'normal', bytes: read('source-sans-3/files/source-sans-3-latin-wght-normal.woff2') },
  ]
}
