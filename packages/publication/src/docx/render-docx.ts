// A publication as DOCX, for an office that goes on working with the text: made from the document tree alone, the same bytes every time.
import { BorderStyle, Document, Footer, Header, InternalHyperlink, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Heading, PublicationDocument } from '../document/document.ts'
import { textOf } from '../document/inline.ts'
import type { DrawPng } from '../ports.ts'
import type { Words } from '../words/words.ts'
import { type DocxMeans, docxBlock } from './docx-blocks.ts'
import type { DocxFootnotes } from './docx-inline.ts'
import { docxNumbering, docxStyles, hairline } from './docx-styles.ts'
import { settleDocx } from './settle-docx.ts'

/** `createdAt`: the day that stands in the document, at midnight UTC. */
export async function renderDocx(document: PublicationDocument, words: Words, { drawPng, createdAt }: { readonly drawPng: DrawPng; readonly createdAt: Date }): Promise<Uint8Array> {
  const charts = document.blocks.filter((block) => block.kind === 'chart')
  const pictures = new Map<string, Awaited<ReturnType<DrawPng>>>()
  // The library packs everything, and it is packed anew afterwards: a line stands in for each picture until then.
  const drawn = new Map<string, Uint8Array>()
  for (const { id, wide } of charts) {
    const picture = await drawPng(wide)
    drawn.set(standIn(id), picture.bytes)
    pictures.set(id, { ...picture, bytes: new TextEncoder().encode(standIn(id)) })
  }
  const footnotes: DocxFootnotes = {}
  const met = new Map<string, number>()
  const numbers = (kind: string): number => {
    met.set(kind, (met.get(kind) ?? 0) + 1)
    return met.get(kind)!
  }
  const means: DocxMeans = { words, footnotes, pictures, numbers }
  const body = document.blocks.flatMap((block) => docxBlock(block, means))
  const file = new Document({
    title: document.title,
    subject: document.subtitle,
    creator: document.publisher,
    lastModifiedBy: document.publisher,
    styles: docxStyles(document.language),
    numbering: docxNumbering,
    footnotes,
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1700, bottom: 1360, left: 1418, right: 1418, header: 560, footer: 560 } } },
      headers: { default: headerOf(document) },
      footers: { default: footerOf(words) },
      children: [...frontOf(document, words), ...body],
    }],
  })
  const packed = await Packer.pack(file, 'uint8array')
  return settleDocx(packed, { language: document.language, createdAt, drawn })
}

const standIn = (id: string): string => `picture ${id}`

/** Every page says that it is a draft, or an example. */
function headerOf({ marks, title, publisher }: PublicationDocument): Header {
  const running = new Paragraph({ style: 'Running', text: `${title} · ${publisher}` })
  return new Header({ children: [...marks.map(({ text }) => new Paragraph({ style: 'Mark', text })), running] })
}

function footerOf(words: Words): Footer {
  return new Footer({ children: [new Paragraph({ style: 'Running', alignment: 'right', children: [new TextRun({ children: [`${words.page.page} `, PageNumber.CURRENT] })] })] })
}

function frontOf({ title, subtitle, publisher, facts, blocks, notice, sheet }: PublicationDocument, words: Words): readonly Paragraph[] {
  const chapters = blocks.filter((block): block is Heading => block.kind === 'heading' && block.level === 2)
  const entry = ({ id, children }: Heading): Paragraph => new Paragraph({
    style: 'Contents', children: [new InternalHyperlink({ anchor: id, children: [new TextRun({ text: textOf(children), style: 'Hyperlink' })] })],
  })
  return [
    new Paragraph({ style: 'Title', text: title }),
    new Paragraph({ style: 'Subtitle', text: subtitle }),
    new Paragraph({ style: 'Publisher', text: publisher }),
    ...facts.map(({ name, value }) => new Paragraph({ style: 'Fact', children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(value)] })),
    new Paragraph({ style: 'Fact', text: notice ?? words.notice, border: { top: { style: BorderStyle.SINGLE, size: 4, color: hairline, space: 6 } }, spacing: { before: 240 } }),
    ...(sheet ? [] : [new Paragraph({ style: 'ContentsTitle', text: words.page.contents }), ...chapters.map(entry)]),
  ]
}
