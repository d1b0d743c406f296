// The blocks of the document tree as paragraphs, tables and pictures of a DOCX.
import { Bookmark, type FileChild, HeadingLevel, ImageRun, Paragraph, TextRun } from 'docx'
import type { Block, Chart, Highlights } from '../document/document.ts'
import type { DrawPng } from '../ports.ts'
import type { Words } from '../words/words.ts'
import { type DocxFootnotes, docxInline } from './docx-inline.ts'
import { listReferences } from './docx-styles.ts'
import { docxCaption, docxPairs, docxTable, type Numbers } from './docx-table.ts'

export type DocxMeans = {
  readonly words: Words
  readonly footnotes: DocxFootnotes
  readonly numbers: Numbers
  /** By the chart's id. */
  readonly pictures: ReadonlyMap<string, Awaited<ReturnType<DrawPng>>>
}

/** Units of a picture's size between the margins. */
const pictureWidth = 604

export function docxBlock(block: Block, means: DocxMeans): readonly FileChild[] {
  const { words, footnotes, numbers } = means
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ heading, children: [new Bookmark({ id: block.id, children: docxInline(block.children, footnotes) })] })]
    }
    case 'paragraph':
      return [new Paragraph({ children: docxInline(block.children, footnotes) })]
    case 'list': {
      const reference = block.ordered ? listReferences.ordered : listReferences.bullet
      return block.items.map((item) => new Paragraph({ style: 'ListParagraph', numbering: { reference, level: 0 }, children: docxInline(item, footnotes) }))
    }
    case 'note':
      return block.children.map(({ children }) => new Paragraph({ style: 'Note', children: docxInline(children, footnotes) }))
    case 'table':
      return docxTable(block, words, numbers)
    case 'chart':
      return chart(block, means)
    case 'highlights':
      return block.items.map((item) => keyFigure(item, footnotes))
    case 'key':
      return [
        new Paragraph({ keepNext: true, style: 'Fact', children: [new TextRun({ text: block.title, bold: true })] }),
        ...block.entries.map(({ text, meaning }) => new Paragraph({ style: 'Fact', children: [new TextRun({ text, bold: true }), new TextRun(` – ${meaning}`)] })),
      ]
    case 'downloads':
      return [
        docxCaption(words.page.table, numbers, words.page.openData),
        docxPairs([words.page.file, words.page.content], block.items.map(({ label, files }) => [files.map(({ path }, index) => (index === 0 ? (path.split('/').at(-1) ?? path) : `.${path.split('.').at(-1)}`)).join(', '), label])),
      ]
  }
}

function chart({ id, title, subtitle, alt, source, table }: Chart, { words, pictures, numbers }: DocxMeans): readonly FileChild[] {
  const picture = pictures.get(id)
  if (!picture) throw new Error(`docx: the chart ${id} has no picture`)
  const transformation = { width: pictureWidth, height: Math.round((picture.height * pictureWidth) / picture.width) }
  return [
    docxCaption(words.page.figure, numbers, title),
    new Paragraph({ style: 'ChartNote', text: subtitle }),
    new Paragraph({ style: 'Picture', children: [new ImageRun({ type: 'png', data: picture.bytes, transformation, altText: { name: id, description: alt, title } })] }),
    new Paragraph({ style: 'TableNote', text: source }),
    ...docxTable(table, words, numbers),
  ]
}

function keyFigure({ label, value, remarks }: Highlights['items'][number], footnotes: DocxFootnotes): Paragraph {
  return new Paragraph({
    style: 'KeyFigure',
    children: [
      ...docxInline(value, footnotes, { style: 'KeyValue' }),
      new TextRun({ text: `  ${label}` }),
      ...remarks.map((remark) => new TextRun({ text: remark, break: 1 })),
    ],
  })
}
