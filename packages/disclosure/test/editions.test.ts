// Editions of one register, year after year, each made with the ledger of those before it: together they tell nothing more,
// whatever is reported late, corrected or withdrawn between them. Attacked by the program that was written apart.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, protect, type ProtectedTable } from '../src/index.ts'
import { recordProof } from '../../../test/prove/record-proof.ts'
import { type Exposure, independentAttack } from './support/independent-attack.ts'
import { editionsOf, type Made } from './support/ledger.ts'
import { randomHistory } from './support/random-history.ts'
import { randomRegister } from './support/random-register.ts'
import { collection, requestFor } from './support/request.ts'
import { registerOf } from './support/small-register.ts'

const proving = process.env['LYKTA_PROVE'] === '1'
const patience = proving ? 7_200_000 : 300_000
const policy = defaultPolicies.public

/** "policeContacted: 2018 in 2018-2019", for each two runs of one table that share years without being the same. */
function overlapping(tables: readonly ProtectedTable[]): readonly string[] {
  return tables.filter(({ id }) => id !== 'months').flatMap(({ id, periods }) => periods.flatMap((period) =>
    tables.filter((other) => other.id === id).flatMap((other) => other.periods
      .filter((run) => run.id !== period.id && run.from <= period.to && run.to >= period.from && run.to.slice(0, 4) >= period.to.slice(0, 4))
      .map((run) => `${id}: ${period.id} in ${run.id}`))))
}

/** Cells that two editions print with different numbers. */
function differing(tables: readonly ProtectedTable[]): readonly string[] {
  const seen = new Map<string, string>()
  return tables.flatMap(({ id, periods, base, rows }) => [{ codes: [''], members: [''], cells: base }, ...rows].flatMap(({ codes, members, cells }) =>
    cells.flatMap((cell, index) => {
      const place = `${id} ${codes.join('/')} ${members.join()} ${periods[index]!.id}`
      if (cell.state !== 'shown') return []
      const text = `${cell.atLeast ? '≥' : ''}${cell.count}`
      const before = seen.get(place) ?? text
      seen.set(place, text)
      return before === text ? [] : [`${place}: ${before}, ${text}`]
    })))
}

/** What all editions together tell too well; what was counted last is true of all of them. */
async function exposedBy(made: readonly Made[]): Promise<readonly Exposure[]> {
  const tables = made.flatMap(({ protection }) => protection.tables)
  expect(overlapping(tables)).toEqual([])
  expect(differing(tables)).toEqual([])
  const { input, year } = made.at(-1)!
  return (await independentAttack(input, collection, policy, tables.toReversed(), year)).exposed
}

describe('attacked together expose nothing:', () => {
  test('the editions of 2018 and 2019 of one register', async () => {
    let compared = 0
    const exposed: (readonly Exposure[])[] = []
    await fc.assert(fc.asyncProperty(randomRegister, async (reading) => {
      const made = await editionsOf([{ reading, year: 2018 }, { reading, year: 2019 }])
      if (made.length < 2) return
      compared += 1
      const found = await exposedBy(made)
      if (found.length > 0) exposed.push(found)
    }), { seed: 20201231, numRuns: proving ? 200 : 2, endOnFailure: true })
    expect(compared).toBeGreaterThan(1)
    recordProof('two-editions', { pairs: compared, exposing: exposed.length, exposed })
    expect(exposed).toEqual([])
  }, patience)

  test('the editions of 2017, 2018 and 2019, with late reports, corrections and withdrawals between them', async () => {
    let compared = 0
    const exposed: (readonly Exposure[])[] = []
    await fc.assert(fc.asyncProperty(randomHistory(3), async (readings) => {
      const made = await editionsOf(readings.map((reading, index) => ({ reading, year: 2017 + index })))
      if (made.length < 2) return
      compared += 1
      const found = await exposedBy(made)
      if (found.length > 0) exposed.push(found)
    // The second of these has ten incidents of few organisations: a member could tell too much from its totals, so it has no edition.
    }), { seed: 20211231, numRuns: proving ? 200 : 3, endOnFailure: true })
    expect(compared).toBeGreaterThan(1)
    recordProof('three-editions', { sequences: compared, exposing: exposed.length, exposed })
    expect(exposed).toEqual([])
  }, patience)
})

test('a year that could stand alone is not merged with a smaller one after it', async () => {
  const accepting = (year: number, times: number): Parameters<typeof registerOf>[0][number] =>
    ({ year, times, persons: [{ supportContact: 'yes', acceptedSupport: 'yes' }] })
  const others = (year: number): Parameters<typeof registerOf>[0][number] => ({ year, times: 20, persons: [{ supportContact: 'no' }] })
  const input = registerOf([2017, 2018, 2019, 2020, 2021].flatMap((year) => [others(year), accepting(year, year === 2020 ? 4 : 8)]))
  const plan = { ...defaultPlan(policy), tables: defaultPlan(policy).tables.filter(({ id }) => ['incidents', 'persons', 'contact', 'acceptance'].includes(id)) }
  const days = { from: '2017-01-01', to: '2022-03-01' }
  const runs = async (year: number): Promise<string | undefined> =>
    (await protect(requestFor(input, { plan, years: [2017, year], collection: days }))).tables.find(({ id }) => id === 'incidentsAccepting')?.periods.map(({ id }) => id).join(' ')
  expect(await runs(2019)).toBe('2017 2018 2019')
  expect(await runs(2020)).toBe('2017 2018 2019')
  expect(await runs(2021)).toBe('2017 2018 2019 2020-2021')
})
