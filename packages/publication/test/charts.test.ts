// Charts: what is drawn is what is shown. A hidden cell has no mark, a column's height is its count, words stand in the picture's text.
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { mergePeriods, partsOfYear, yearPeriods } from '@lykta/statistics'
import type { Chart } from '../src/document/document.ts'
import { textOf } from '../src/document/inline.ts'
import { editionDocument } from '../src/index.ts'
import { wordsIn } from '../src/words/words-in.ts'
import { collection, hidden, protectedTable, shown } from './support/protected.ts'
import { editionInput, sampleTables } from './support/sample-edition.ts'

type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: string }

function pictureOf(svg: string): { readonly rects: readonly Rect[]; readonly texts: readonly string[]; readonly root: Element; readonly lines: readonly Element[] } {
  const root = parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document.querySelector('svg')!
  const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? element.parentElement!.getAttribute(name))
  const rects = [...root.querySelectorAll('rect')].map((element) => ({
    x: number(element, 'x'), y: number(element, 'y'), width: number(element, 'width'), height: number(element, 'height'),
    fill: element.getAttribute('fill') ?? element.parentElement!.getAttribute('fill') ?? '',
  }))
  return { rects, texts: [...root.querySelectorAll('text')].map((text) => text.textContent ?? ''), root, lines: [...root.querySelectorAll('line')] }
}

async function chart(id: string, tables: readonly ProtectedTable[], changes = {}): Promise<Chart> {
  const document = editionDocument(editionInput(tables, 'en', changes, `# T\n\n{{chart ${id}}}\n`))
  const [found] = document.blocks
  if (found?.kind !== 'chart') throw new Error(`no chart: ${JSON.stringify(found)}`)
  return found
}

let sample: readonly ProtectedTable[]
beforeAll(async () => {
  sample = await sampleTables()
})

describe('the columns of incidents by year', () => {
  test('say "can be chance" only where it can: two months at the start differ by more, and carry no direction either', async () => {
    const years = [{ id: '2017', from: '2017-01-01', to: '2017-12-31', months: 2 }, { id: '2018', from: '2018-01-01', to: '2018-12-31', months: 12 }]
    const first = await protectedTable({ id: 'incidents', periods: years, base: [shown(10), shown(23)] })
    expect((await chart('incidents', [first], { year: 2018 })).title).toBe('23 incidents in 2018 against 10 in 2017 (Nov–Dec): no increase or decrease can be read from this')
  })

  test('are as high as their counts, hatched where collection was partial, each with a thin interval', async () => {
    const { wide, narrow, title } = await chart('incidents', sample)
    expect(title).toBe('30 incidents in 2019 against 23 in 2018: the difference can be chance')
    for (const svg of [wide, narrow]) {
      const { rects, texts, lines } = pictureOf(svg)
      expect(rects).toHaveLength(3)
      const scale = rects.reduce((sum, { height }) => sum + height, 0) / 63
      const heights = rects.map(({ height }) => Math.round(height / scale)).toSorted((a, b) => a - b)
      expect(heights).toEqual([10, 23, 30])
      expect(rects.filter(({ fill }) => fill.startsWith('url(#hatch-')).map(({ height }) => Math.round(height / scale))).toEqual([10])
      expect(texts).toEqual(expect.arrayContaining(['10', '23', '30', '2017', '2018', '2019']))
      for (const line of lines) {
        const width = Number(line.getAttribute('stroke-width') ?? line.parentElement!.getAttribute('stroke-width'))
        expect(width).toBeLessThanOrEqual(1.2)
      }
      expect(lines.length).toBeGreaterThanOrEqual(4)
    }
  })

  test('a hidden year is a gap with a word, and the scale tells nothing of it', async () => {
    const known = await protectedTable({ id: 'incidents', base: [hidden, shown(23), shown(30)] })
    const { wide, alt } = await chart('incidents', [known])
    const { rects, texts } = pictureOf(wide)
    expect(rects).toHaveLength(2)
    expect(texts).toContain('not shown')
    expect(alt).toContain('2017 (Nov–Dec): not shown')
  })
})

