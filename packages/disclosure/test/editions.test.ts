// Editions of one register, year after year: no two print overlapping years of a table. Together they should tell nothing more;
// the plan alone does not see to that in every register (`npm run prove` finds some), the ledger of editions will.
import { ProblemError } from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, protect, type ProtectedTable } from '../src/index.ts'
import { recordProof } from '../../../test/prove/record-proof.ts'
import { type Exposure, independentAttack } from './support/independent-attack.ts'
import { randomRegister } from './support/random-register.ts'
import { collection, requestFor } from './support/request.ts'
import { registerOf } from './support/small-register.ts'

const proving = process.env['LYKTA_PROVE'] === '1'
const patience = proving ? 3_600_000 : 300_000
const policy = defaultPolicies.public

/** Undefined for a register that is too small for anything to be published. */
async function editionOf(input: CountInput, year: number): Promise<readonly ProtectedTable[] | undefined> {
  try {
    return (await protect(requestFor(input, { years: [2017, year] }))).tables
  } catch (error) {
    if (error instanceof ProblemError && error.problems.every(({ code }) => code === 'disclosure.totals-exposed')) return undefined
    throw error
  }
}

/** "policeContacted: 2018 in 2018-2019", for each two runs of one table that share years without being the same. */
function overlapping(tables: readonly ProtectedTable[]): readonly string[] {
  return tables.filter(({ id }) => id !== 'months').flatMap(({ id, periods }) => periods.flatMap((period) =>
    tables.filter((other) => other.id === id).flatMap((other) => other.periods
      .filter((run) => run.id !== period.id && run.from <= period.to && run.to >= period.from && run.to.slice(0, 4) >= period.to.slice(0, 4))
      .map((run) => `${id}: ${period.id} in ${run.id}`))))
}

describe('the editions of 2018 and 2019 of one register', () => {
  test('print no overlapping runs, and attacked together expose nothing', async () => {
    let compared = 0
    const exposed: (readonly Exposure[])[] = []
    await fc.assert(fc.asyncProperty(randomRegister, async (input) => {
      const [earlier, later] = [await editionOf(input, 2018), await editionOf(input, 2019)]
      if (!earlier || !later) return
      compared += 1
      const both = [...later, ...earlier]
      expect(overlapping(both)).toEqual([])
      const found = (await independentAttack(input, collection, policy, both)).exposed
      if (found.length > 0) exposed.push(found)
    }), { seed: 20201231, numRuns: proving ? 200 : 4, endOnFailure: true })
    expect(compared).toBeGreaterThan(1)
    recordProof('two-editions', { pairs: compared, exposing: exposed.length, exposed })
    // The later edition hides a cell that the earlier one printed: docs/disclosure.md, "Two editions".
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
