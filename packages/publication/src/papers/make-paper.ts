// A text that counts nothing, to its files: a page, a tagged PDF, a Word document and Markdown.
import type { PublicationDocument } from '../document/document.ts'
import { renderDocx } from '../docx/render-docx.ts'
import { pageStyle } from '../html/page-style.ts'
import { renderHtml, type Way } from '../html/render-html.ts'
import { base64 } from '../html/web-font.ts'
import type { EditionTools } from '../make-edition.ts'
import { renderTypst } from '../typst/render-typst.ts'
import { wordsIn } from '../words/words-in.ts'
import { renderMarkdown } from './render-markdown.ts'

export type Paper = {
  readonly document: PublicationDocument
  /** From the front of its page. */
  readonly ways: readonly Way[]
  /** The day that stands in the files, at midnight UTC. */
  readonly createdAt: Date
}

export async function paperPage({ document, ways }: Pick<Paper, 'document' | 'ways'>, { digest, fonts }: Pick<EditionTools, 'digest' | 'fonts'>): Promise<Uint8Array> {
  const style = pageStyle(fonts, document.marks.map(({ text }) => text), document.sheet === 'poster')
  const hash = (await digest(encode(style))).match(/../g) ?? []
  return encode(renderHtml({ document, ways, words: wordsIn[document.language], style, styleHash: base64(Uint8Array.from(hash, (pair) => Number.parseInt(pair, 16))) }))
}

/** PDF/UA-1. */
export function paperPdf({ document, createdAt }: Omit<Paper, 'ways'>, { compilePdf }: Pick<EditionTools, 'compilePdf'>): Promise<Uint8Array> {
  const { source, assets } = renderTypst(document, wordsIn[document.language])
  return compilePdf(source, assets, createdAt.getTime() / 1000, 'ua-1')
}

export function paperDocx({ document, createdAt }: Omit<Paper, 'ways'>, { drawPng }: Pick<EditionTools, 'drawPng'>): Promise<Uint8Array> {
  return renderDocx(document, wordsIn[document.language], { drawPng, createdAt })
}

export function paperMarkdown({ document }: Pick<Paper, 'document'>): Uint8Array {
  return encode(renderMarkdown(document))
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