describe('ranked bars', () => {
  test('the indicators of the year, longest first, nothing drawn that is not shown', async () => {
    const { wide, table } = await chart('indicators', sample)
    const column = table.columns.length - 1
    const counts = table.rows.slice(0, -1).flatMap(({ cells }) => (cells[column]!.cell.sign === 'number' ? [(cells[column]!.cell as { count: number }).count] : []))
    const { rects, texts } = pictureOf(wide)
    expect(rects).toHaveLength(counts.length)
    const scale = Math.max(...rects.map(({ width }) => width)) / Math.max(...counts)
    expect(rects.map(({ width }) => Math.round(width / scale))).toEqual(counts)
    for (const count of counts) expect(texts).toContain(String(count))
  })

  describe('in a year past the block, or while the year waits', () => {
    const later = { from: '2017-11-01', to: '2021-02-03' }
    const years = yearPeriods(2017, 2020, later)
    const of2020 = { year: 2020, today: '2021-02-03', collectedTo: '2021-02-03' }
    const row = { codes: ['RO'], members: [], cells: [shown(22)] }
    const byBlock = { id: 'nationalityIncidents', by: ['nationality'], severalAnswers: true, periods: [mergePeriods(years.slice(0, 3), later)], rows: [row] } as const
    const ticked = { codes: ['sexual.many-phones'], members: [], cells: [shown(9), shown(12)] }
    const waiting = { id: 'indicators', by: ['indicator'], severalAnswers: true, periods: [mergePeriods(years.slice(0, 2), later), years[2]!], rows: [ticked] } as const

    test('what is of a block is drawn of the block, and says which', async () => {
      const { title, subtitle, table } = await chart('nationalities', [await protectedTable({ ...byBlock, base: [shown(41)] })], of2020)
      expect(title).toBe('Nationality known most often: Romania, in 22 of 41 incidents (54 per cent)')
      expect(subtitle).toContain('Base: 41 incidents, 2017–2019 (Nov 2017–Dec 2019).')
      expect(table.rows[0]!.header).toBe('Romania')
      expect((await chart('nationalities', [await protectedTable({ ...byBlock, base: [hidden] })], of2020)).subtitle).toContain('Period: 2017–2019 (Nov 2017–Dec 2019).')
    })

    test('what is of years is drawn of the last that are printed', async () => {
      const { title, subtitle } = await chart('indicators', [await protectedTable({ ...waiting, base: [shown(33), shown(30)] })], of2020)
      expect(title).toMatch(/^Most often: .*, in 12 of 30 incidents \(40 per cent\)$/)
      expect(subtitle).toContain('Base: 30 incidents, 2019.')
    })

    test.each([
      ['nationalities', async () => [], 'no-block'],
      ['indicators', async () => [], 'waiting'],
      ['nationalities', async () => [await protectedTable({ ...byBlock, base: [shown(41)], rows: [{ ...row, cells: [hidden] }] })], 'hidden'],
      ['chain', async () => [await protectedTable({ id: 'incidents', periods: years, base: years.map(() => shown(30)) })], 'not-alone'],
    ] as const)('the reason why there is none is the real one: %s', async (id, tables, reason) => {
      const notes = await Promise.all((['sv', 'en'] as const).map(async (language) => editionDocument(editionInput(await tables(), language, of2020, `# T\n\n{{chart ${id}}}\n`)).blocks[0]))
      const says = (language: 'sv' | 'en') => wordsIn[language].chart.noChart[reason](wordsIn[language].chart[id].plain)
      expect(notes.map((note) => (note?.kind === 'note' ? note.children.map((one) => (one.kind === 'paragraph' ? textOf(one.children) : '')).join('') : note?.kind))).toEqual([says('sv'), says('en')])
    })
  })

  test('"most often" is said only of what is shown to be the largest', async () => {
    const titleOf = async (...rows: readonly (readonly [code: string, members: readonly string[], cell: ProtectedCell])[]): Promise<string> => {
      const table = await protectedTable({
        id: 'nationalityIncidents', by: ['nationality'], severalAnswers: true, periods: [mergePeriods(yearPeriods(2017, 2019, collection), collection)],
        base: [shown(60)], rows: rows.map(([code, members, cell]) => ({ codes: [code], members, cells: [cell] })),
      })
      return (await chart('nationalities', [table])).title
    }
    expect(await titleOf(['RO', [], shown(22)], ['other', ['TH', 'RU'], shown(20)])).toBe('Nationality known most often: Romania, in 22 of 60 incidents (37 per cent)')
    // Hidden, equal, or one of the merged: each may be as large.
    expect(await titleOf(['RO', [], shown(22)], ['TH', [], hidden])).toBe('Known nationalities')
    expect(await titleOf(['RO', [], shown(22)], ['TH', [], shown(22)])).toBe('Known nationalities')
    expect(await titleOf(['RO', [], shown(22)], ['other', ['TH', 'RU'], shown(30)])).toBe('Known nationalities')
    expect(await titleOf(['other', ['TH', 'RU'], shown(30)], ['RO', [], hidden])).toBe('Known nationalities')
  })

  test('a step that the form did not ask about is not in the chain', async () => {
    const { table, alt } = await chart('chain', sample)
    expect(table.rows.map(({ header }) => header)).not.toContain('Incidents in which someone was offered support')
    expect(alt).not.toContain('offered')
  })
})

