// Every format of an edition read back: it holds exactly what its protected tables hold, and a number planted anywhere is found.
import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type ProtectedCell, type ProtectedTable, readProtected, type TableBody } from '@lykta/disclosure'
import { beforeAll, describe, expect, test } from 'vitest'
import { tableText } from '../../packages/disclosure/src/make-protected.ts'
import type { PublicationDocument } from '../../packages/publication/src/document/document.ts'
import { editionDocument, type EditionFiles } from '../../packages/publication/src/index.ts'
import { renderTypst } from '../../packages/publication/src/typst/render-typst.ts'
import { wordsIn } from '../../packages/publication/src/words/words-in.ts'
import { editionInput, sampleTables } from '../../packages/publication/test/support/sample-edition.ts'
import { changedRows } from './support/expected.ts'
import { findLeaks } from './support/find-leaks.ts'
import { parseDocx } from './support/parse-docx.ts'
import { parseHtml } from './support/parse-html.ts'
import { parsePdf } from './support/parse-pdf.ts'
import { render, text, tools } from './support/render.ts'

const sha256 = (body: string): string => createHash('sha256').update(body).digest('hex')
const tables = await sampleTables()
const languages = ['sv', 'en'] as const
const inputs = { sv: editionInput(tables, 'sv'), en: editionInput(tables, 'en') }
const made = new Map<string, EditionFiles>()
beforeAll(async () => {
  for (const language of languages) made.set(language, await render(inputs[language]))
})

test.each(languages)('the report, both PDFs, the DOCX, the pictures and the data hold exactly the protected values (%s)', async (language) => {
  expect(await findLeaks(inputs[language], made.get(language)!)).toEqual([])
})

test('it was read: tables, cells, pictures and text of every format', async () => {
  const files = made.get('en')!
  const html = parseHtml(text(files, 'index.html'))
  for (const parsed of [html, parseDocx(files.get('report.docx')!, 'Open data'), await parsePdf(files.get('report.pdf')!, 'Open data'), await parsePdf(files.get('report-archive.pdf')!, 'Open data')]) {
    expect(parsed.grids.length).toBe(12)
    expect(parsed.grids.flatMap(({ rows }) => rows.flat()).length).toBeGreaterThan(150)
    expect(new Set(parsed.alts).size).toBe(6)
    expect(parsed.prose.join(' ').length).toBeGreaterThan(7000)
  }
  expect(html.figures.length).toBeGreaterThan(40)
  expect(html.grids.flatMap(({ rows }) => rows.flat()).filter((cell) => cell === '×').length).toBeGreaterThan(2)
})

/** The sample's tables as an older edition might have printed them: some counts smaller, one kept back, one shown that is kept back now. */
async function olderTables(): Promise<readonly ProtectedTable[]> {
  const bodies = structuredClone(tables) as unknown as { id: string; digest?: string; base: ProtectedCell[]; rows: { cells: ProtectedCell[] }[] }[]
  for (const { id, base, rows } of bodies) {
    if (id === 'incidents') base.splice(-1, 1, { state: 'shown', count: 24, atLeast: false })
    if (id === 'persons') base.splice(-1, 1, { state: 'hidden' })
    if (id === 'exploitation') for (const { cells } of rows) if (cells[0]?.state === 'hidden') cells.splice(0, 1, { state: 'shown', count: 17, atLeast: false })
  }
  const made = bodies.map((body) => {
    const { digest: _, ...rest } = body
    return { ...rest, digest: sha256(tableText(rest as unknown as TableBody)) }
  })
  return Promise.all(made.map((table) => readProtected(table, made, sha256)))
}

