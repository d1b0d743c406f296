// Printing a year anew: allowed when what entered and what left obey the policy as tables of their own, else refused with what is missing.
import { describe, expect, test } from 'vitest'
import { type CountInput } from '@lykta/statistics'
import { changesOf, defaultPlan, defaultPolicies, protect, type Revised, reviseYear } from '../src/index.ts'
import { independentAttack } from './support/independent-attack.ts'
import { entryOf } from './support/ledger.ts'
import { countOf, requestFor } from './support/request.ts'
import { type Alike, planOf, printed, registerOf } from './support/small-register.ts'

const policy = defaultPolicies.public
const days = { from: '2018-01-01', to: '2020-03-01' }
const plan = planOf(...defaultPlan(policy).tables.filter(({ id }) => ['incidents', 'police', 'months'].includes(id)))

/** 2018 and 2019 as the edition of 2019 printed them. */
const printedThen: readonly Alike[] = [
  { times: 15, year: 2018 }, { times: 9, year: 2018, policeContacted: 'no' }, { times: 6, year: 2018, policeContacted: 'unknown' },
  { times: 20 }, { times: 12, policeContacted: 'no' }, { times: 8, policeContacted: 'unknown' },
]

/** Puts incidents behind those that are there, so that each keeps its id. */
const with2019 = (...more: readonly Alike[]): CountInput => registerOf([...printedThen, ...more])
const without = (input: CountInput, ...withdrawn: readonly number[]): CountInput => ({
  ...input, incidents: input.incidents.map((incident, index) => (withdrawn.includes(index) ? { ...incident, withdrawn: true } : incident)),
})

async function revise(now: CountInput): Promise<Revised> {
  const then = registerOf(printedThen)
  const request = { plan, years: [2018, 2019], collection: days } as const
  const before = await protect(requestFor(then, request))
  const { entering, leaving } = changesOf(then, now)
  return reviseYear({
    ...requestFor(now, { ...request, earlier: [entryOf(2019, 1, before)] }),
    revises: {
      year: 2019, before: countOf(then, days),
      entering: countOf({ ...entering, position: 1 }, days), leaving: countOf({ ...leaving, position: 1 }, days),
    },
  })
}

const missingOf = (revised: Revised): readonly string[] => (revised.allowed ? [] : revised.missing.map((one) => `${one.in} ${one.key}`))

describe('a revision', () => {
  test('in which nothing has changed says nothing new', async () => {
    expect(await revise(with2019())).toMatchObject({ allowed: true })
  })
  test('by one late report is refused: the difference of two totals is that report', async () => {
    const missing = missingOf(await revise(with2019({ times: 1, month: 7 })))
    expect(missing).toContain('entering incident||@2019')
    expect(missing.filter((one) => one.endsWith('@2018'))).toEqual([])
  })
  test('by one withdrawal is refused too', async () => {
    expect(missingOf(await revise(without(with2019(), 30)))).toContain('leaving incident||@2019')
  })
  test('by many late reports of five organisations, twelve or more of each answer, is allowed', async () => {
    const revised = await revise(with2019({ times: 24, month: 7 }, { times: 12, month: 7, policeContacted: 'no' }, { times: 12, month: 7, policeContacted: 'unknown' }))
    expect(missingOf(revised)).toEqual([])
    if (!revised.allowed) return
    expect(printed(revised.protection.tables, 'incidents').base).toBe('30 88')
    expect(revised.protection.certificate.ledger).toHaveLength(1)
    expect(revised.attacked).toBeGreaterThan(20)
  })
  test('by as many, of which one alone says "no", is refused for that one', async () => {
    const missing = missingOf(await revise(with2019({ times: 24, month: 7 }, { times: 1, month: 7, policeContacted: 'no' }, { times: 12, month: 7, policeContacted: 'unknown' })))
    expect(missing).toContain('entering incident|police-contacted|no@2019')
  })
  test('by as many of one organisation is refused: the others would see all of its reports', async () => {
    expect(missingOf(await revise(with2019({ times: 24, month: 7, by: 1 })))).toContain('entering incident||@2019')
  })
})

test('a change that the difference does not explain proves nothing', async () => {
  const then = registerOf(printedThen)
  const request = { plan, years: [2018, 2019], collection: days } as const
  const before = await protect(requestFor(then, request))
  const nothing = countOf({ ...then, incidents: [] }, days)
  await expect(reviseYear({
    ...requestFor(with2019({ times: 12, month: 7 }), { ...request, earlier: [entryOf(2019, 1, before)] }),
    revises: { year: 2019, before: countOf(then, days), entering: nothing, leaving: nothing },
  })).rejects.toThrow('does not explain incident||@2019')
})

test('what is allowed exposes nothing of what entered, to an attacker written apart who has both editions in hand', async () => {
  const late: readonly Alike[] = [{ times: 24, month: 7 }, { times: 12, month: 7, policeContacted: 'no' }, { times: 12, month: 7, policeContacted: 'unknown' }]
  const revised = await revise(with2019(...late))
  expect(revised.allowed).toBe(true)
  if (!revised.allowed) return
  // The late reports alone are a register; the differences of the two editions are what is published of it.
  const then = await protect(requestFor(registerOf(printedThen), { plan, years: [2018, 2019], collection: days }))
  const entered = registerOf(late)
  const differences = revised.protection.tables.flatMap((table) => {
    const old = then.tables.find(({ id }) => id === table.id)
    const at = table.periods.findIndex(({ id }) => id === '2019')
    const [now, before] = [table.base[at], old?.base[old.periods.findIndex(({ id }) => id === '2019')]]
    if (table.unit !== 'incident' || now?.state !== 'shown' || before?.state !== 'shown') return []
    return [{ ...table, periods: [table.periods[at]!], base: [{ ...now, count: now.count - before.count }] }]
  })
  expect(differences.length).toBeGreaterThan(1)
  expect((await independentAttack(entered, days, policy, differences)).exposed).toEqual([])
})
