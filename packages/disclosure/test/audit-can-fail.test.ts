// The audit can fail: leave a step out, or print what a step took away, and it says so; then nothing is published.
import { describe, expect, test } from 'vitest'
import { hideUntilSafe } from '../src/hide.ts'
import { AttackError, defaultPlan, defaultPolicies, protect, type ProtectedCell, type SolveExtremes, type TableBody } from '../src/index.ts'
import { makeProtected } from '../src/make-protected.ts'
import { primaryDecisions, printTables } from '../src/print-tables.ts'
import { solveExtremes } from '../../../apps/server/src/adapters/solve-extremes.ts'
import { requestFor, sha256 } from './support/request.ts'
import { type Alike, planOf, registerOf } from './support/small-register.ts'
import { type Steps, stepsOf } from './support/steps.ts'

const groups: readonly Alike[] = [
  { year: 2018, times: 20 }, { year: 2018, times: 9, policeContacted: 'no' },
  { year: 2019, times: 20, persons: [{ supportContact: 'yes', acceptedSupport: 'yes' }] }, { year: 2019, times: 2, policeContacted: 'no' },
  { year: 2019, times: 8, policeContacted: 'unknown', persons: [{ supportContact: 'yes', acceptedSupport: 'no' }] },
  { year: 2017, times: 3, exploitation: 'begging', placeType: 'street' }, { year: 2017, times: 4, exploitation: 'labour', placeType: 'home', persons: [{ sex: 'man' }] },
]
const policy = defaultPolicies.public
const plan = planOf(...defaultPlan(policy).tables.filter(({ id }) => ['incidents', 'persons', 'participants', 'police', 'exploitation', 'sex', 'placeType'].includes(id)))
const request = requestFor(registerOf(groups), { plan })

type Hidden = Steps & { readonly bodies: readonly TableBody[]; readonly unhidden: readonly TableBody[] }
let prepared: Promise<Hidden> | undefined
const hiddenSteps = (): Promise<Hidden> => (prepared ??= prepareSteps())

async function prepareSteps(): Promise<Hidden> {
  const steps = await stepsOf(request)
  const primary = primaryDecisions(steps.laid)
  const decisions = (await hideUntilSafe(steps.input, primary)).decisions
  return { ...steps, bodies: printTables(steps.laid, decisions, steps.input, 1), unhidden: printTables(steps.laid, primary, steps.input, 1) }
}

describe('a step left out', () => {
  test('without complementary suppression cells are exposed, and no protected table can be made', async () => {
    const { auditBodies, unhidden } = await hiddenSteps()
    const failed = await auditBodies(unhidden)
    expect(failed.verdicts.filter(({ safe }) => !safe).map(({ key }) => key)).toContain('incident|police-contacted|no@2019')
    await expect(makeProtected(unhidden, [failed], sha256)).rejects.toThrow('the audit has not passed')
  })
  test('with it, the same tables pass', async () => {
    const { auditBodies, bodies } = await hiddenSteps()
    const passed = await auditBodies(bodies)
    expect(passed.verdicts.filter(({ safe }) => !safe)).toEqual([])
    await expect(makeProtected(bodies, [passed], sha256)).resolves.toHaveLength(bodies.length)
  })
  test('without merging of years a small year would be printed against the rules', async () => {
    const { auditBodies, bodies, input } = await hiddenSteps()
    const merged = bodies.find(({ id }) => id === 'policeContacted')!
    expect(merged.periods.map(({ id }) => id)).toEqual(['2017-2018', '2019'])
    const shown = (count: number): ProtectedCell => ({ state: 'shown', count, atLeast: false })
    const split: TableBody = { ...merged, periods: input.fine.year, base: [shown(7), shown(20), shown(20)] }
    await expect(auditBodies([...bodies.filter((body) => body !== merged), split])).rejects.toThrow('2017 is shown against nearly-all')
  })
  test('without merging of categories a small one would be printed against the rules', async () => {
    const { auditBodies, bodies } = await hiddenSteps()
    const merged = bodies.find(({ id }) => id === 'placeType')!
    expect(merged.rows.map(({ codes }) => codes[0])).not.toContain('home')
    const split: TableBody = { ...merged, rows: [...merged.rows, { codes: ['home'], members: [], cells: [{ state: 'shown', count: 4, atLeast: false }] }] }
    await expect(auditBodies([...bodies.filter((body) => body !== merged), split])).rejects.toThrow(/home.*is shown against few/)
  })
  test('a count that is not the true one is a defect, not noise', async () => {
    const { auditBodies, bodies } = await hiddenSteps()
    const wrong = bodies.map((body): TableBody => (body.id === 'incidents' ? { ...body, base: body.base.map(() => ({ state: 'shown', count: 30, atLeast: false })) } : body))
    await expect(auditBodies(wrong)).rejects.toThrow('is not the count')
  })
})

describe('each hidden cell, shown again', () => {
  test('fails the audit, or is forbidden', async () => {
    const { auditBodies, bodies, laid } = await hiddenSteps()
    const counts = new Map(laid.map(({ id, base, rows }) => [id, { base: base.map(({ cell }) => cell), rows: rows.map(({ cells }) => cells.map(({ cell }) => cell)) }]))
    let tried = 0
    for (const body of bodies) {
      for (const [index, cell] of body.base.entries()) {
        if (cell.state !== 'hidden') continue
        tried += 1
        const { count, atLeast } = counts.get(body.id)!.base[index]!
        const opened: TableBody = { ...body, base: body.base.with(index, { state: 'shown', count, atLeast }) }
        const exposes = await auditBodies(bodies.map((other) => (other === body ? opened : other))).then(
          ({ verdicts }) => verdicts.some(({ safe }) => !safe),
          (error: Error) => /shown against/.test(error.message),
        )
        expect([body.id, index, exposes]).toEqual([body.id, index, true])
      }
    }
    expect(tried).toBeGreaterThan(0)
  })
})

describe('a solver that gives no answer', () => {
  const refused = (solve: SolveExtremes): Promise<unknown> => protect({ ...request, solve }).then(() => 'published', (error: unknown) => error)
  const changed = (status: 'unknown' | 'infeasible'): SolveExtremes => async (system, variables) =>
    (await solveExtremes(system, variables)).map((extreme, index) => (index === variables.length - 1 ? { ...extreme, high: { status } } : extreme))

  test.each<[string, SolveExtremes, string]>([
    ['for one unknown', changed('unknown'), 'the solver gave no answer'],
    ['because the statements contradict each other', changed('infeasible'), 'the statements contradict each other: the audit would prove anything'],
    ['for some unknowns at all', (system, variables) => solveExtremes(system, variables.slice(1)), 'the solver left unknowns out'],
  ])('%s stops the publication', async (_, solve, message) => {
    expect(await refused(solve)).toEqual(new AttackError(message))
  })
  test('because it crashes stops it too', async () => {
    expect(await refused(() => Promise.reject(new Error('out of memory')))).toEqual(new Error('out of memory'))
  })
  test('and one that calls every cell exact finds nothing safe', async () => {
    const exact: SolveExtremes = (_, variables) => Promise.resolve(variables.map(() => ({ low: { status: 'optimal', value: 3 }, high: { status: 'optimal', value: 3 } })))
    expect(String(await refused(exact))).toContain('disclosure.totals-exposed')
  })
})
