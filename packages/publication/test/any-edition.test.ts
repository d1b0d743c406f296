// Whatever may be shown, an edition can be made: any mixture of shown, lower-bound, hidden and band cells, and nothing is said that is not shown.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { type EditionTools, makeEdition } from '../src/index.ts'
import { protectedTable } from './support/protected.ts'
import { editionInput, sampleTables } from './support/sample-edition.ts'

const sample = await sampleTables()
const drawPng = (): ReturnType<EditionTools['drawPng']> => Promise.resolve({ bytes: new Uint8Array(8), width: 640, height: 200 })
const tools = { compilePdf: () => Promise.resolve(new Uint8Array()), drawPng, digest: () => Promise.resolve('00'.repeat(32)), fonts: [] }

/** How each cell of the sample is changed; counts are far apart from every other number of an edition. */
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ state: fc.constant('shown' as const), count: fc.integer({ min: 10_000, max: 99_999 }), atLeast: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant<ProtectedCell>({ state: 'hidden' }) },
  { weight: 1, arbitrary: fc.constant<ProtectedCell>({ state: 'shown', count: 0, atLeast: false }) },
  { weight: 1, arbitrary: fc.constant<ProtectedCell>({ state: 'shown', count: 0, atLeast: true }) },
  { weight: 1, arbitrary: fc.constant<ProtectedCell>({ state: 'band', numerator: 4, denominator: 5 }) },
)

async function changed(table: ProtectedTable, next: () => ProtectedCell): Promise<ProtectedTable> {
  const { digest: _, ...body } = table
  // A total is never a band: there is nothing that it would be a part of.
  const base = body.base.map(() => {
    const cell = next()
    return cell.state === 'band' ? ({ state: 'hidden' } as const) : cell
  })
  return protectedTable({ ...body, base, rows: body.rows.map((row) => ({ ...row, cells: row.cells.map(next) })) })
}

test('any mixture of cells becomes an edition in both languages; large numbers stand only where they are shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 200, maxLength: 200 }), fc.constantFrom('sv' as const, 'en' as const), fc.integer({ min: 2017, max: 2019 }), async (cells, language, year) => {
      let at = 0
      const shown = new Set<number>()
      const next = (): ProtectedCell => {
        const cell = cells[at++ % cells.length]!
        if (cell.state === 'shown') shown.add(cell.count)
        return cell
      }
      const tables: ProtectedTable[] = []
      for (const table of sample) tables.push(await changed(table, next))
      const files = await makeEdition(editionInput(tables, language, { year }), tools)
      const text = (path: string): string => new TextDecoder().decode(files.get(path))
      const page = text('index.html').replace(/<style>[\s\S]*?<\/style>/, '').replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/<[^>]*>/g, ' ')
      expect(page).not.toMatch(/undefined|NaN|Infinity|\[object/)
      // A sum over the years is the only whole number that is made of others.
      const sums = tables.map(({ base }) => (base.every((cell) => cell.state === 'shown') ? base.reduce((sum, cell) => sum + (cell.state === 'shown' ? cell.count : 0), 0) : 0))
      // With decimals it is a rate or an end of its interval.
      const printed = page.match(language === 'sv' ? /\d{2,3}\u00a0\d{3}(?!,\d)/g : /\d{2,3},\d{3}(?!\.\d)/g) ?? []
      for (const number of printed.map((one) => Number(one.replace(/\D/g, '')))) expect(shown.has(number) || sums.includes(number), String(number)).toBe(true)
      for (const [path] of files) if (path.endsWith('.json')) JSON.parse(text(path))
    }),
    { seed: 5010, numRuns: process.env['LYKTA_PROVE'] ? 300 : 12, endOnFailure: true },
  )
})
