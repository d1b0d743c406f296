// `lykta publish` on the reference network: what must be shown is, what must not be known stands nowhere, and a wrong template writes nothing.
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCsv } from '../../packages/publication/test/support/parse-csv.ts'
import { type Home, makeHome, root } from '../journey/lykta.ts'
import { saysNumber } from './support/number-words.ts'
import { parseDocx } from './support/parse-docx.ts'
import { readPdf } from './support/pdf.ts'

type Dataset = {
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly value: readonly (number | null)[]
  readonly status: Readonly<Record<string, string>>
  readonly dimension: Readonly<Record<string, { readonly category: { readonly index: readonly string[]; readonly label: Readonly<Record<string, string>> } }>>
}
type Manifest = { readonly made: string; readonly files: readonly { readonly path: string; readonly sha256: string }[] }

let home: Home
let out: string
beforeAll(async () => {
  home = await makeHome({ begins: 'cluster' })
  await home.keepRunning()
  out = join(home.folder, 'out')
  expect((await home.lykta('init', '--name', 'Provstad', '--since', '2017-11-01')).status).toBe(0)
  expect((await home.lykta('import', join(root, 'packages/incident/test/data/reference'))).status).toBe(0)
  const published = await home.lykta('publish', '--year', '2019', '--out', out)
  expect(published.status, published.err).toBe(0)
  // Nothing was published before, and whoever hands one out must know that the next will be tried with it.
  expect(`${published.out}${published.err}`).toContain('nothing earlier: the ledger is empty. A draft is not handed out')
})
afterAll(() => home.remove())

const languages = ['sv', 'en'] as const
const read = (path: string): Promise<string> => readFile(join(out, path), 'utf8')
const dataset = async (id: string, language = 'en'): Promise<Dataset> => JSON.parse(await read(`${language}/tables/${id}.json`)) as Dataset

/** Value and sign by "row/period", or "figure/period" where there are no rows. */
async function cellsOf(id: string): Promise<Readonly<Record<string, string>>> {
  const { dimension, value, status, id: names, size } = await dataset(id)
  return Object.fromEntries(
    value.map((count, position) => {
      let rest = position
      const codes = names.toReversed().map((name, index) => {
        const at = size[size.length - 1 - index]!
        const code = dimension[name]!.category.index[rest % at]!
        rest = Math.floor(rest / at)
        return code
      })
      const [figure, period, row] = codes[1] !== undefined && names.length === 2 ? [codes[0], codes[1], undefined] : codes
      return [`${row ?? figure}/${period}`, `${count ?? ''}${status[String(position)] ? ` ${status[String(position)]}` : ''}`]
    }),
  )
}

describe('shown', () => {
  test('incidents, persons and participants of each year and the sum', async () => {
    expect(await cellsOf('incidents')).toEqual({ 'incidents/2017': '10', 'incidents/2018': '23', 'incidents/2019': '30' })
    expect(await cellsOf('persons')).toMatchObject({ 'persons/2017': '14 at-least', 'persons/2018': '31 at-least', 'persons/2019': '41 at-least' })
    expect(await cellsOf('participants')).toMatchObject({ 'participants/2017': '7', 'participants/2018': '7', 'participants/2019': '9' })
    expect((await cellsOf('sex'))['_base/2017-2019']).toBe('86 at-least')
    for (const [language, words] of [['sv', ['30 incidenter', 'minst 41', '63 incidenter', 'minst 86']], ['en', ['30 incidents', 'at least 41', '63 incidents', 'at least 86']]] as const) {
      const prose = parseHTML(await read(`${language}/index.html`)).document.querySelector('main')!.textContent
      const pdf = (await readPdf(await readFile(join(out, language, 'report.pdf')))).lines.join(' ')
      for (const word of words) {
        expect(prose).toContain(word)
        expect(pdf).toContain(word)
      }
      for (const row of [['10', '23', '30'], ['7', '7', '9'], ['14', '31', '41']]) {
        const line = new RegExp(row.map((value) => `(?:minst |at least )?${value}`).join(' '))
        expect(pdf, row.join()).toMatch(line)
      }
    }
  })

  test('the eight indicators that the first network named, for 2019', async () => {
    const cells = await cellsOf('indicators')
    const named = [
      'sexual.many-phones', 'sexual.moves-often', 'sexual.unusual-hours', 'sexual.spoken-for', 'sexual.prostitution-setting',
      'general.disoriented', 'general.unnaturally-cheerful', 'general.fear-or-stress',
    ]
    for (const id of named) expect(cells[`${id}/2019`], id).toMatch(/^\d+$/)
    for (const language of languages) {
      const table = parseHTML(await read(`${language}/index.html`)).document.querySelector('#table-chart-indicators-values')!
      expect(table.querySelectorAll('tbody tr').length).toBeGreaterThanOrEqual(named.length)
    }
  })
})

