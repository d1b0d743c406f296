// The network's own chain in a situation report: whatever was followed up, each printed step is true, no larger than the one before, and no difference between two is of too few.
import { createHash } from 'node:crypto'
import { defaultPolicies, type ProtectedTable } from '@lykta/disclosure'
import { defaultChain, hierarchiesOn } from '@lykta/incident'
import { type Chained, countFurthest, nestedSteps, type Period, unfoundedCode } from '@lykta/statistics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programLoader } from '../../apps/server/src/adapters/load-program.ts'
import { solveExtremes } from '../../apps/server/src/adapters/solve-extremes.ts'
import { protectApart } from '../../apps/server/src/work/situation/protect-apart.ts'
import { protectWindows } from '../../apps/server/src/work/situation/protect-windows.ts'
import { windowChain } from '../../apps/server/src/work/situation/window-chain.ts'
import { nestedChain } from '../../packages/publication/src/situation/nested-chain.ts'

const policy = defaultPolicies.core
const codes = [unfoundedCode, ...nestedSteps(defaultChain)]
const before: Period = { id: '2019-05-to-2019-07', from: '2019-05-01', to: '2019-07-31', months: 3 }
const now: Period = { id: '2019-08-to-2019-10', from: '2019-08-01', to: '2019-10-31', months: 3 }
const drawn: fc.Arbitrary<readonly Chained[]> = fc.array(fc.record({
  organisations: fc.constantFrom('a', 'b', 'c', 'd', 'e').map((one) => [one]), isNow: fc.boolean(), code: fc.constantFrom(...codes),
}), { minLength: 4, maxLength: 60 }).map((list) => list.map(({ organisations, isNow, code }) => ({ organisations, code, from: isNow ? now.from : before.from, to: isNow ? now.from : before.from })))

const means = async () => ({
  solve: solveExtremes, load: await programLoader(), left: () => 60, digest: (text: string) => createHash('sha256').update(text).digest('hex'), asOf: 1, hierarchies: hierarchiesOn('2019-12-31'),
})

test('of every printed chain', async () => {
  let printed = 0
  await fc.assert(fc.asyncProperty(drawn, async (standing) => {
    const chain = windowChain({ steps: defaultChain, standing }, { before, now }, policy)
    if (!chain) return
    const tables = await protectWindows({ before, now }, policy, {
      ...(await means()), chain, chainAlone: true, count: async (specs, periods, byOrganisation) => countFurthest(standing, { specs, periods, byOrganisation, asOf: 1 }),
    })
    const nested = tables.length === 0 ? null : nestedChain({ before, now, tables, chain: chain.chain })
    if (!nested) return
    printed += 1
    for (const slot of ['before', 'now', 'both'] as const) {
      const shown = nested.rows.flatMap(({ step, cells }) => {
        const cell = cells.kind === 'both' ? (slot === 'both' ? cells.both : undefined) : slot === 'both' ? undefined : cells[slot]
        return cell?.state === 'shown' ? [{ step, count: cell.count }] : []
      })
      const inSlot = standing.filter(({ from }) => slot === 'both' || (from === now.from) === (slot === 'now'))
      const from = (step: string | null): readonly Chained[] => inSlot.filter(({ code }) => step === null || codes.indexOf(code) >= codes.indexOf(step))
      for (const [at, { step, count }] of shown.entries()) {
        expect(count).toBe(from(step).length)
        const next = shown[at + 1]
        // Who came so far and no further, as everybody can subtract.
        const stopped = from(step).filter((one) => next === undefined || !from(next.step).includes(one))
        if (at === 0 && shown.length === 1) continue
        expect(stopped.length).toBeGreaterThanOrEqual(policy.threshold)
        const organisations = Map.groupBy(stopped, ({ organisations: [one] }) => one)
        expect(organisations.size).toBeGreaterThanOrEqual(policy.organisations)
        expect(stopped.length - Math.max(...[...organisations.values()].map((own) => own.length))).toBeGreaterThanOrEqual(policy.remaining)
      }
    }
  }), { seed: 4804, numRuns: process.env['LYKTA_PROVE'] ? 300 : 25, endOnFailure: true })
  expect(printed).toBeGreaterThan(5)
}, 3_600_000)

test('what was withdrawn is told by years that may stand, else by years together, else not at all', async () => {
  const of = (year: number, organisations: string): readonly Chained[] => Array.from(organisations, (one) => ({ organisations: [one], code: 'withdrawn', from: `${year}-03-01`, to: `${year}-03-01` }))
  const collection = { from: '2017-01-01', to: '2020-01-31' }
  const told = async (chained: readonly Chained[]): Promise<readonly (readonly [string, unknown])[] | null> => {
    const table: ProtectedTable | null = await protectApart({ ...(await means()), id: 'withdrawn', chained, policy: defaultPolicies.public, years: [2017, 2019], collection })
    return table && table.periods.map(({ id }, index) => [id, table.base[index]])
  }
  const shown = (count: number) => ({ state: 'shown', count, atLeast: false })
  expect(await told([...of(2017, 'aabbcd'), ...of(2018, 'ab'), ...of(2019, 'abcde')])).toEqual([['2017', shown(6)], ['2018-2019', shown(7)]])
  expect(await told([...of(2017, 'aaaaab'), ...of(2019, 'aab')])).toEqual(null)
  expect(await told([])).toEqual(null)
})
