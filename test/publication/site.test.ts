// The network's site from its ledger: the reference network's 2019 edition parsed back, a revision beside it, what is under embargo nowhere,
// every link and checksum true, and pages that work in a browser from a disk.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, readdir, readlink, rm, writeFile, mkdir, lstat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { ProblemError } from '@lykta/incident'
import { appendDraft, appendLedgerEntry, foundNetwork, inNetwork, readLedger, write } from '@lykta/register'
import { deskOf, type Desk, importFiles, readImportFiles, renderProblem } from '@lykta/server'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeEdition } from '../../apps/server/src/work/edition.ts'
import { labelsOf, releasedEditions } from '../../apps/server/src/work/released-editions.ts'
import { publishSite } from '../../apps/server/src/work/publish-site.ts'
import { writeSite } from '../../apps/server/src/work/write-site.ts'
import { makeSite, type SiteEdition } from '../../packages/publication/src/index.ts'
import { ownTemplate } from '../../packages/publication/test/support/sample-edition.ts'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { findViolations } from '../browser/support/find-violations.ts'
import { launch } from '../browser/support/launch.ts'
import { root } from '../journey/lykta.ts'
import { proving } from '../prove/record-proof.ts'
import { exploredFaults } from './support/explored-faults.ts'
import { findLeaks } from './support/find-leaks.ts'
import { tools } from './support/render.ts'

let database: TestDatabase
let desk: Desk
let home = ''
let editions: readonly SiteEdition[]
let site: ReadonlyMap<string, Uint8Array>
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const text = (path: string): string => new TextDecoder().decode(site.get(path))
const languages = ['sv', 'en'] as const
const tableIds = (): readonly string[] => [...new Set(editions[0]!.tables.map(({ id }) => id.split('.')[0]!))]

beforeAll(async () => {
  database = await cloneDatabase()
  home = await mkdtemp(join(tmpdir(), 'lykta-site-'))
  await importReference()
  await enter(2019, null)
  // What is approved and not yet released, of another year and of the same.
  await enterAgain({ year: 2018, releaseAt: '2999-01-01T07:00:00Z' })
  await enterAgain({ releaseAt: '2999-01-02T07:00:00Z' })
  editions = await releasedEditions(desk)
  const [first] = editions
  const revised: SiteEdition = { ...first!, number: 2, releasedAt: new Date(Date.parse(first!.releasedAt) + 86_400_000).toISOString(), changed: { sv: 'Två incidenter hade räknats dubbelt.', en: 'Two incidents had been counted twice.' } }
  site = await makeSite({ network: desk.network, languages: ['sv', 'en'], editions: [first!, revised], label: await labelsOf(desk, 9999), licence: 'cc-by-4.0', address: 'https://statistik.example.se/' }, tools)
})
afterAll(async () => {
  await database.close()
  await rm(home, { recursive: true, force: true })
})