// ── What must not be known ───────────────────────────────────────────────────────────────────────────────────────

/** A count, and the words beside which it would give itself away. */
const secrets: readonly { readonly count: number; readonly near: RegExp }[] = [
  { count: 38, near: /kvinn|\bwom[ae]n/i },
  { count: 2, near: /flick|minderårig|\bgirl|\bminor/i },
  { count: 1, near: /(?<!\p{L})(?:man|män|men)(?!\p{L})/iu },
  { count: 28, near: /sexuell|\bsexual/i },
  { count: 1, near: /tigger|tiggde|begging/i },
  { count: 1, near: /tvångsarbete|arbetslivet|forced labour|exploitation at work/i },
  { count: 2, near: /direkt kontakt|direct contact/i },
  { count: 13, near: /direkt kontakt|direct contact/i },
  { count: 1, near: /tackade ja|accepted/i },
]

/** Pieces that are read as one: a line, a row, a sentence, a picture's word. */
async function piecesOf(language: 'sv' | 'en'): Promise<readonly string[]> {
  const { document } = parseHTML(await read(`${language}/index.html`))
  const pieces: string[] = []
  for (const element of document.querySelectorAll('svg[aria-label]')) pieces.push(...element.getAttribute('aria-label')!.split(/(?<=\.)\s/))
  for (const element of document.querySelectorAll('svg text, svg title, svg desc, tr, caption, dt, dd, li, h1, h2, h3, figcaption p, .notes p, title')) pieces.push(element.textContent)
  for (const element of document.querySelectorAll('main p, header p, footer p, aside p')) pieces.push(...element.textContent.split(/(?<=[.:])\s/))
  for (const meta of document.querySelectorAll('meta[name=description]')) pieces.push(meta.getAttribute('content')!)
  for (const path of ['report.pdf', 'report-archive.pdf']) {
    const pdf = await readPdf(await readFile(join(out, language, path)))
    pieces.push(...pdf.lines, ...pdf.roles.flatMap(({ alt }) => alt?.split(/(?<=\.)\s/) ?? []))
  }
  const docx = parseDocx(await readFile(join(out, language, 'report.docx')), '')
  pieces.push(...docx.meta, ...[...docx.prose, ...docx.alts].flatMap((one) => one.split(/(?<=[.:])\s/)), ...docx.grids.flatMap(({ head, rows }) => [head, ...rows].map((row) => row.join(' '))))
  for (const file of await readdir(join(out, language, 'charts'))) {
    const svg = parseHTML(await read(`${language}/charts/${file}`)).document
    pieces.push(...[...svg.querySelectorAll('text, title, desc')].flatMap((one) => one.textContent.split(/(?<=[.:])\s/)))
  }
  for (const file of await readdir(join(out, language, 'tables'))) {
    if (file.endsWith('.json')) pieces.push(...valuesOf(JSON.parse(await read(`${language}/tables/${file}`)) as Dataset))
    if (!file.endsWith('.csv')) continue
    // Label, period and value; dates, ids and months are no counts.
    for (const line of parseCsv(await read(`${language}/tables/${file}`)).slice(1)) pieces.push(`${line[4]!} (${line[5]!}): ${line[9]!}`)
  }
  return pieces.map((piece) => piece.replace(/\s+/g, ' ').trim()).filter((piece) => piece !== '')
}