test('every picture has one name, no style, no class, no link, and the words of its alternative text are those of its table', async () => {
  for (const id of ['incidents', 'persons', 'months', 'indicators', 'nationalities', 'chain']) {
    const { wide, narrow, alt, table } = await chart(id, sample)
    for (const svg of [wide, narrow]) {
      const { root } = pictureOf(svg)
      expect(root.getAttribute('role')).toBe('img')
      expect(root.getAttribute('aria-label')).toBe(alt)
      expect(root.querySelectorAll('style, script, a, image, foreignObject, [class], [style], [href], title, desc')).toHaveLength(0)
      expect(root.querySelectorAll('[aria-label]')).toHaveLength(0)
    }
    const inTable = new Set(JSON.stringify(table).match(/\d+/g))
    for (const number of alt.replace(/\(\d+ per cent\)/g, '').match(/\d+/g) ?? []) expect(inTable, `${id}: ${number}`).toContain(number)
  }
})

test('readable in grey: a partial column is told apart by its hatching, the year in focus by its label', async () => {
  const { wide } = await chart('persons', sample)
  expect(wide).toContain('<pattern')
  // Direct labels: as many values written as bars drawn.
  const { rects, texts } = pictureOf(wide)
  expect(texts.filter((text) => /^(?:at least )?\d+$/.test(text) && !/^20\d\d$/.test(text))).toHaveLength(rects.length)
})

test('the table of parts says what they are parts of, for they need not add up to it', async () => {
  const [year] = yearPeriods(2019, 2019, collection)
  const months = await protectedTable({ id: 'months', periods: partsOfYear(2019, 6, collection), base: [shown(21), shown(20)] })
  const notes = async (base: ProtectedCell): Promise<readonly string[]> =>
    (await chart('months', [await protectedTable({ id: 'incidents', periods: [year!], base: [base] }), months])).table.notes
  expect(await notes(shown(50))).toEqual(['Base: incidents in the year, 50. Those whose date is not known so exactly stand in no part of it.'])
  expect(await notes(hidden)).toEqual([])
})

test('parts of the year alike are told once', async () => {
  const halves = ['H1', 'H2'].map((half, index) => ({ id: `2019-${half}`, from: `2019-0${index * 6 + 1}-01`, to: index === 0 ? '2019-06-30' : '2019-12-31', months: 6 }))
  const even = await protectedTable({ id: 'months', periods: halves, base: [shown(15), shown(15)] })
  expect((await chart('months', [even])).title).toBe('15 incidents in each part of the year')
  const uneven = await protectedTable({ id: 'months', periods: halves, base: [shown(12), shown(18)] })
  expect((await chart('months', [uneven])).title).toBe('Between 12 and 18 incidents in each part of the year')
  const partly = await protectedTable({ id: 'months', periods: partsOfYear(2019, 3, collection), base: [shown(12), hidden, shown(18), shown(13)] })
  expect((await chart('months', [partly])).title).toBe('Incidents in parts of the year')
})
