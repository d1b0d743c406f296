// Parts of a year told in situation reports: what is told never gives a small count away, and never costs the network its annual report.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CivilDate, SameLink } from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'
import { defaultPolicies, type LedgerEntry, protect, type ProtectedTable, type Protection } from '@lykta/disclosure'
import { independentAttack } from '../../packages/disclosure/test/support/independent-attack.ts'
import { outsideOf } from '../../packages/disclosure/test/support/ledger.ts'
import { randomRegister } from '../../packages/disclosure/test/support/random-register.ts'
import { countOf, hierarchies, requestFor, sha256 } from '../../packages/disclosure/test/support/request.ts'
import { type Alike, registerOf } from '../../packages/disclosure/test/support/small-register.ts'
import { load, solveExtremes } from '../../packages/disclosure/test/support/solvers.ts'
import { tellParts, type Telling } from '../../apps/server/src/work/situation/tell-parts.ts'

const policy = defaultPolicies.public
const from = '2017-01-01'

type Said = { readonly on: CivilDate; readonly telling: Telling }

/** Reports on those days, each in the ledger of the next; what occurs is known on the same day. */
async function reportsOf(input: CountInput, days: readonly CivilDate[], ledger: LedgerEntry[] = []): Promise<readonly Said[]> {
  const said: Said[] = []
  for (const on of days) {
    const known = { ...input, incidents: input.incidents.filter(({ answers }) => answers.occurred.to <= on) }
    const collection = { from, to: on }
    const told = said.flatMap(({ telling }) => telling.parts.flatMap(({ table, periods }) => table.periods.filter(({ id }) => periods.includes(id))))
    const telling = await tellParts({
      policy, publicThreshold: 5, collection, earlier: [...ledger], told, hierarchies, solve: solveExtremes, load, digest: sha256, asOf: input.position, count: countOf(known, collection),
    })
    said.push({ on, telling })
    if (telling.figures.length > 0) ledger.push(outsideOf(`told-${on}`, telling.figures))
  }
  return said
}

const figuresOf = (said: readonly Said[]): readonly string[] => said.map(({ on, telling }) => `${on}: ${telling.figures.map(({ period, count }) => `${period} ${count}`).join(', ') || telling.untold}`)

async function annual(input: CountInput, ledger: readonly LedgerEntry[]): Promise<Protection | 'too small' | 'refused'> {
  const collection = { from, to: '2020-03-01' }
  try {
    return await protect(requestFor(input, { collection, years: [2017, 2019], earlier: ledger }))
  } catch (error) {
    const code = (error as { readonly problems?: readonly { readonly code: string }[] }).problems?.[0]?.code
    if (code === 'disclosure.totals-exposed') return 'too small'
    if (code === 'disclosure.ledger-exposed') return 'refused'
    throw error
  }
}

/** As it was told: cells of other periods hidden. */
function asTold({ telling }: Said): readonly ProtectedTable[] {
  return telling.parts.map(({ table, periods }) => ({ ...table, base: table.base.map((cell, index) => (periods.includes(table.periods[index]!.id) ? cell : { state: 'hidden' })) }))
}

const meetings: readonly CivilDate[] = ['2019-03-14', '2019-06-13', '2019-09-12', '2019-12-12', '2020-03-01']
const inQuarters = (...counts: readonly number[]): readonly Alike[] => [
  { times: 24, year: 2017 }, { times: 24, year: 2018 }, ...counts.flatMap((times, quarter): readonly Alike[] => [{ times, year: 2019, month: quarter * 3 + 2 }]),
]