/** Each value of a dataset with the words of its place. */
function valuesOf({ value, size, id, dimension }: Dataset): readonly string[] {
  return value.map((count, position) => {
    let rest = position
    const words = id.toReversed().map((name, index) => {
      const at = size[size.length - 1 - index]!
      const { category } = dimension[name]!
      const label = category.label[category.index[rest % at]!]!
      rest = Math.floor(rest / at)
      return label
    })
    return `${words.toReversed().join(', ')}: ${count ?? ''}`
  })
}

describe.each(languages)('not to be known, in %s', (language) => {
  test('38 women, 2 girls, 1 man, 28/1/1, the 2 in contact and 1 accepting stand nowhere, in figures or in words', async () => {
    const pieces = await piecesOf(language)
    expect(pieces.length).toBeGreaterThan(400)
    const found = pieces.flatMap((piece) => secrets.filter(({ count, near }) => near.test(piece) && saysNumber(piece.replace(/\b20\d\d(?:–20\d\d)?\b/g, ''), count)).map(({ count }) => `${count}: ${piece}`))
    expect(found).toEqual([])
  })

  test('the check finds them when they are there', () => {
    const leaks = ['38 vuxna kvinnor', 'trettioåtta kvinnor', 'thirty-eight women', 'två minderåriga flickor', '2 girls', 'en man', 'one man', '28 sexuella ändamål', 'en gällde tiggeri', 'one case of begging', '1 tvångsarbete', 'two in direct contact', 'en tackade ja till stöd']
    for (const leak of leaks) expect(secrets.some(({ count, near }) => near.test(leak) && saysNumber(leak, count)), leak).toBe(true)
  })

  test('no year is told of form, sex, age, nationality, place or sector', async () => {
    for (const id of ['exploitation', 'sex', 'ageGroup', 'nationalityIncidents', 'placeType', 'sector']) {
      expect((await dataset(id, language)).dimension['period']!.category.index, id).toEqual(['2017-2019'])
    }
    await expect(stat(join(out, language, 'tables/sexAge.csv'))).rejects.toThrow()
  })

  test('no month, and no part of the year below the threshold', async () => {
    const { dimension, value } = await dataset('months', language)
    for (const period of dimension['period']!.category.index) expect(period).toMatch(/^2019(?:-[HQ]\d)?$/)
    for (const count of value) if (count !== null) expect(count).toBeGreaterThanOrEqual(5)
    const names = new RegExp(language === 'sv' ? '(?<!–)(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober) 2019' : '(?<!–)(?:January|February|March|April|May|June|July|August|September|October) 2019')
    for (const piece of await piecesOf(language)) expect(piece).not.toMatch(names)
  })

  test('no percentage gives one away: each is of shown numbers, and they are these', async () => {
    const prose = (await piecesOf(language)).join(' ').replace(/95.?procentig|95.per cent|95 % (?=\d+[.,]\d+–)/g, '')
    const shares = [...prose.matchAll(/(?<part>\d+) (?:av|of) (?:minst |at least )?(?<base>\d+)[^()]{0,40}\((?<percent>\d+) (?:procent|per cent)\)/g)].map(({ groups }) => groups!)
    expect(shares.length).toBeGreaterThan(3)
    for (const { part, base, percent } of shares) {
      expect(Math.round((100 * Number(part)) / Number(base))).toBe(Number(percent))
      expect(Number(base)).toBeGreaterThanOrEqual(20)
    }
    const percents = new Set([...prose.matchAll(/(?<percent>\d+) ?(?:procent|per cent|%)/g)].map(({ groups }) => Number(groups!['percent'])))
    expect([...percents].toSorted((a, b) => a - b)).toEqual([54, 65, 70])
  })

  test('no bar gives one away: every drawn length is that of a shown number', async () => {
    const { document } = parseHTML(await read(`${language}/index.html`))
    const figures = [...document.querySelectorAll('figure.chart')]
    expect(figures).toHaveLength(6)
    for (const figure of figures) {
      const shown = new Set([...figure.querySelectorAll('td.number')].map((cell) => Number(/\d+/.exec(cell.firstChild?.textContent ?? '')![0])))
      for (const svg of figure.querySelectorAll('svg')) {
        const columns = figure.id === 'chart-incidents' || figure.id === 'chart-months'
        const lengths = [...svg.querySelectorAll('rect')].map((rect) => Number(rect.getAttribute(columns ? 'height' : 'width')))
        expect(lengths.length).toBeGreaterThan(1)
        // The longest bar is the largest number written in the picture; the others follow its scale.
        const values = [...svg.querySelectorAll('text')].flatMap((text) => /^(?:minst |at least )?(\d+)$/.exec(text.textContent)?.[1] ?? []).map(Number).filter((value) => value < 1000)
        const unit = Math.max(...lengths) / Math.max(...values)
        for (const length of lengths) expect([...shown].some((value) => Math.abs(length / unit - value) < 0.12), `${figure.id}: ${length / unit}`).toBe(true)
        expect(lengths).toHaveLength(values.length)
      }
    }
  })
})

