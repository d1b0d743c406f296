// Over random registers: what is published passes the audit and an attacker written apart, and is nothing but the counts.
import { ProblemError } from '@lykta/incident'
import { type CountCell, type CountInput, countInMemory } from '@lykta/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPolicies, protect, type Protection, type ProtectedCell, readProtected } from '../src/index.ts'
import { independentAttack } from './support/independent-attack.ts'
import { randomRegister } from './support/random-register.ts'
import { collection, requestFor, sha256 } from './support/request.ts'

const proving = process.env['LYKTA_PROVE'] === '1'
/** The same registers in every property. */
const registers: fc.Parameters<[CountInput]> = { seed: 20191231, numRuns: proving ? 200 : 5, endOnFailure: true }
const patience = proving ? 3_600_000 : 300_000
const policy = defaultPolicies.public

const found = new Map<string, Promise<Protection | undefined>>()

/** Undefined for a register that is too small for anything to be published. */
function findProtection(input: CountInput): Promise<Protection | undefined> {
  const key = sha256(JSON.stringify(input))
  const known = found.get(key) ?? protectIfPossible(input)
  found.set(key, known)
  return known
}

async function protectIfPossible(input: CountInput): Promise<Protection | undefined> {
  try {
    return await protect(requestFor(input))
  } catch (error) {
    if (error instanceof ProblemError && error.problems.every(({ code }) => code === 'disclosure.totals-exposed')) return undefined
    throw error
  }
}

const property = (check: (protection: Protection, input: CountInput) => Promise<void> | void): fc.IAsyncPropertyWithHooks<[CountInput]> =>
  fc.asyncProperty(randomRegister, async (input) => {
    const protection = await findProtection(input)
    if (protection) await check(protection, input)
  })

describe('attack', () => {
  test('an attacker written apart finds nothing, in published tables of any register', async () => {
    let asked = 0
    await fc.assert(property(async ({ tables }, input) => {
      const attack = await independentAttack(input, collection, policy, tables)
      asked += attack.asked
      expect(attack.exposed).toEqual([])
    }), registers)
    expect(asked).toBeGreaterThan(200)
  }, patience)

  // More accept than are in contact in two of its years, though not in all three together.
  test('nor where a rule holds for a block of years alone', async () => {
    await fc.assert(property(async ({ tables }, input) => {
      expect((await independentAttack(input, collection, policy, tables)).exposed).toEqual([])
    }), { ...registers, path: '28', numRuns: 1 })
  }, patience)
})

describe('what is published', () => {
  test('holds for every protected cell: the interval has 0 in it, and the threshold or all of the margin', async () => {
    await fc.assert(property(({ protocol, certificate }) => {
      expect(certificate).toMatchObject({ rule: 'zero-to-threshold', solver: 'optimal' })
      for (const { reasons, interval, others } of protocol.cells) {
        const kept = reasons.some((reason) => ['few', 'few-incidents', 'few-organisations', 'one-organisation'].includes(reason))
        if (kept && interval) expect(interval.low).toBe(0)
        if (others) expect(others.low).toBe(0)
      }
    }), registers)
  }, patience)

  test('is the count, never a changed one; a hidden cell has no number; the digest brings it back', async () => {
    await fc.assert(property(async ({ tables, protocol }, input) => {
      for (const table of tables) {
        expect(await readProtected(JSON.parse(JSON.stringify(table)), [{ digest: table.digest }], sha256)).toEqual(table)
        const cells: readonly ProtectedCell[] = [...table.base, ...table.rows.flatMap((row) => row.cells)]
        for (const cell of cells.filter(({ state }) => state === 'hidden')) expect(cell).toEqual({ state: 'hidden' })
        if (table.by.length !== 1) continue
        const by = [table.by[0]] as const
        const several = table.severalAnswers
        const groups = table.rows.filter(({ members }) => members.length > 0).map(({ codes, members }) => ({ code: codes[0]!, members }))
        const [counted] = countInMemory(input, [{ id: 'x', unit: table.unit, by, base: several ? 'answered' : 'all', groups }], table.periods, { collection, basis: 'occurred' })
        for (const [index, { id: period }] of table.periods.entries()) {
          for (const row of table.rows) {
            const cell = row.cells[index]!
            if (cell.state !== 'shown') continue
            const truth: CountCell | undefined = counted!.rows.find(({ codes }) => codes[0] === row.codes[0])?.cells[index]
            // A code that only the data know is merged without being named, so such a group is compared with the protocol.
            const known = protocol.cells.find((one) => one.table === table.id && one.codes[0] === row.codes[0] && one.period === period && one.outcome === 'shown')!
            expect(cell.count).toBe(known.count)
            if (groups.length === 0) expect(cell.count).toBe(truth?.count ?? 0)
          }
          const base = table.base[index]!
          if (base.state === 'shown') expect(base).toEqual({ state: 'shown', count: counted!.base[index]!.count, atLeast: counted!.base[index]!.atLeast })
        }
      }
    }), registers)
  }, patience)

  test('obeys the policy in every cell, and a table by year has no sensitive dimension', async () => {
    await fc.assert(property(({ tables, protocol }) => {
      for (const { outcome, count, unit, by, codes } of protocol.cells) {
        const exempt = unit === 'organisation' || codes.some((code) => ['unknown', 'not-asked', 'distribution-not-known', 'known'].includes(code))
        if (outcome !== 'shown' || exempt) continue
        // Zero may stand where nobody was asked or nothing was collected.
        if (count > 0) expect(count).toBeGreaterThanOrEqual(codes.length > 0 && by.some((one) => policy.sensitiveDimensions.includes(one)) ? 11 : 5)
      }
      for (const { by, periods } of tables) {
        if (by.some((one) => policy.sensitiveDimensions.includes(one))) expect(periods.map(({ id }) => id)).toEqual(['2017-2019'])
        expect(by.length).toBeLessThan(2)
      }
    }), registers)
  }, patience)

  test('is the same for the same register, in whatever order its incidents and organisations come', async () => {
    await fc.assert(property(async ({ tables, certificate }, input) => {
      const turned: CountInput = { ...input, incidents: input.incidents.toReversed(), organisations: input.organisations.toReversed() }
      const again = await protect(requestFor(turned))
      expect(JSON.stringify(again.tables)).toBe(JSON.stringify(tables))
      expect(again.certificate).toEqual(certificate)
    }), { ...registers, numRuns: proving ? 40 : 2 })
  }, patience)
})
