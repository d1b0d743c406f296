// Running text as DOCX runs; footnotes are collected and become the word processor's own.
import { ExternalHyperlink, FootnoteReferenceRun, InternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Inline } from '../document/inline.ts'

/** Notes by their number, in the order of their marks. */
export type DocxFootnotes = Record<string, { readonly children: readonly Paragraph[] }>

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly style?: string }

export function docxInline(inlines: readonly Inline[], footnotes: DocxFootnotes, look: Look = {}): readonly ParagraphChild[] {
  return inlines.flatMap((inline): readonly ParagraphChild[] => {
    switch (inline.kind) {
      case 'text':
        return [new TextRun({ text: inline.text, ...look })]
      case 'figure':
        return [new TextRun({ style: 'BoundFigure', text: inline.text, ...look })]
      case 'strong':
        return docxInline(inline.children, footnotes, { ...look, bold: true })
      case 'emphasis':
        return docxInline(inline.children, footnotes, { ...look, italics: true })
      case 'link': {
        const children = docxInline(inline.children, footnotes, { ...look, style: 'Hyperlink' })
        if (inline.href.startsWith('#')) return [new InternalHyperlink({ anchor: inline.href.slice(1), children })]
        return [new ExternalHyperlink({ link: inline.href, children })]
      }
      case 'footnote': {
        const number = Object.keys(footnotes).length + 1
        footnotes[String(number)] = { children: [new Paragraph({ style: 'FootnoteText', children: docxInline(inline.children, {}) })] }
        return [new FootnoteReferenceRun(number)]
      }
    }
  })
}
