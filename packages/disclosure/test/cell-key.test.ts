// The cell key method: what it promises of every count, the same noise for the same records, and never on what a ledger tells of.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { perturbCount } from '../src/cell-key/perturb.ts'
import { addUp, countWithKeys, type LedgerEntry, parsePerturbationTable, perturb } from '../src/index.ts'

type Row = { readonly i: number; readonly j: number; readonly p: number; readonly v: number; readonly p_int_lb: number; readonly p_int_ub: number }
const { tables } = JSON.parse(readFileSync(new URL('data/cell-key/ptables.json', import.meta.url), 'utf8')) as {
  readonly tables: Readonly<Record<string, { readonly args: { readonly D: number; readonly V: number; readonly js?: number }; readonly table: readonly Row[] }>>
}
const names = Object.keys(tables)
const keySpace = 2 ** 32
const runs = process.env['LYKTA_PROVE'] ? 1000 : 100

describe.each(names)('%s', (name) => {
  const { args, table: rows } = tables[name]!
  const table = parsePerturbationTable(rows)

  test('publishes what the reference’s intervals say, at both ends of each', () => {
    expect(table.largestNoise).toBe(args.D)
    for (const { i, j, p_int_lb, p_int_ub } of rows) {
      const [first, last] = [Math.ceil(p_int_lb * keySpace), Math.ceil(p_int_ub * keySpace) - 1]
      expect([perturbCount(i, first, table), perturbCount(i, last, table)]).toEqual([j, j])
    }
  })

  test('adds nothing on average, no more than its largest noise, nothing to zero, and publishes no small count where it should not', () => {
    const js = args.js ?? 0
    const most = Math.max(...rows.map(({ i }) => i))
    for (let count = 0; count <= most + 5; count++) {
      // Keys at equal steps: their mean is the expectation, but for a step.
      const steps = 5000
      const published = Array.from({ length: steps }, (_, at) => perturbCount(count, Math.floor(((at + 0.5) / steps) * keySpace), table))
      const mean = published.reduce((sum, one) => sum + one, 0) / steps
      const variance = published.reduce((sum, one) => sum + (one - count) ** 2, 0) / steps
      expect(Math.abs(mean - count)).toBeLessThan(0.005)
      expect(variance).toBeLessThan(args.V + 0.01)
      expect(Math.max(...published.map((one) => Math.abs(one - count)))).toBeLessThanOrEqual(args.D)
      expect(published.every((one) => one >= 0 && (one === 0 || one > js))).toBe(true)
      if (count === 0) expect(new Set(published)).toEqual(new Set([0]))
    }
  })
})

const table = parsePerturbationTable(tables['D5_V3_js2']!.table)
const records = fc.array(fc.record({ row: fc.nat(3), column: fc.nat(2), key: fc.nat(keySpace - 1) }), { maxLength: 200 })

test('the same records have the same number in every table, as a cell, a total or after a part was taken away and put back', () => {
  fc.assert(fc.property(records, fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), (all, order) => {
    const keyed = (cellOf: (one: (typeof all)[number]) => number, cells: number, of = all) => countWithKeys(Uint32Array.from(of, cellOf), Uint32Array.from(of, ({ key }) => key), cells)
    const crossed = keyed(({ row, column }) => row * 3 + column, 12)
    const rows = keyed(({ row }) => row, 4, all.toSorted((a, b) => order[all.indexOf(a)]! - order[all.indexOf(b)]!))
    const totals = addUp(crossed, [0, 1, 2, 3].map((row) => [3 * row, 3 * row + 1, 3 * row + 2]))
    const publish = (counts: typeof rows) => perturb({ figure: 'national', counts, table, ledger: [] }).published
    expect(publish(totals)).toEqual(publish(rows))
    expect(publish(addUp(rows, [[0, 1, 2, 3]]))).toEqual(publish(addUp(crossed, [Array.from({ length: 12 }, (_, cell) => cell)])))
  }), { seed: 20_261_126, numRuns: runs })
})

test('one record more draws the noise anew: the difference of two totals is not the record', () => {
  const differences = new Set<number>()
  fc.assert(fc.property(fc.array(fc.nat(keySpace - 1), { minLength: 30, maxLength: 30 }), (keys) => {
    const count = (of: readonly number[]) => perturb({ figure: 'national', counts: countWithKeys(new Uint32Array(of.length), Uint32Array.from(of), 1), table, ledger: [] }).published[0]!
    differences.add(count(keys) - count(keys.slice(1)))
  }), { seed: 7, numRuns: 300 })
  expect(differences.size).toBeGreaterThan(6)
  expect(differences).toContain(0)
})

test('what a ledger tells of is never perturbed, whoever published it, nor any part of it', () => {
  const counts = countWithKeys(new Uint32Array(3), Uint32Array.of(1, 2, 3), 1)
  const edition = { kind: 'edition', tables: [{ id: 'persons' }] } as unknown as LedgerEntry
  const outside = { kind: 'outside', figures: [{ table: 'sexAge' }] } as unknown as LedgerEntry
  for (const figure of ['persons', 'persons.occurrences', 'sexAge']) expect(() => perturb({ figure, counts, table, ledger: [edition, outside] })).toThrow('the ledger tells of')
  expect(perturb({ figure: 'nationalPersons', counts, table, ledger: [edition, outside] })).toMatchObject({ method: 'cell-key', largestNoise: 5 })
})

test.each<[what: string, change: (rows: readonly Row[]) => readonly Row[], told: string]>([
  ['a zero that may become one', (rows) => rows.map((row) => (row.i === 0 ? { ...row, j: 1 } : row)), 'count 0: zero must stay zero'],
  ['a count without a row', (rows) => rows.filter(({ i }) => i !== 2), 'count 2: no row'],
  ['intervals that end before 1', (rows) => rows.map((row) => (row.i === 3 && row.p_int_ub === 1 ? { ...row, p_int_ub: 0.999 } : row)), 'count 3: intervals must rise to 1'],
  ['noise that pulls upwards', (rows) => rows.map((row) => (row.i === 4 && row.p_int_ub === 1 ? { ...row, j: row.j + 1 } : row)), 'count 4: adds'],
  ['less than nothing', (rows) => rows.map((row) => (row.i === 1 && row.j === 0 ? { ...row, j: -1 } : row)), 'count 1: what is published'],
])('a table with %s is refused', (_, change, told) => {
  expect(() => parsePerturbationTable(change(tables['D5_V3_js2']!.table))).toThrow(told)
})
