// The copies for an archive and for an office: what PDF/A-2a and OOXML ask that can be read from the bytes.
import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { editionDocument, type EditionFiles } from '../../packages/publication/src/index.ts'
import { editionInput, sampleTables } from '../../packages/publication/test/support/sample-edition.ts'
import { parseDocx } from './support/parse-docx.ts'
import { readPdf } from './support/pdf.ts'
import { render } from './support/render.ts'

const tables = await sampleTables()
const languages = ['sv', 'en'] as const
const made = new Map<string, EditionFiles>()
beforeAll(async () => {
  for (const language of languages) made.set(language, await render(editionInput(tables, language)))
})

describe.each(languages)('the PDF for the archive, in %s', (language) => {
  test('says in its metadata that it is PDF/A-2, level A, and agrees with itself about title, language and day', async () => {
    const pdf = await readPdf(made.get(language)!.get('report-archive.pdf')!)
    expect(pdf.xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(pdf.xmp).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(pdf.xmp).toContain(pdf.title!)
    expect(pdf.xmp).toMatch(/<xmp:CreateDate>2020-03-02T00:00:00/)
    expect(pdf.marked).toBe(true)
    expect(pdf.language).toBe(language)
  })

  test('carries what it needs: an output intent with its profile, every typeface, an id; and nothing that PDF/A forbids', () => {
    const bytes = made.get(language)!.get('report-archive.pdf')!
    // Its dictionaries are not packed into streams.
    const file = Buffer.from(bytes).toString('latin1')
    expect(Buffer.from(bytes).subarray(0, 8).toString()).toBe('%PDF-1.7')
    const holds = (pattern: RegExp): boolean => pattern.test(file)
    expect(holds(/\/OutputIntents\s/)).toBe(true)
    expect(holds(/\/S\s*\/GTS_PDFA1/)).toBe(true)
    expect(holds(/\/DestOutputProfile\s+\d+ 0 R/)).toBe(true)
    expect(holds(/\/ID\s*\[/)).toBe(true)
    const fonts = [...file.matchAll(/\/Type\s*\/FontDescriptor[\s\S]*?(?:endobj|>>)/g)].map(([one]) => one)
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) expect(font).toMatch(/\/FontFile[23]?\s+\d+ 0 R/)
    for (const forbidden of ['/Encrypt', '/JavaScript', '/JS ', '/Launch', '/EmbeddedFile', '/RichMedia', '/Movie', '/Sound', '/AcroForm', '/LZWDecode']) expect(file.includes(forbidden), forbidden).toBe(false)
  })

  test('has the structure of the PDF to be read: the same roles in the same order, the same alternative texts', async () => {
    const [read, kept] = await Promise.all(['report.pdf', 'report-archive.pdf'].map((path) => readPdf(made.get(language)!.get(path)!)))
    expect(kept!.roles).toEqual(read!.roles)
    expect(kept!.lines).toEqual(read!.lines)
    expect(read!.xmp).not.toContain('pdfaid')
  })
})

describe.each(languages)('the DOCX in %s', (language) => {
  const docx = (): ReturnType<typeof parseDocx> => parseDocx(made.get(language)!.get('report.docx')!, language === 'sv' ? 'Öppna data' : 'Open data')
  const named = (path: string, name: string): readonly Element[] => [...docx().xml.get(path)!.getElementsByTagName(name)]

  test('every relationship leads to a part or an address, every part has a type, and no id stands twice', () => {
    const parts = unzipSync(made.get(language)!.get('report.docx')!)
    const types = new TextDecoder().decode(parts['[Content_Types].xml'])
    for (const path of Object.keys(parts)) {
      if (path === '[Content_Types].xml') continue
      expect(types.includes(`PartName="/${path}"`) || types.includes(`Extension="${path.split('.').at(-1)}"`), path).toBe(true)
      if (!path.endsWith('.rels')) continue
      const from = path.replace(/_rels\/[^/]*$/, '')
      for (const [, target] of new TextDecoder().decode(parts[path]).matchAll(/Target="([^"]*)"(?![^>]*TargetMode="External")/g)) expect(parts, path).toHaveProperty([target!.startsWith('/') ? target!.slice(1) : from + target!])
    }
    const document = new TextDecoder().decode(parts['word/document.xml'])
    const relations = new TextDecoder().decode(parts['word/_rels/document.xml.rels'])
    for (const [, id] of document.matchAll(/r:(?:id|embed)="([^"]*)"/g)) expect(relations).toContain(`Id="${id}"`)
    for (const pattern of [/<w:bookmarkStart[^>]*w:id="(\d+)"/g, /<w:bookmarkStart[^>]*w:name="([^"]+)"/g, /<wp:docPr id="(\d+)"/g]) {
      const ids = [...document.matchAll(pattern)].map(([, id]) => id)
      expect(ids.length).toBeGreaterThan(0)
      expect(new Set(ids).size).toBe(ids.length)
    }
    for (const [, anchor] of document.matchAll(/w:anchor="([^"]+)"/g)) expect(document).toContain(`w:name="${anchor}"`)
  })

  test('every part is well-formed XML, by another parser', () => {
    for (const [path, bytes] of Object.entries(unzipSync(made.get(language)!.get('report.docx')!))) {
      if (!/\.(?:xml|rels)$/.test(path)) continue
      const open: string[] = []
      for (const [, closing, name, self] of new TextDecoder().decode(bytes).replace(/<\?[^>]*\?>/g, '').matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
        if (self === '/') continue
        if (closing === '/') expect(open.pop(), path).toBe(name)
        else open.push(name!)
      }
      expect(open, path).toEqual([])
    }
  })

  test('has real headings, captions with their numbers, tables with a heading row, lists, styles that exist, its language, and pictures that are described', () => {
    const document = editionDocument(editionInput(tables, language))
    const styles = new Set(named('word/styles.xml', 'w:style').map((one) => one.getAttribute('w:styleId')))
    const used = named('word/document.xml', 'w:pStyle').map((one) => one.getAttribute('w:val')!)
    expect([...new Set(used)].filter((style) => !styles.has(style))).toEqual([])
    const count = (style: string): number => used.filter((one) => one === style).length
    expect(count('Title')).toBe(1)
    expect(count('Heading1')).toBe(document.blocks.filter((block) => block.kind === 'heading' && block.level === 2).length)
    expect(count('Heading2')).toBe(document.blocks.filter((block) => block.kind === 'heading' && block.level === 3).length)
    const [tablesPrinted, charts] = [document.blocks.filter(({ kind }) => kind === 'table' || kind === 'chart' || kind === 'downloads'), document.blocks.filter((block) => block.kind === 'chart')]
    expect(named('word/document.xml', 'w:tbl').length).toBe(tablesPrinted.length)
    for (const table of named('word/document.xml', 'w:tbl')) {
      const [head, ...rows] = [...table.getElementsByTagName('w:tr')]
      expect(head!.getElementsByTagName('w:tblHeader').length).toBe(1)
      for (const row of rows) expect(row.getElementsByTagName('w:tblHeader').length).toBe(0)
      // Cells and what they span make up the grid.
      const columns = table.getElementsByTagName('w:gridCol').length
      for (const row of [head!, ...rows]) expect([...row.getElementsByTagName('w:tc')].reduce((sum, cell) => sum + Number(cell.getElementsByTagName('w:gridSpan')[0]?.getAttribute('w:val') ?? 1), 0)).toBe(columns)
    }
    expect(count('Caption')).toBe(tablesPrinted.length + charts.length)
    expect(docx().alts).toEqual(charts.map(({ alt }) => alt))
    expect(named('word/document.xml', 'w:numPr').length).toBe(document.blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.items.length : 0), 0))
    expect(named('word/styles.xml', 'w:lang')[0]!.getAttribute('w:val')).toBe(language === 'sv' ? 'sv-SE' : 'en-GB')
    expect(named('docProps/core.xml', 'dc:language')[0]!.textContent).toBe(language)
    expect(named('docProps/core.xml', 'dc:title')[0]!.textContent).toBe(document.title)
    expect(named('docProps/core.xml', 'dcterms:created')[0]!.textContent).toBe('2020-03-02T00:00:00Z')
    expect(named('word/footer1.xml', 'w:instrText').map((one) => one.textContent).join()).toContain('PAGE')
  })

  test('says on every page that it is a draft, and not once it is approved', async () => {
    const mark = language === 'sv' ? 'Utkast – inte godkänd för publicering' : 'Draft – not approved for publication'
    expect(docx().meta).toContain(mark)
    const approved = (await render(editionInput(tables, language, { draft: false }))).get('report.docx')!
    for (const [path, bytes] of Object.entries(unzipSync(approved))) expect(new TextDecoder().decode(bytes), path).not.toContain(mark)
  })
})

test('a chart’s file is whole: title, measure, source and mark, its typeface, no address outside', () => {
  const document = editionDocument(editionInput(tables, 'en'))
  for (const chart of document.blocks.filter((block) => block.kind === 'chart')) {
    const svg = new TextDecoder().decode(made.get('en')!.get(`charts/${chart.id}.svg`))
    const words = [...parseHTML(svg).document.querySelectorAll('text')].map((one) => one.textContent).join(' ')
    for (const said of [chart.title, chart.source, 'Draft – not approved for publication']) expect(words.replace(/\s+/g, ' ')).toContain(said)
    expect(svg).toContain('font-face')
    expect(svg.match(/https?:\/\/(?!www\.w3\.org)/g)).toBeNull()
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 680 [\d.]+"/)
  }
})