describe('an edition that replaces another', () => {
  const changed = 'Rapporter som kom in för sent räknas nu med.'
  test('says what changed, before and after, in the page, both PDFs and the DOCX, and holds nothing else of the older one', async () => {
    const revised = { ...inputs.sv, replaces: { changed, before: await olderTables() } }
    expect(changedRows(revised)).toContainEqual(['Dokumenterade incidenter, 2019', '24', '30'])
    expect(changedRows(revised).map((row) => row.slice(1).includes('×')).filter(Boolean).length).toBeGreaterThan(1)
    const files = new Map(await render(revised))
    expect(await findLeaks(revised, files)).toEqual([])
    for (const parsed of [parseHtml(text(files, 'index.html')), parseDocx(files.get('report.docx')!, 'Öppna data'), await parsePdf(files.get('report.pdf')!, 'Öppna data'), await parsePdf(files.get('report-archive.pdf')!, 'Öppna data')]) {
      expect(parsed.prose.join(' ').replace(/\s+/g, ' ')).toContain(changed)
      expect(parsed.grids.filter(({ caption }) => caption === 'Uppgifter som har ändrats')).toHaveLength(1)
    }
    // A number that the older one did not print is found.
    files.set('index.html', strToU8(strFromU8(files.get('index.html')!).replace('>24<', '>23<')))
    expect((await findLeaks(revised, files)).join('\n')).toMatch(/^index\.html: /)
  })
})

/** The edition in Swedish with one file changed. */
async function leaksOf(path: string, change: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>): Promise<readonly string[]> {
  const files = new Map(made.get('sv'))
  const before = files.get(path)!
  const after = await change(before)
  expect(Buffer.from(after).equals(before), `${path} was not changed`).toBe(false)
  return findLeaks(inputs.sv, files.set(path, after))
}
const replaced = (from: string | RegExp, to: string) => (bytes: Uint8Array): Uint8Array => strToU8(strFromU8(bytes).replace(from, to))

