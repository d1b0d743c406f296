// Reading an instance: what is accepted, and every fault with its file, row and column.
import { describe, expect, test } from 'vitest'
import { parseInstance } from '../../src/index.ts'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const cells = 'cell,place,freq,primary\n0,all,7,0\n1,here,2,1\n2,there,5,0\n'
const read = (cellsText = cells, equationsText = 'equation,total,parts\n0,0,1 2\n') => parseInstance(file('a.csv', cellsText), file('b.csv', equationsText))
const faults = async (...texts: readonly string[]) =>
  (await read(...texts)).problems.map(({ code, where, values }) => [code, where.file, where.row, where.column, ...Object.values(values)])

describe('an instance', () => {
  test('is read whatever separates its columns, with or without what is never printed', async () => {
    const { instance, problems } = await read('published;primary;freq;cell\r\n1;0;7;10\r\n0;1;2;11\r\n1;0;5;12\r\n', '"parts";"total"\r\n"11 12";"10"\r\n')
    expect(problems).toEqual([])
    expect(instance).toEqual({
      cells: [
        { id: 10, value: 7, primary: false, printed: true },
        { id: 11, value: 2, primary: true, printed: false },
        { id: 12, value: 5, primary: false, printed: true },
      ],
      equations: [{ total: 0, parts: [1, 2] }],
    })
  })
  test('names a column that is missing', async () => {
    expect(await faults('cell,freq\n0,1\n')).toEqual([['instance.column-missing', 'a.csv', 1, 'primary']])
    expect(await faults(cells, 'total\n0\n')).toEqual([['instance.column-missing', 'b.csv', 1, 'parts']])
  })
  test('names every number that is none, with its place', async () => {
    expect(await faults('cell,freq,primary\n0,-1,0\n1,2.5,1\nx,3,0\n2,,yes\n')).toEqual([
      ['instance.number', 'a.csv', 2, 'freq', '-1'],
      ['instance.number', 'a.csv', 3, 'freq', '2.5'],
      ['instance.number', 'a.csv', 4, 'cell', 'x'],
      ['instance.number', 'a.csv', 5, 'freq', ''],
      ['instance.flag', 'a.csv', 5, 'primary', 'yes'],
    ])
  })
  test('has each cell once, and equations over its own cells alone', async () => {
    expect(await faults('cell,freq,primary\n0,1,0\n0,1,0\n')).toEqual([['instance.cell-twice', 'a.csv', 3, 'cell', 0]])
    expect(await faults(cells, 'total,parts\n9,1 2\n0,1 7\n0,1 1\n')).toEqual([
      ['instance.cell-unknown', 'b.csv', 2, 'total', '9'],
      ['instance.cell-unknown', 'b.csv', 3, 'parts', '7'],
      ['instance.part-twice', 'b.csv', 4, 'parts'],
      ['instance.sum', 'b.csv', 4, 'total', 7, 4],
    ])
  })
  test('adds up, or says what does not', async () => {
    expect(await faults(cells.replace('5', '6'))).toEqual([['instance.sum', 'b.csv', 2, 'total', 7, 8]])
  })
  test('is no empty file', async () => {
    expect(await faults('cell,freq,primary\n')).toEqual([['instance.no-cells', undefined, undefined, undefined]])
    expect((await read('')).problems[0]).toMatchObject({ code: 'import.file-empty', where: { file: 'a.csv' } })
  })
})
