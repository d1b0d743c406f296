// The tables' own pages on the public site: they print and draw exactly what is protected, whatever mixture of cells it is, and a planted number is found.
import fc from 'fast-check'
import { catalogueOf, findLabel } from '@lykta/incident'
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { SiteEdition } from '../../packages/publication/src/index.ts'
import { explorePages } from '../../packages/publication/src/site/explore/explore-pages.ts'
import { renderSitePage } from '../../packages/publication/src/site/site-page.ts'
import { contextOf, protectedTable } from '../../packages/publication/test/support/protected.ts'
import { editionInput, sampleTables } from '../../packages/publication/test/support/sample-edition.ts'
import { exploredFaults } from './support/explored-faults.ts'

const sample = await sampleTables()
const catalogue = catalogueOf([])

function editionOf(tables: readonly ProtectedTable[]): SiteEdition {
  const { language: _, ...context } = contextOf({ draft: false })
  return { year: 2019, number: 1, releasedAt: '2020-03-02T07:00:00.000Z', changed: null, context, manifest: undefined as never, tables, files: new Map() }
}

/** By table, in one language. */
function pagesOf(tables: readonly ProtectedTable[], language: 'sv' | 'en'): ReadonlyMap<string, string> {
  const edition = editionOf(tables)
  const pages = explorePages(edition, edition, { label: (one) => (dimension, code) => findLabel(dimension, code, one, catalogue), address: null, languages: [language] })
  return new Map(pages.map(({ path, ...page }) => [/(?<id>\w+)\.html$/.exec(path)!.groups!['id']!, renderSitePage({ ...page, page: null, publisher: 'Provstad', marks: [] }, { style: '', hash: '' })]))
}

const faultsOf = (tables: readonly ProtectedTable[], language: 'sv' | 'en', pages: ReadonlyMap<string, string>): readonly string[] => {
  const input = editionInput(tables, language, { draft: false })
  return [...pages].flatMap(([id, html]) => (id === 'index' ? [] : exploredFaults(input, id, html).map((one) => `${id}: ${one}`)))
}

const pages = { sv: pagesOf(sample, 'sv'), en: pagesOf(sample, 'en') }

describe('the sample’s edition', () => {
  test.each(['sv', 'en'] as const)('has one page for each table, which holds exactly the protected values (%s)', (language) => {
    expect([...pages[language].keys()].toSorted()).toEqual(['index', ...new Set(sample.map(({ id }) => id.split('.')[0]!))].toSorted())
    expect(faultsOf(sample, language, pages[language])).toEqual([])
  })

  test.each([
    ['sv', ['Hur det har prövats', 'Underlag', 'Per månad (exponering)', 'Kvot, 95 %', 'Fall av 100 (p-värde)', 'Spridning (heterogenitet)', 'Flera jämförelser (Holm)', 'Från en period till nästa (trend)', 'Insatser'],
      '2018: 23 incidenter på 12 månader, 7 organisationer i nätverket, 7 som rapporterade.', '23 på 12 månader mot 10 på 2 månader: '],
    ['en', ['How it was tested', 'Base', 'Per month (exposure)', 'Ratio, 95 %', 'Cases of 100 (p value)', 'Spread (heterogeneity)', 'Several comparisons (Holm)', 'From one period to the next (trend)', 'Effort'],
      '2018: 23 incidents in 12 months, 7 organisations in the network, 7 that reported.', '23 in 12 months against 10 in 2 months: '],
  ] as const)('says how the differences were tested: base, exposure, method, and the effort beside it, on the page of incidents alone (%s)', (language, terms, effort, said) => {
    const { document } = parseHTML(pages[language].get('incidents')!)
    const section = document.querySelector('section.differences')!
    expect([...section.querySelectorAll('.how-tested summary, .how-tested dt')].map(({ textContent }) => textContent)).toEqual(terms)
    expect(section.querySelector('details')!.hasAttribute('open')).toBe(true)
    expect(section.textContent).toContain(effort)
    expect([...section.querySelectorAll('li')].some(({ textContent }) => textContent.startsWith(said))).toBe(true)
    for (const [id, html] of pages[language]) if (id !== 'incidents') expect(html, id).not.toContain('how-tested')
  })

  test.each<[what: string, table: string, from: string | RegExp, to: string]>([
    ['in the prose', 'incidents', '</main>', '<p>Av dem 38.</p></main>'],
    ['in a hidden cell', 'exploitation', /<td class="hidden">.*?<\/td>/, '<td>2</td>'],
    ['in a shown cell', 'incidents', /<td class="number">30<\/td>/, '<td class="number">31</td>'],
    ['beside a bar', 'incidents', '<span class="track-value">30</span>', '<span class="track-value">31</span>'],
    ['as the length of a hidden bar', 'exploitation', /class="bar hidden" x="0" y="2" width="40"/, 'class="bar hidden" x="0" y="2" width="4%"'],
    ['as the length of a shown bar', 'incidents', /class="bar number" x="0" y="2" width="[^"]*"/, 'class="bar number" x="0" y="2" width="50%"'],
    ['as a bar more', 'exploitation', /<rect class="bar hidden"/, '<rect class="bar number" x="0" y="2" width="4%" height="14"/><rect class="bar hidden"'],
    ['as an interval', 'incidents', /<line class="interval" x1="[^"]*"/, '<line class="interval" x1="1%"'],
    ['in what is read aloud', 'exploitation', /(role="img" aria-label=")/, '$138 '],
    ['in an attribute', 'incidents', '<main ', '<main data-women="38" '],
    ['in a comment', 'incidents', '</main>', '<!-- 38 --></main>'],
    ['in the description', 'incidents', 'name="description" content="', 'name="description" content="38 '],
  ])('a number that is planted %s is found', (_, table, from, to) => {
    const before = pages.sv.get(table)!
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    expect(exploredFaults(editionInput(sample, 'sv', { draft: false }), table, after)).not.toEqual([])
  })
})

/** Counts are far apart from every other number of a page. */
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ state: fc.constant('shown' as const), count: fc.integer({ min: 101, max: 989 }), atLeast: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant<ProtectedCell>({ state: 'hidden' }) },
  { weight: 1, arbitrary: fc.record({ state: fc.constant('shown' as const), count: fc.constant(0), atLeast: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant<ProtectedCell>({ state: 'band', numerator: 4, denominator: 5 }) },
)

test('whatever the cells are, a page says and draws them and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 97, maxLength: 97 }), fc.constantFrom('sv' as const, 'en' as const), async (cells, language) => {
      let at = 0
      const next = (): ProtectedCell => cells[at++ % cells.length]!
      // A total is never a band: there is nothing that it would be a part of.
      const total = (): ProtectedCell => {
        const cell = next()
        return cell.state === 'band' ? { state: 'hidden' } : cell
      }
      const tables = await Promise.all(sample.map((table) => {
        const { digest: _, ...body } = table
        return protectedTable({ ...body, base: body.base.map(total), rows: body.rows.map((row) => ({ ...row, cells: row.cells.map(next) })) })
      }))
      expect(faultsOf(tables, language, pagesOf(tables, language))).toEqual([])
    }),
    { seed: 5011, numRuns: process.env['LYKTA_PROVE'] ? 200 : 4, endOnFailure: true },
  )
})