describe('a planted number is found', () => {
  test.each<[what: string, path: string, from: string | RegExp, to: string]>([
    ['in a paragraph of the page', 'index.html', '</p>\n<p>', ' Av dem var 38 vuxna kvinnor.</p>\n<p>'],
    ['in a hidden cell of the page', 'index.html', /<span aria-hidden="true">×<\/span>/, '<span aria-hidden="true">2</span>'],
    ['in a shown cell of the page', 'index.html', '>minst 86<', '>minst 87<'],
    ['in a comment of the page', 'index.html', '</main>', '<!-- 38 --></main>'],
    ['in an attribute of the page', 'index.html', '<main ', '<main data-women="38" '],
    ['in a picture’s alternative text', 'index.html', / aria-label="Stapeldiagram\. 15/, ' aria-label="Stapeldiagram. 14'],
    ['drawn in a picture of the page', 'index.html', /<\/svg>/, '<text>38</text></svg>'],
    ['in the page’s description', 'index.html', 'name="description" content="', 'name="description" content="38 '],
    ['in a bound figure', 'index.html', 'data-binding="incidents.year">30<', 'data-binding="incidents.year">31<'],
    ['in a hidden cell of the CSV', 'tables/exploitation.csv', ',,hidden,', ',1,exact,'],
    ['in a line more of the CSV', 'tables/sex.csv', /\r\n$/, '\r\nsex,sex,person,man,Män,2017-2019,2017-01-01,2019-12-31,26,1,exact,,\r\n'],
    ['in a hidden value of the JSON-stat', 'tables/exploitation.json', /null/, '1'],
    ['in a hidden cell of the PC-Axis file', 'tables/exploitation.px', /"\."(?=[ ;\r])/, '1'],
    ['in a chart’s own file', 'charts/chart-months.svg', '</svg>', '<text>7</text></svg>'],
    ['in a comment of a chart’s file', 'charts/chart-months.svg', '</svg>', '<!-- 7 --></svg>'],
  ])('%s', async (_, path, from, to) => {
    expect((await leaksOf(path, replaced(from, to))).join('\n')).toMatch(new RegExp(`^(?:${path.startsWith('tables') ? path.split('.')[1] : path.replace('.', '\\.')}): `))
  })

  const repacked = (change: (parts: Record<string, Uint8Array>) => void) => (bytes: Uint8Array): Uint8Array => {
    const parts = unzipSync(bytes)
    change(parts)
    return zipSync(parts)
  }
  const inPart = (path: string, from: string | RegExp, to: string) => repacked((parts) => {
    parts[path] = strToU8(strFromU8(parts[path]!).replace(from, to))
  })
  const paragraph = (words: string, look = ''): string => `<w:p><w:r>${look}<w:t>${words}</w:t></w:r></w:p>`
  test.each<[what: string, change: (bytes: Uint8Array) => Uint8Array]>([
    ['in a paragraph of the DOCX', inPart('word/document.xml', /<w:sectPr>/, `${paragraph('38 kvinnor')}<w:sectPr>`)],
    ['in its hidden text', inPart('word/document.xml', /<w:sectPr>/, `${paragraph('38 kvinnor', '<w:rPr><w:vanish/></w:rPr>')}<w:sectPr>`)],
    ['in a hidden cell of it', inPart('word/document.xml', />×<\/w:t>/, '>2</w:t>')],
    ['in its properties', inPart('docProps/core.xml', '</cp:coreProperties>', '<dc:description>38 kvinnor</dc:description></cp:coreProperties>')],
    ['in a part of its own', repacked((parts) => { parts['customXml/item1.xml'] = strToU8('<women>38</women>') })],
    ['in the running head', inPart('word/header1.xml', '</w:hdr>', `${paragraph('38')}</w:hdr>`)],
    ['in a picture of it', repacked((parts) => { parts['word/media/image1.png'] = parts['word/media/image2.png']! })],
    ['in a picture’s description', inPart('word/document.xml', / descr="Stapeldiagram\. 15/, ' descr="Stapeldiagram. 14')],
  ])('%s', async (_, change) => {
    expect((await leaksOf('report.docx', change)).join('\n')).toMatch(/^report\.docx: /)
  })

  const words = wordsIn.sv
  const typeset = async (change: (document: PublicationDocument) => PublicationDocument, standard: 'ua-1' | 'a-2a'): Promise<Uint8Array> => {
    const { source, assets } = renderTypst(change(editionDocument(inputs.sv)), words)
    return tools.compilePdf(source, assets, 1_577_836_800, standard)
  }
  const changed = (kind: string, change: (block: never) => unknown) => (document: PublicationDocument): PublicationDocument => {
    const at = document.blocks.findIndex((block) => block.kind === kind)
    return { ...document, blocks: document.blocks.with(at, change(document.blocks[at] as never) as never) }
  }
  test.each<[what: string, change: (document: PublicationDocument) => PublicationDocument]>([
    ['in a paragraph of the PDF', changed('paragraph', (block: { children: readonly object[] }) => ({ ...block, children: [...block.children, { kind: 'text', text: ' 38 kvinnor.' }] }))],
    ['in a cell of a table of it', changed('table', (block: { rows: readonly { cells: readonly object[] }[] }) => ({
      ...block, rows: block.rows.map((row, index) => (index === 0 ? { ...row, cells: row.cells.map(() => ({ cell: { sign: 'number', count: 38, atLeast: false }, span: 1, remark: null })) } : row)),
    }))],
    ['in a picture of it', changed('chart', (block: { wide: string }) => ({ ...block, wide: block.wide.replace('</svg>', '<text x="40" y="40">38</text></svg>') }))],
    ['in a picture’s alternative text of it', changed('chart', (block: { alt: string }) => ({ ...block, alt: `${block.alt} 38.` }))],
    ['in its title', (document) => ({ ...document, title: `${document.title}, 38` })],
  ])('%s', async (_, change) => {
    expect((await leaksOf('report.pdf', () => typeset(change, 'ua-1'))).join('\n')).toMatch(/^report\.pdf: /)
    expect((await leaksOf('report-archive.pdf', () => typeset(change, 'a-2a'))).join('\n')).toMatch(/^report-archive\.pdf: /)
  })
})