async function importReference(): Promise<void> {
  const network = { id: crypto.randomUUID(), name: 'Provstad', municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'] as const, sample: false }
  await foundNetwork(database.register, 'operator', network, '2020-01-01T00:00:00Z')
  desk = await deskOf(database.register, network)
  await cp(join(root, 'packages/incident/test/data/reference'), join(home, 'register'), { recursive: true })
  const file = join(home, 'register/incidenter.csv')
  const [header, ...lines] = (await readFile(file, 'utf8')).split('\r\n')
  const place = header!.split(';').indexOf('anledning')
  await writeFile(file, [header, ...lines.map((line) => (line === '' ? line : line.split(';').with(place, '').join(';')))].join('\r\n'))
  const outcome = await importFiles(desk, await readImportFiles([join(home, 'register')]), { checkOnly: false, overwriteCorrections: false, submissions: false, passphrase: undefined, onProgress: undefined })
  expect(outcome.problems).toEqual([])
}

/** As two persons would, once they have agreed. */
async function enter(year: number, releaseAt: string | null): Promise<void> {
  const { tables, certificate, asOf } = await makeEdition(desk, { year, approved: true, compilePdf: async () => new TextEncoder().encode('%PDF') })
  const content = { year, asOf: asOf.position, head: asOf.head, plan: certificate.plan, policy: certificate.policy, tables, digests: tables.map(({ digest }) => digest) }
  await append(content, releaseAt)
}
async function enterAgain({ year, releaseAt }: { readonly year?: number; readonly releaseAt: string | null }): Promise<void> {
  const [entry] = await inNetwork(desk.register, desk.context, readLedger)
  const content = entry!.content as object
  await append(year === undefined ? content : { ...content, year }, releaseAt)
}
async function append(content: object, releaseAt: string | null): Promise<void> {
  const after = (await inNetwork(desk.register, desk.context, readLedger)).length
  await write(desk.register, desk.context, { action: 'edition.approve', object: 'edition' }, (transaction) => appendLedgerEntry(transaction, after, { id: crypto.randomUUID(), kind: 'edition', audience: 'public', content, releaseAt }))
}

describe('the reference network’s 2019 edition', () => {
  test.each(languages)('is made from the ledger’s tables, and every format holds exactly them (%s)', async (language) => {
    const [edition] = editions
    expect(edition!.tables.find(({ id }) => id === 'incidents')!.base).toEqual([10, 23, 30].map((count) => ({ state: 'shown', count, atLeast: false })))
    const input = { context: { ...edition!.context, language }, tables: edition!.tables, label: (await labelsOf(desk, 9999))(language), template: { file: `${language}.md`, text: ownTemplate(language) } }
    const files = new Map([...edition!.files].flatMap(([path, bytes]) => (path.startsWith(`${language}/`) ? [[path.slice(3), bytes] as const] : [])))
    expect(await findLeaks(input, files)).toEqual([])
    expect(text(`2019/${language}/index.html`)).not.toMatch(/Utkast|Draft/)
  })

  test('lies on the site as it was approved, but for the way back on its page', () => {
    const [edition] = editions
    const packed = unzipSync(site.get('2019/lykta-2019.zip')!)
    expect(Object.keys(packed).toSorted()).toEqual([...edition!.files.keys()].toSorted())
    for (const { path, sha256: hash } of edition!.manifest.files) {
      expect(sha256(packed[path]!), path).toBe(hash)
      if (!path.endsWith('index.html')) expect(sha256(site.get(`2019/${path}`)!), path).toBe(hash)
    }
    for (const language of languages) {
      const approved = new TextDecoder().decode(edition!.files.get(`${language}/index.html`))
      const stripped = text(`2019/${language}/index.html`).replace(/<div class="note"><p>[^<]*<a href="\.\.\/\.\.\/2019\/2\/[^<]*<\/a><\/p><\/div>\n/, '').replace(new RegExp(`<a href="../../${language}/index.html">[^<]*</a>`), '')
      expect(stripped).toBe(approved)
    }
  })
})

describe('the site', () => {
  test('has nothing of what is not released: no file, no year, no number, no gap', () => {
    expect(editions.map(({ year, number }) => [year, number])).toEqual([[2019, 1]])
    for (const path of site.keys()) expect(path).not.toMatch(/2018|2999|protocol/)
    const list = JSON.parse(text('editions.json')) as { list: readonly { year: number; number: number }[] }
    expect(list.list.map(({ year, number }) => [year, number])).toEqual([[2019, 2], [2019, 1]])
    for (const [path, bytes] of site) if (/\.(?:html|json|rdf)$/.test(path)) expect(new TextDecoder().decode(bytes).includes('2999-'), path).toBe(false)
  })

  test('a revision has its own address, says what changed and why, and the old page leads to it', () => {
    expect(text('2019/sv/index.html')).toContain('En rättad utgåva av den här rapporten')
    expect(text('2019/sv/index.html')).toContain('href="../../2019/2/sv/index.html"')
    expect(text('2019/2/sv/index.html')).not.toContain('En rättad utgåva')
    for (const path of ['index.html', 'sv/archive.html', '2019/index.html']) expect(text(path)).toContain('Två incidenter hade räknats dubbelt.')
    expect(text('en/index.html')).toContain('Two incidents had been counted twice.')
  })

  test('every link of every page leads to a file of the site or into the page, and every id stands once', () => {
    const pages = [...site.keys()].filter((path) => path.endsWith('.html'))
    expect(pages.length).toBe(1 + 2 * 5 + 2 + 4 + 2 * 2 * (1 + tableIds().length))
    for (const path of pages) {
      const { document } = parseHTML(text(path))
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      expect(new Set(ids).size, path).toBe(ids.length)
      for (const link of document.querySelectorAll('[href]')) {
        const href = link.getAttribute('href')!
        if (href.startsWith('#')) expect(ids, path).toContain(href.slice(1))
        else expect(site.has(new URL(href, `file:///${path}`).pathname.slice(1)), `${path}: ${href}`).toBe(true)
      }
      expect(document.querySelectorAll('script, iframe, object, embed, form, link, base, img').length, path).toBe(0)
      expect(document.querySelector('meta[http-equiv]')!.getAttribute('content'), path).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; font-src data:; base-uri 'none'; form-action 'none'$/)
      expect(document.querySelectorAll('h1').length, path).toBe(1)
      expect(document.documentElement.getAttribute('lang'), path).toMatch(/^(?:sv|en)$/)
    }
  })

  test('checksums: every file of the site in SHA256SUMS, those of the editions on the archive’s page and in editions.json', () => {
    const sums = new Map(text('SHA256SUMS').trim().split('\n').map((line) => line.split('  ').toReversed() as [string, string]))
    expect([...sums.keys()].toSorted()).toEqual([...site.keys()].filter((path) => path !== 'SHA256SUMS').toSorted())
    for (const [path, hash] of sums) expect(sha256(site.get(path)!), path).toBe(hash)
    const list = JSON.parse(text('editions.json')) as { list: readonly { files: readonly { path: string; sha256: string }[] }[] }
    const archive = text('en/archive.html')
    for (const { path, sha256: hash } of list.list.flatMap(({ files }) => files)) {
      expect(sums.get(path)).toBe(hash)
      expect(archive).toContain(hash)
    }
  })

  test('the catalogue for data portals has what DCAT-AP-SE asks, and every file of it is there with its size and checksum', () => {
    const { document } = parseHTML(text('catalogue.rdf'))
    const named = (name: string, within: Element | Document = document): readonly Element[] => [...within.querySelectorAll('*')].filter(({ tagName }) => tagName.toLowerCase() === name)
    const [catalog] = named('dcat:catalog')
    for (const property of ['dcterms:title', 'dcterms:description', 'dcterms:publisher', 'dcterms:license', 'dcat:dataset']) expect(named(property, catalog).length, property).toBeGreaterThan(0)
    const datasets = named('dcat:dataset').filter((one) => one.getAttribute('rdf:about') !== null)
    expect(datasets.map((one) => one.getAttribute('rdf:about'))).toEqual(named('dcat:dataset', catalog).map((one) => one.getAttribute('rdf:resource')))
    expect(datasets.length).toBe(new Set(editions[0]!.tables.map(({ id }) => id.split('.')[0])).size)
    for (const dataset of datasets) for (const property of ['dcterms:title', 'dcterms:description', 'dcterms:publisher', 'dcterms:temporal', 'dcat:theme', 'dcat:distribution']) expect(named(property, dataset).length, property).toBeGreaterThan(0)
    // Collection began in November 2017; halves of the last year begin with it.
    const covered = new Map(datasets.map((dataset) => [dataset.getAttribute('rdf:about')!.split('#')[1]!, ['dcat:startdate', 'dcat:enddate'].map((property) => named(property, dataset)[0]!.textContent)]))
    expect(covered.get('incidents')).toEqual(['2017-11-01', '2019-12-31'])
    expect(covered.get('months')).toEqual(['2019-01-01', '2019-12-31'])
    const distributions = named('dcat:distribution').filter((one) => one.getAttribute('rdf:about') !== null)
    expect(distributions).toHaveLength(datasets.length * 6)
    for (const one of distributions) {
      const path = named('dcat:downloadurl', one)[0]!.getAttribute('rdf:resource')!.replace('https://statistik.example.se/', '')
      expect(path).toMatch(/^2019\/2\/(?:sv|en)\/tables\//)
      expect(named('spdx:checksumvalue', one)[0]!.textContent).toBe(sha256(site.get(path)!))
      expect(named('dcat:bytesize', one)[0]!.textContent).toBe(String(site.get(path)!.length))
      expect(named('dcterms:license', one)[0]!.getAttribute('rdf:resource')).toBe('https://creativecommons.org/licenses/by/4.0/')
    }
  })

  test('its own pages print protected values only: the tables of the newest edition, cell by cell', () => {
    const [edition] = editions
    const cells = [...parseHTML(text('en/tables.html')).document.querySelectorAll('section[aria-labelledby="all-tables"] td')]
    for (const one of cells) for (const small of one.querySelectorAll('small, .spoken')) small.remove()
    const printed = cells.map((one) => one.textContent.trim())
    const expected = edition!.tables.flatMap((table) => [...table.rows.map((row) => row.cells), table.base].flatMap((row) => row.map((cell) => (cell.state === 'shown' ? cell.count : cell.state))))
    expect(printed.length).toBe(expected.length)
    const numbers = (texts: readonly string[]): readonly string[] => texts.flatMap((one) => one.match(/\d+/g) ?? []).toSorted()
    const asked = printed.filter((one) => one !== 'not asked')
    const zeros = expected.filter((one) => one === 0).length - (printed.length - asked.length)
    expect(numbers(asked).filter((one) => one !== '0')).toEqual(numbers(expected.map(String)).filter((one) => one !== '0'))
    expect(numbers(asked).filter((one) => one === '0')).toHaveLength(zeros)
  })

  test.each(languages)('each table has a page of its own in each edition, which holds exactly the protected values and leads to its files (%s)', async (language) => {
    const [edition] = editions
    const input = { context: { ...edition!.context, language }, tables: edition!.tables, label: (await labelsOf(desk, 9999))(language), template: { file: '', text: '' } }
    for (const folder of ['2019/', '2019/2/']) for (const table of tableIds()) {
      const page = text(`${folder}explore/${language}/${table}.html`)
      // The address says which edition it is, and the pages of the one before say when it was corrected.
      expect(exploredFaults(input, table, page.replace(/<div class="note">.*?<\/div>/, '').replace(/>https:[^<]*</, '><')), `${folder}${table}`).toEqual([])
      for (const ending of ['csv', 'json', 'px']) expect(page, table).toContain(`${folder}${language}/tables/${table}.${ending}"`)
    }
    expect(text(`2019/explore/${language}/incidents.html`)).toContain(`href="../../../2019/2/explore/${language}/index.html"`)
    for (const path of [`${language}/index.html`, '2019/index.html']) expect(text(path)).toContain(`2019/2/explore/${language}/index.html"`)
    expect(text(`${language}/tables.html`)).toContain(`href="../2019/2/explore/${language}/sex.html"`)
    expect(text('catalogue.rdf')).toContain('<dcat:landingPage rdf:resource="https://statistik.example.se/2019/2/explore/sv/incidents.html"/>')
  })

  test('is the same again from the same editions, and refuses a draft and two editions at one address', async () => {
    const [edition] = editions
    const input = { network: desk.network, languages: ['sv', 'en'] as const, editions, label: await labelsOf(desk, 9999), licence: 'cc0-1.0' as const, address: null }
    const [a, b] = [await makeSite(input, tools), await makeSite(input, tools)]
    for (const [path, bytes] of a) expect(Buffer.from(bytes).equals(b.get(path)!), path).toBe(true)
    expect(new TextDecoder().decode(a.get('sv/data.html'))).toContain('CC0')
    await expect(makeSite({ ...input, editions: [{ ...edition!, manifest: { ...edition!.manifest, draft: true } }] }, tools)).rejects.toThrow('draft')
    await expect(makeSite({ ...input, editions: [edition!, edition!] }, tools)).rejects.toThrow('two editions')
  })

  test('without an edition it says so, on every page', async () => {
    const empty = await makeSite({ network: { ...desk.network, sample: true }, languages: ['sv', 'en'], editions: [], label: () => () => undefined, licence: 'cc-by-4.0', address: null }, tools)
    for (const page of ['index', 'tables', 'archive', 'method']) expect(new TextDecoder().decode(empty.get(`sv/${page}.html`))).toContain('Ingen utgåva är publicerad ännu')
    for (const [path, bytes] of empty) if (path.endsWith('.html')) expect(new TextDecoder().decode(bytes), path).toMatch(/Påhittade uppgifter|Invented figures/)
  })
})

describe('files that were kept when an edition was approved', () => {
  test('are what is published, byte for byte, and one that is not what its manifest says stops it', async () => {
    const [first] = editions
    const [entry] = await inNetwork(desk.register, desk.context, readLedger)
    const content = { ...(entry!.content as object), year: 2020, changed: { sv: 'Nytt.', en: 'New.' } }
    const keep = async (files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
      const id = crypto.randomUUID()
      await write(desk.register, desk.context, { action: 'edition.freeze', object: 'edition' }, (transaction) => appendDraft(transaction, {
        id, year: 2020, audience: 'public', revises: null, asOf: 1, head: 'ab', ledgerLength: 3, policy: 'default-public-1', digest: 'ab'.repeat(32), prose: {}, content, protocol: {}, overrides: [],
        files: { draft: new Map(), final: files },
      }))
      const after = (await inNetwork(desk.register, desk.context, readLedger)).length
      await write(desk.register, desk.context, { action: 'edition.approve', object: 'edition' }, (transaction) => appendLedgerEntry(transaction, after, { id, kind: 'edition', audience: 'public', content }))
    }
    await keep(first!.files)
    const kept = (await releasedEditions(desk)).find(({ year }) => year === 2020)!
    expect(kept.changed).toEqual({ sv: 'Nytt.', en: 'New.' })
    expect([...kept.files.keys()].toSorted()).toEqual([...first!.files.keys()].toSorted())
    for (const [path, bytes] of kept.files) expect(Buffer.from(bytes).equals(first!.files.get(path)!), path).toBe(true)
    const csv = 'sv/tables/incidents.csv'
    await keep(new Map(first!.files).set(csv, new TextEncoder().encode(new TextDecoder().decode(first!.files.get(csv)).replace(',30,', ',31,'))))
    await expect(releasedEditions(desk)).rejects.toThrow('is not what was approved')
  })
})

describe('written to a disk', () => {
  const small = (words: string): ReadonlyMap<string, Uint8Array> => new Map([['index.html', words], ['sv/a.html', words], ['SHA256SUMS', words]].map(([path, content]) => [path!, new TextEncoder().encode(content)]))
  const refusal = async (work: Promise<void>): Promise<string> => work.then(() => '', (error: unknown) => (error instanceof ProblemError ? renderProblem(error.problems[0]!, 'en') : String(error)))

  test('the place is a link that is turned over at once; the site before it goes, and so does what a kill left', async () => {
    const out = join(home, 'www')
    await writeSite(out, small('one'))
    const first = await readlink(out)
    await mkdir(join(home, '.www.lykta-0123456789abcdef'))
    await writeSite(out, small('two'))
    expect(await readFile(join(out, 'sv/a.html'), 'utf8')).toBe('two')
    expect(await readlink(out)).not.toBe(first)
    await writeSite(out, small('three'), undefined, Date.now() + 2 * 86_400_000)
    expect((await readdir(home)).filter((name) => name.startsWith('.www'))).toEqual([await readlink(out)])
  })

  test('whatever breaks half-way, the old site stays whole', async () => {
    const out = join(home, 'broken')
    await writeSite(out, small('old'))
    for (const survived of [0, 1, 2]) {
      let written = 0
      const full = { write: async (file: string, content: Uint8Array): Promise<void> => {
        if (written++ >= survived) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
        await writeFile(file, content)
      } }
      expect(await refusal(writeSite(out, small('new'), full))).toContain('no room left')
      expect(await Promise.all(['index.html', 'sv/a.html', 'SHA256SUMS'].map((path) => readFile(join(out, path), 'utf8')))).toEqual(['old', 'old', 'old'])
    }
    expect((await readdir(home)).filter((name) => name.startsWith('.broken'))).toHaveLength(1)
  })

  test('killed at any moment, it leaves one whole site, the old or the new', async () => {
    const out = join(home, 'killed')
    const seen = new Set<string>()
    for (let round = 0; round < (process.env['LYKTA_PROVE'] ? 200 : 8); round++) {
      const child = spawn(process.execPath, [join(root, 'test/publication/support/write-sites.ts'), out], { stdio: ['ignore', 'pipe', 'inherit'] })
      await once(child.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 101))
      child.kill('SIGKILL')
      await once(child, 'exit')
      const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      const contents = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
      const number = await readFile(join(out, 'SHA256SUMS'), 'utf8')
      expect(files).toHaveLength(41)
      expect(contents.every((content) => content === number || content === number.repeat(20_000))).toBe(true)
      seen.add(number)
    }
    expect(seen.size).toBeGreaterThan(0)
  })

  test('an empty folder is taken over; one that holds anything, a file, or somebody else’s link is not', async () => {
    await mkdir(join(home, 'empty'))
    await writeSite(join(home, 'empty'), small('site'))
    expect((await lstat(join(home, 'empty'))).isSymbolicLink()).toBe(true)
    await mkdir(join(home, 'theirs'))
    await writeFile(join(home, 'theirs/index.html'), 'theirs')
    expect(await refusal(writeSite(join(home, 'theirs'), small('site')))).toContain('is no site of ours')
    expect(await readFile(join(home, 'theirs/index.html'), 'utf8')).toBe('theirs')
    expect(await refusal(writeSite(join(home, 'theirs/index.html'), small('site')))).toContain('is no site of ours')
  })

  test('a wrong licence or address is told, and nothing is written', async () => {
    for (const wrong of [{ licence: 'mine' }, { address: 'statistics.example.se' }, { address: 'ftp://example.se/' }, { address: 'https://example.se/?a=1' }]) {
      expect(await refusal(publishSite(desk, { out: join(home, 'nowhere'), ...wrong }).then(() => undefined))).toMatch(/^--(?:licence|address) should be/)
    }
    await expect(lstat(join(home, 'nowhere'))).rejects.toThrow()
  })
})

describe('in a browser, from a disk', () => {
  let browser: Browser
  const at = (path: string): string => pathToFileURL(join(home, 'served', path)).href
  beforeAll(async () => {
    for (const [path, bytes] of site) {
      await mkdir(dirname(join(home, 'served', path)), { recursive: true })
      await writeFile(join(home, 'served', path), bytes)
    }
    browser = await launch()
  })
  afterAll(() => browser.close())

  test.each([
    [390, 'dark', ['index.html', 'sv/tables.html', 'en/archive.html', '2019/2/explore/en/incidents.html']],
    [1280, 'light', ['2019/explore/sv/exploitation.html', '2019/2/explore/en/index.html', 'en/index.html', 'sv/data.html', 'en/method.html', '2019/index.html', '2019/sv/index.html']],
  ] as const)('at %d, %s: axe finds nothing, no request, no complaint, no sideways scrolling', async (width, colorScheme, paths) => {
    const [strict, open] = [await browser.newContext({ viewport: { width, height: 900 }, colorScheme }), await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })]
    const [page, checked] = [await strict.newPage(), await open.newPage()]
    const [requests, complaints]: string[][] = [[], []]
    page.on('request', (request) => request.url().startsWith('data:') || requests!.push(request.url()))
    page.on('console', (message) => complaints!.push(message.text()))
    for (const path of paths) {
      await page.goto(at(path))
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
      // The report itself is what page.test.ts looks at in both languages: here it takes as long as all the others together.
      if (path === '2019/sv/index.html' && !proving) continue
      await checked.goto(at(path))
      expect(await findViolations(checked), path).toEqual([])
    }
    expect(requests).toEqual(paths.map(at))
    expect(complaints).toEqual([])
    await Promise.all([strict.close(), open.close()])
  })

  test('from the start to a table’s file by links alone', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(at('index.html'))
    await page.getByRole('link', { name: 'Läs rapporten: Årsrapport 2019' }).click()
    expect(page.url()).toBe(at('2019/2/sv/index.html'))
    await page.getByRole('link', { name: 'Alla utgåvor' }).click()
    await page.getByRole('link', { name: 'Tabeller', exact: true }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Dokumenterade incidenter, CSV' }).click()])
    expect(await readFile(await download.path(), 'utf8')).toContain('incidents,incidents,')
    await page.getByRole('link', { name: 'Diagram och intervall: Dokumenterade incidenter' }).click()
    await page.getByRole('link', { name: 'In English' }).click()
    expect(page.url()).toBe(at('2019/2/explore/en/incidents.html'))
    const [first, ...wider] = await page.locator('.tracks .bar.number').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width))
    expect(wider.map((one) => Math.round((10 * one) / first!))).toEqual([23, 30])
    await page.close()
  })
})
