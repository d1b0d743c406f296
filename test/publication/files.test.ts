// The files of an edition: a tagged PDF, a page that needs nothing from outside, texts that stay texts, and the same bytes every time.
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../packages/publication/src/document/inline.ts'
import { editionDocument, makeManifest } from '../../packages/publication/src/index.ts'
import type { EditionFiles } from '../../packages/publication/src/index.ts'
import { contextOf } from '../../packages/publication/test/support/protected.ts'
import { editionInput, sampleTables } from '../../packages/publication/test/support/sample-edition.ts'
import { parsePdf } from './support/parse-pdf.ts'
import { type Pdf, readPdf } from './support/pdf.ts'
import { render, text, tools } from './support/render.ts'

const tables = await sampleTables()
const languages = ['sv', 'en'] as const
const made = new Map<string, { readonly files: EditionFiles; readonly pdf: Pdf }>()
beforeAll(async () => {
  for (const language of languages) {
    const files = await render(editionInput(tables, language))
    made.set(language, { files, pdf: await readPdf(files.get('report.pdf')!) })
  }
})

describe.each(languages)('the PDF in %s', (language) => {
  test('says that it is PDF/UA, in which language, and what it is called', () => {
    const { pdf } = made.get(language)!
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.xmp).toContain(`<rdf:li>${language}</rdf:li>`)
    expect(pdf.marked).toBe(true)
    expect(pdf.language).toBe(language)
    expect(pdf.title).toBe(language === 'sv' ? 'Årsrapport 2019' : 'Annual report 2019')
  })

  test('every picture has its alternative text, every table its caption and heads, headings go down by one', () => {
    const { pdf } = made.get(language)!
    const document = editionDocument(editionInput(tables, language))
    const charts = document.blocks.filter((block) => block.kind === 'chart')
    expect(charts).toHaveLength(6)
    expect(pdf.roles.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual(charts.map(({ alt }) => alt))
    const count = (role: string): number => pdf.roles.filter((one) => one.role === role).length
    const printed = document.blocks.filter(({ kind }) => kind === 'table' || kind === 'chart' || kind === 'downloads').length
    // A table that runs over a page is met once on each.
    expect(count('Table')).toBeGreaterThanOrEqual(printed)
    expect(count('Caption')).toBe(count('Table'))
    expect(count('THead')).toBeGreaterThanOrEqual(count('Table'))
    const levels = pdf.roles.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role[1])] : []))
    expect(levels.filter((level) => level === 1)).toHaveLength(document.blocks.filter((block) => block.kind === 'heading' && block.level === 2).length + 1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    expect(count('P')).toBeGreaterThan(60)
  })

  test('its prose is the page’s, word for word', async () => {
    // By the structure tree: no running head stands between two lines of a paragraph.
    const { prose } = await parsePdf(made.get(language)!.files.get('report.pdf')!, '')
    const squeezed = prose.join('').replace(/[\s\u00ad\u2060-]/g, '')
    for (const block of editionDocument(editionInput(tables, language)).blocks) {
      if (block.kind !== 'paragraph') continue
      const text = textOf(block.children)
      expect(squeezed.includes(text.replace(/[\s\u00ad\u2060-]/g, '')), text).toBe(true)
    }
  })

  test('digits are digits: no joiner or other unseen character before them', () => {
    expect(made.get(language)!.pdf.lines.join('\n')).not.toMatch(/[\u2060\ufeff\u200b-\u200f]/)
  })

  test('draft stands on every page, and every number of the PDF is one of the page’s', () => {
    const { pdf, files } = made.get(language)!
    const draft = pdf.lines.filter((line) => line.includes(language === 'sv' ? 'Utkast – inte godkänd' : 'Draft – not approved'))
    expect(draft).toHaveLength(pdf.pages)
    const page = parseHTML(text(files, 'index.html')).document
    for (const element of page.querySelectorAll('style, svg text')) element.remove()
    const known = new Set(page.documentElement.innerHTML.replace(/<[^>]*>/g, ' ').match(/\d+/g))
    const numbered = Math.max(pdf.pages, pdf.roles.filter(({ role }) => role === 'Table').length)
    const strange = [...new Set(pdf.lines.join('\n').match(/\d+/g))].filter((number) => !known.has(number) && Number(number) > numbered)
    expect(strange).toEqual([])
  })
})