// ── Files ────────────────────────────────────────────────────────────────────────────────────────────────────────

test('the folder is laid out as promised, and the protocol is the coordinator’s alone', async () => {
  expect((await readdir(out)).toSorted()).toEqual(['en', 'manifest.json', 'protocol.json', 'sv'])
  for (const language of languages) expect((await readdir(join(out, language))).toSorted()).toEqual(['charts', 'index.html', 'report-archive.pdf', 'report.docx', 'report.pdf', 'tables'])
  expect((await stat(join(out, 'protocol.json'))).mode & 0o077).toBe(0)
  const protocol = JSON.parse(await read('protocol.json')) as { cells: readonly { outcome: string; reasons: readonly string[] }[] }
  expect(new Set(protocol.cells.map(({ outcome }) => outcome))).toEqual(expect.objectContaining({ size: expect.any(Number) as number }))
  expect(protocol.cells.filter(({ outcome }) => outcome === 'hidden').every(({ reasons }) => reasons.length > 0)).toBe(true)
  expect(await read('manifest.json')).not.toContain('protocol')
})

test('a draft is on no site: `lykta site` writes one that says so, and tells of a wrong line', async () => {
  const www = join(home.folder, 'www')
  const written = await home.lykta('site', '--out', www)
  expect(written.status, written.err).toBe(0)
  expect(written.err).toContain('No edition is published yet')
  expect(await readFile(join(www, 'en/index.html'), 'utf8')).toContain('No edition is published yet')
  expect((await readdir(www, { recursive: true })).some((path) => path.includes('2019'))).toBe(false)
  expect((await home.lykta('site')).status).toBe(2)
  const wrong = await home.lykta('site', '--out', www, '--licence', 'mine')
  expect([wrong.status, wrong.err]).toEqual([1, expect.stringContaining('cc-by-4.0, cc0-1.0')])
})

test('the manifest names the line of the audit that the edition stands on, and the register still has it', async () => {
  const { asOf } = JSON.parse(await read('manifest.json')) as { asOf: { head: string } }
  // How many writes there have been is no reader's to know: the position stands in the protocol alone.
  expect(Object.keys(asOf)).toEqual(['time', 'head'])
  const { certificate } = JSON.parse(await read('protocol.json')) as { certificate: { asOf: number } }
  const verified = await home.lykta('verify', '--head', `${asOf.head}@${certificate.asOf}`)
  expect(verified.status, verified.err).toBe(0)
  expect(verified.out).toContain(`${asOf.head}@${certificate.asOf}  Provstad`)
})

