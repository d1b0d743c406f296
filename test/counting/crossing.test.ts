// Any two answers crossed: against a count by hand of the reference's spreadsheets, and against the tables by one answer.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Crossing, crossable, type CrossableUnit, type Dimension } from '@lykta/statistics'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CrossingAnswer } from '../../apps/server/src/api/crossing-types.ts'
import type { StatisticsAnswer } from '../../apps/server/src/api/types.ts'
import { root } from '../journey/lykta.ts'
import { makeTestApp, type TestApp } from '../server/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await makeTestApp()
})
afterAll(() => app.close())

const cross = async (unit: CrossableUnit, rows: Dimension, columns: Dimension, from = 2017, to = 2019): Promise<Crossing> =>
  (await app.json<CrossingAnswer>(`/api/crossing?unit=${unit}&rows=${rows}&columns=${columns}&from=${from}&to=${to}`)).crossing
const at = ({ rows, columns, cells }: Crossing, row: string, column: string): number => cells[rows.indexOf(row)]?.[columns.indexOf(column)]?.count ?? 0

/** The sample's file, line by line. */
async function lines(name: string): Promise<readonly (readonly string[])[]> {
  const text = await readFile(join(root, 'samples/exempelstad', name), 'utf8')
  return text.replaceAll('\r', '').trim().split('\n').slice(1).map((line) => line.split(';'))
}

test('place by sign, a sign being one of several answers', async () => {
  const crossing = await cross('incident', 'place-type', 'indicator', 2019, 2019)
  const places = { hotell: 'hotel', bostad: 'home', gata: 'street', internet: 'internet', arbetsplats: 'workplace', massagesalong: 'massage-parlour', annat: 'other', okänt: 'unknown' } as const
  const counted = new Map<string, number>()
  for (const [, day, , , place, , , signs] of await lines('incidenter.csv')) {
    if (!day!.startsWith('2019')) continue
    for (const sign of signs!.split('|').filter(Boolean)) counted.set(`${places[place as keyof typeof places]} ${sign}`, (counted.get(`${places[place as keyof typeof places]} ${sign}`) ?? 0) + 1)
  }
  expect(counted.size).toBeGreaterThan(20)
  const found = new Map(crossing.rows.flatMap((row) => crossing.columns.map((column) => [`${row} ${column}`, at(crossing, row, column)] as const)).filter(([, count]) => count > 0))
  expect(found).toEqual(counted)
  expect(crossing).toMatchObject({ unit: 'incident', base: { count: 30 }, severalAnswers: true, period: { months: 12 } })
})

test('the other way round is the same, and every two answers add up to what each is alone', async () => {
  const { tables } = await app.json<StatisticsAnswer>('/api/statistics?from=2017&to=2019')
  const alone = (id: string) => new Map(tables.find(({ spec }) => spec.id === id)!.rows.map(({ codes, cells }) => [codes[0]!, cells.at(-1)!.count]))
  const exploitation = alone('exploitation')
  for (const other of crossable.incident.filter((one) => one !== 'exploitation' && one !== 'indicator' && one !== 'indicator-category' && one !== 'nationality')) {
    const crossing = await cross('incident', 'exploitation', other)
    expect([other, crossing.rows.map((row, index) => [row, crossing.cells[index]!.reduce((sum, { count }) => sum + count, 0)])]).toEqual([other, [...exploitation]])
    const turned = await cross('incident', other, 'exploitation')
    expect(turned.rows.filter((row) => turned.columns.some((column) => at(turned, row, column) !== at(crossing, column, row)))).toEqual([])
  }
  const indicators = alone('indicators')
  const byPolice = await cross('incident', 'indicator', 'police-contacted')
  expect(byPolice.rows.map((row, index) => [row, byPolice.cells[index]!.reduce((sum, { count }) => sum + count, 0)])).toEqual([...indicators])
  // Two of several answers: one incident in each pair that is true of it.
  const pairs = await cross('incident', 'nationality', 'indicator')
  expect(Math.max(...pairs.cells.flat().map(({ count }) => count))).toBeLessThanOrEqual(22)
  expect(pairs.severalAnswers).toBe(true)
})

test('persons by sex and age, in either order', async () => {
  expect(at(await cross('person', 'sex', 'age-group', 2019, 2019), 'woman', 'adult')).toBe(38)
  expect(at(await cross('person', 'age-group', 'sex', 2019, 2019), 'adult', 'woman')).toBe(38)
})

test('what cannot be crossed, or lies outside the collection, is refused', async () => {
  for (const wrong of ['unit=incident&rows=sector&columns=sector&from=2017&to=2019', 'unit=person&rows=sex&columns=nationality&from=2017&to=2019', 'unit=x&rows=sex&columns=age-group&from=2017&to=2019',
    'unit=incident&rows=sector&columns=indicator&from=2016&to=2019', 'unit=incident&rows=sector&columns=indicator&from=2019&to=2018', 'unit=incident&rows=__proto__&columns=indicator&from=2019&to=2019', '']) {
    expect([wrong, (await app.ask(`/api/crossing?${wrong}`)).status]).toEqual([wrong, 400])
  }
})