describe('a town', () => {
  test('is told of a quarter when enough of the next is known, and of the last when the year is over', async () => {
    expect(figuresOf(await reportsOf(registerOf(inQuarters(9, 8, 7, 6)), meetings))).toEqual([
      // The year before is over, and no edition has told of it.
      '2019-03-14: 2018-Q1 6, 2018-Q2 6, 2018-Q3 6, 2018-Q4 6',
      '2019-06-13: 2019-Q1 9',
      '2019-09-12: 2019-Q2 8',
      '2019-12-12: 2019-Q3 7',
      '2020-03-01: 2019-Q4 6',
    ])
  })

  test('is told nothing of a quarter while the rest of the year is small: with the total of the year the rest would follow', async () => {
    const input = registerOf(inQuarters(9, 8, 9, 3))
    const ledger: LedgerEntry[] = []
    const said = await reportsOf(input, meetings, ledger)
    expect(figuresOf(said).slice(1)).toEqual(['2019-06-13: 2019-Q1 9', '2019-09-12: 2019-Q2 8', '2019-12-12: rest-too-small', '2020-03-01: 2019-H2 12'])
    expect(await annual(input, ledger)).toHaveProperty('tables')
  })

  test('counts an event once, however many reported it, when it asks what is left', async () => {
    const last = { year: 2019, month: 11 }
    const reported = registerOf([...inQuarters(9, 8, 9), { ...last, times: 3, by: 0 }, { ...last, times: 2, by: 1 }, { ...last, times: 1, by: 2 }])
    // Three events: all three reported one, two the second, one the third.
    const [a, b, , alsoA, alsoB, onceMoreA] = reported.incidents.slice(-6).map(({ id }) => id)
    const same = (cluster: string, ...ids: readonly (string | undefined)[]): readonly SameLink[] => ids.map((id) => ({ incident: id!, entry: null, cluster, degree: 'certain', groups: null }))
    const input = { ...reported, links: [...same('first', a, alsoA, onceMoreA), ...same('second', b, alsoB)] }
    const ledger: LedgerEntry[] = []
    const said = await reportsOf(input, meetings, ledger)
    expect(figuresOf(said).slice(1)).toEqual(['2019-06-13: 2019-Q1 9', '2019-09-12: 2019-Q2 8', '2019-12-12: rest-too-small', '2020-03-01: 2019-H2 12'])
    expect(await annual(input, ledger)).toHaveProperty('tables')
  })

  test('is told no part of a year that some have read in two states', async () => {
    const collection = { from, to: '2019-03-14' }
    const input = registerOf(inQuarters())
    const none = countOf({ ...input, incidents: [] }, collection)
    const request = { policy, publicThreshold: 5, collection, earlier: [], told: [], hierarchies, solve: solveExtremes, load, digest: sha256, asOf: input.position, count: countOf(input, collection) }
    const states = [{ year: 2018, before: request.count, entering: none, leaving: none, ledger: [] }]
    expect(await tellParts({ ...request, states })).toEqual({ parts: [], figures: [], untold: null })
  })

  test('would have had no annual report, had the third quarter been told too', async () => {
    const input = registerOf(inQuarters(9, 8, 9, 3))
    const figure = (period: string, count: number) => ({ table: 'months', codes: [], period, count, atLeast: true })
    expect(await annual(input, [outsideOf('told', [figure('2019-Q1', 9), figure('2019-Q2', 8), figure('2019-Q3', 9)])])).toBe('refused')
  })

  test('in which one organisation reports nearly all is told nothing that the others could subtract', async () => {
    const input = registerOf([{ times: 24, year: 2017 }, { times: 24, year: 2018 }, { times: 9, year: 2019, month: 2, by: 0 }, { times: 9, year: 2019, month: 5 }, { times: 9, year: 2019, month: 8 }])
    expect(figuresOf(await reportsOf(input, meetings.slice(1, 3)))[0]).toMatch(/2019-06-13: (?!.*2019-Q1)/)
  })
})

describe('random registers', () => {
  const numRuns = process.env['LYKTA_PROVE'] === '1' ? 24 : 4
  const tried: { readonly input: CountInput; readonly said: readonly Said[]; readonly ledger: readonly LedgerEntry[] }[] = []
  beforeAll(async () => {
    for (const input of fc.sample(randomRegister, { seed: 3705, numRuns })) {
      const ledger: LedgerEntry[] = []
      tried.push({ input, said: await reportsOf(input, meetings, ledger), ledger })
    }
  }, 600_000)

  test('a report never costs the annual one', async () => {
    let told = 0
    for (const { input, ledger } of tried) {
      told += ledger.length
      if (ledger.length === 0) continue
      // A register too small for any edition has none with reports either, and is refused in other words.
      if ((await annual(input, ledger)) === 'refused') expect(await annual(input, [])).toBe('too small')
    }
    expect(told).toBeGreaterThan(2)
  }, 600_000)

  test('and together with it tells nothing that an attacker written apart could work out', async () => {
    let asked = 0
    for (const { input, said, ledger } of tried) {
      const edition = ledger.length === 0 ? 'too small' : await annual(input, ledger)
      if (typeof edition === 'string') continue
      const found = await independentAttack(input, { from, to: '2020-03-01' }, policy, [...edition.tables, ...said.flatMap(asTold)], 2019)
      asked += found.asked
      expect(found.exposed.filter(({ cell }) => cell.startsWith('N incident'))).toEqual([])
    }
    expect(asked).toBeGreaterThan(0)
  }, 600_000)
})