test('publishing again as of the same position gives the same bytes, drops what is no longer published, and leaves the rest alone', async () => {
  const before = JSON.parse(await read('manifest.json')) as Manifest
  await writeFile(join(out, 'sv/notes.txt'), 'mine')
  // A template of one's own with the same words is the same report.
  const again = await home.lykta('publish', '--year', '2019', '--out', out, '--template', join(root, 'packages/publication/templates/annual'))
  expect(again.status, again.err).toBe(0)
  const after = JSON.parse(await read('manifest.json')) as Manifest
  // PDF, page and manifest name the day on which they were made.
  const comparable = ({ files }: Manifest): readonly string[] => files.filter(({ path }) => before.made === after.made || path.includes('/tables/')).map(({ path, sha256 }) => `${path} ${sha256}`)
  expect(comparable(after)).toEqual(comparable(before))
  expect(await read('sv/notes.txt')).toBe('mine')
  expect((await readdir(out)).toSorted()).toEqual(['en', 'manifest.json', 'protocol.json', 'sv'])
})

test('a wrong template of one’s own: every fault with file and line, nothing written, exit 1', async () => {
  const own = join(home.folder, 'own')
  await cp(join(root, 'packages/publication/templates/annual'), own, { recursive: true })
  const swedish = await readFile(join(own, 'sv.md'), 'utf8')
  const lines = swedish.split('\n').length
  await writeFile(join(own, 'sv.md'), `${swedish}\nDet var trettioåtta kvinnor.\nAntalet har ökat markant.\n{{burglaries.year}} inbrott. ||\n{{incidents.year}} incidenter.\n`)
  const elsewhere = join(home.folder, 'elsewhere')
  const refused = await home.lykta('publish', '--year', '2019', '--out', elsewhere, '--template', own)
  expect(refused.status).toBe(1)
  for (const [line, word] of [[1, 'trettioåtta'], [2, 'ökat'], [2, 'markant'], [3, 'burglaries'], [4, 'incidents.year']] as const) {
    expect(refused.err).toMatch(new RegExp(`sv\\.md, line ${lines + line}: .*${word}`))
  }
  await expect(stat(elsewhere)).rejects.toThrow()
})

test('what the checker asks about goes with the edition: said, kept in the protocol, and stopping nothing', async () => {
  const own = join(home.folder, 'asked')
  await cp(join(root, 'packages/publication/templates/annual'), own, { recursive: true })
  const swedish = await readFile(join(own, 'sv.md'), 'utf8')
  const lines = swedish.split('\n').length
  await writeFile(join(own, 'sv.md'), `${swedish}\nDe flesta offren tackade ja till stöd.\nVår bild har blivit bättre, {{incidents.previous}} incidenter mot {{incidents.first}} året innan. ||\n`)
  const asked = join(home.folder, 'asked-out')
  const published = await home.lykta('publish', '--year', '2019', '--out', asked, '--template', own)
  expect(published.status, published.err).toBe(0)
  const said = `${published.out}${published.err}`
  for (const [line, words] of [[1, 'De flesta'], [1, 'offren.*possibly exploited|offren.*möjligt utsatt'], [2, 'blivit bättre'], [2, '2 and 12 months']] as const) {
    expect(said).toMatch(new RegExp(`sv\\.md, line ${lines + line}: .*(?:${words})`))
  }
  const { findings } = JSON.parse(await readFile(join(asked, 'protocol.json'), 'utf8')) as { findings: readonly { code: string; severity: string; where: { line: number; from: number; to: number }; settle: readonly string[] }[] }
  expect(findings.map(({ code, severity, where }) => [code, severity, where.line - lines])).toEqual([
    ['quantifier-typed', 'warning', 1], ['term-avoided', 'warning', 1], ['claim-untested', 'warning', 2], ['periods-unequal', 'warning', 2],
  ])
  expect(findings.every(({ where, settle }) => where.to > where.from && settle.length > 0)).toBe(true)
  // The program's own prose raises no question.
  expect(JSON.parse(await read('protocol.json'))).toMatchObject({ findings: [] })
})

test('a year without collection: a sentence and exit 1', async () => {
  const early = await home.lykta('publish', '--year', '2016', '--out', join(home.folder, 'early'))
  expect(early.status).toBe(1)
  expect(early.err).toContain('2017')
})
