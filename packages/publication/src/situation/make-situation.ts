// One language of a situation report, for one audience: a page, a tagged PDF, and its data with the screens for a wall.
import type { Digest, CompilePdf } from '../ports.ts'
import { renderHtml, type Way } from '../html/render-html.ts'
import { pageStyle } from '../html/page-style.ts'
import { base64, type WebFont } from '../html/web-font.ts'
import { renderTypst } from '../typst/render-typst.ts'
import type { Words } from '../words/words.ts'
import { situationData } from './situation-data.ts'
import { situationDocument } from './situation-document.ts'
import { sceneOf } from './situation-scene.ts'
import type { SituationInput } from './situation.ts'

export type SituationTools = { readonly compilePdf: CompilePdf; readonly digest: Digest; readonly fonts: readonly WebFont[] }

/** By path within the language's folder: index.html, report.pdf, report.json. */
export async function makeSituation(input: SituationInput, { compilePdf, digest, fonts }: SituationTools): Promise<ReadonlyMap<string, Uint8Array>> {
  const document = situationDocument(input)
  const { words } = sceneOf(input)
  const encoder = new TextEncoder()
  const style = pageStyle(fonts, document.marks.map(({ text }) => text))
  const styleHash = base64(bytesOfHex(await digest(encoder.encode(style))))
  const { source, assets } = renderTypst(document, words)
  const createdAt = Date.parse(`${input.context.today}T00:00:00Z`) / 1000
  return new Map([
    ['index.html', encoder.encode(renderHtml({ document, ways: waysOf(words), words, style, styleHash }))],
    ['report.pdf', await compilePdf(source, assets, createdAt, 'ua-1')],
    ['report.json', encoder.encode(`${JSON.stringify(situationData(input), null, 1)}\n`)],
  ])
}

function waysOf({ language, page }: Words): readonly Way[] {
  const other = language === 'sv' ? 'en' : 'sv'
  return [{ href: 'report.pdf', label: page.pdf }, { href: 'report.json', label: page.openData }, { href: `../${other}/index.html`, label: page.otherLanguage, language: other }]
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