describe.each(languages)('the page in %s', (language) => {
  const page = (): Document => parseHTML(text(made.get(language)!.files, 'index.html')).document

  test('asks for nothing from outside and runs nothing', () => {
    const html = text(made.get(language)!.files, 'index.html')
    const document = page()
    expect(document.querySelectorAll('script, iframe, object, embed, form, link, base, img, video, audio')).toHaveLength(0)
    expect([...document.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes].filter(({ name }) => /^on|^style$/.test(name)))).toEqual([])
    expect(html.match(/https?:\/\/(?!www\.w3\.org\/2000\/svg)[^\s"'<)]*/g) ?? []).toEqual([])
    expect([...html.matchAll(/url\((?<at>[^)]{0,30})/g)].filter(({ groups }) => !/^(?:data:|#hatch)/.test(groups!['at']!))).toEqual([])
    expect(document.querySelector('meta[http-equiv]')!.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  })

  test('is well-made: language, one h1, headings in order, ids once, links that lead somewhere', () => {
    const document = page()
    expect(document.documentElement.getAttribute('lang')).toBe(language)
    expect(document.querySelectorAll('h1, main, title')).toHaveLength(3)
    const levels = [...document.querySelectorAll('h1,h2,h3')].map(({ tagName }) => Number(tagName[1]))
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const link of document.querySelectorAll('a[href^="#"]')) expect(ids).toContain(link.getAttribute('href')!.slice(1))
    const { files } = made.get(language)!
    for (const link of document.querySelectorAll('a[download]')) expect(files.has(link.getAttribute('href')!), link.getAttribute('href')!).toBe(true)
    for (const table of document.querySelectorAll('table')) {
      expect(table.querySelector('caption')!.textContent).not.toBe('')
      expect(table.querySelectorAll('tbody tr > th[scope=row]')).toHaveLength(table.querySelectorAll('tbody tr').length)
    }
    expect(document.title).toContain(language === 'sv' ? 'Utkast' : 'Draft')
    expect(document.querySelectorAll('.mark.draft')).toHaveLength(1)
  })

  test('a table of the same values stands beside every picture', () => {
    for (const figure of page().querySelectorAll('figure.chart')) {
      expect(figure.querySelectorAll('svg[role=img]')).toHaveLength(2)
      expect(figure.querySelectorAll('details table')).toHaveLength(1)
    }
  })
})

test('a sample network’s edition says on every page and in every file that it is invented', async () => {
  const network = { ...contextOf().network, sample: true }
  const files = await render(editionInput(tables, 'sv', { network }))
  const pdf = await readPdf(files.get('report.pdf')!)
  expect(pdf.lines.filter((line) => line.includes('Påhittade uppgifter'))).toHaveLength(pdf.pages)
  expect(text(files, 'index.html')).toContain('Påhittade uppgifter')
  for (const [path, bytes] of files) {
    if (path.endsWith('.json')) expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ extension: { sample: true, draft: true } })
  }
})

test('what a network is called reaches PDF and page as text, whatever it looks like', async () => {
  const name = `#[x] <script>alert(1)</script> "$" #panic("y") *z* \\ & é`
  const input = editionInput(tables, 'en', { network: { ...contextOf().network, name, municipality: `#let <b> $x$` } })
  const label = (dimension: Parameters<typeof input.label>[0], code: string): string | undefined => (code === 'business' ? `<i>#[Firma]</i> $1 "a"` : input.label(dimension, code))
  const files = await render({ ...input, label })
  const html = text(files, 'index.html')
  expect(html).not.toMatch(/<script|<b>|<i>/)
  expect(parseHTML(html).document.querySelector('.publisher')!.textContent).toBe(name)
  expect(parseHTML(html).document.querySelector('#table-sector')!.textContent).toContain(`<i>#[Firma]</i> $1 "a"`)
  const pdf = (await readPdf(files.get('report.pdf')!)).lines.join('').replace(/\s/g, '')
  expect(pdf).toContain(name.replace(/\s/g, ''))
  expect(pdf).toContain('#let<b>$x$')
  expect(pdf).toContain('<i>#[Firma]</i>$1"a"')
  expect(JSON.parse(text(files, 'tables/sector.json'))).toMatchObject({ source: expect.stringContaining(name) as string })
})

test('the same input gives the same bytes; another day only another date', async () => {
  const [first, second] = [made.get('sv')!.files, await render(editionInput(tables, 'sv'))]
  for (const [path, bytes] of first) expect(Buffer.from(bytes).equals(second.get(path)!), path).toBe(true)
  const later = await render(editionInput(tables, 'sv', { today: '2020-03-03' }))
  for (const [path, bytes] of first) if (path.startsWith('tables/')) expect(Buffer.from(bytes).equals(later.get(path)!), path).toBe(true)
  expect(text(later, 'index.html').replace('3 mars 2020', '2 mars 2020')).toBe(text(first, 'index.html'))
})

test('the manifest lists every file with its true hash, every table with its figures, every sign in both languages', async () => {
  const files = new Map(languages.flatMap((language) => [...made.get(language)!.files].map(([path, bytes]): [string, Uint8Array] => [`${language}/${path}`, bytes])))
  const manifest = await makeManifest({ context: contextOf(), tables, files }, tools.digest)
  expect(manifest.files.map(({ path }) => path)).toEqual([...files.keys()].toSorted())
  for (const { path, sha256, bytes } of manifest.files) {
    expect(sha256).toBe(await tools.digest(files.get(path)!))
    expect(bytes).toBe(files.get(path)!.length)
  }
  expect(manifest).toMatchObject({
    draft: true, year: 2019, period: { from: '2017-11-01', to: '2019-12-31' }, asOf: { time: expect.any(String), head: expect.stringMatching(/^[0-9a-f]{64}$/) }, policy: 'default-public-1', program: { name: 'Lykta', version: '0.1.0' },
  })
  expect(manifest.tables.flatMap(({ figures }) => figures.map(({ id }) => id)).toSorted()).toEqual(tables.map(({ id }) => id).toSorted())
  expect(manifest.tables.map(({ id }) => id)).toEqual(expect.arrayContaining(['incidents', 'persons', 'indicators', 'sex', 'months']))
  for (const { id } of manifest.tables) for (const ending of ['csv', 'json']) expect(files.has(`en/tables/${id}.${ending}`)).toBe(true)
  expect(manifest.columns.map(({ en }) => en)).toEqual(text(made.get('en')!.files, 'tables/persons.csv').replace('\ufeff', '').split('\r\n')[0]!.split(','))
  expect(JSON.stringify(manifest)).not.toContain('protocol')
})
