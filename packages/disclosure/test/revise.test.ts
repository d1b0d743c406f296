// Printing a year anew: allowed when what entered and what left obey the policy as tables of their own, else refused with what is missing.
import { describe, expect, test } from 'vitest'
import { type CountInput } from '@lykta/statistics'
import { type Beside, changesOf, defaultPlan, defaultPolicies, type EarlierState, type LedgerEntry, protect, protectBeside, type Protection, type ProtectRequest, reviseYear } from '../src/index.ts'
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

async function revise(now: CountInput, changes: Partial<ProtectRequest> = {}): Promise<Beside> {
  const then = registerOf(printedThen)
  const request = { plan, years: [2018, 2019], collection: days } as const
  const before = await protect(requestFor(then, request))
  const { entering, leaving } = changesOf(then, now)
  return reviseYear({
    ...requestFor(now, { ...request, earlier: [entryOf(2019, 1, before)], ...changes }),
    revises: {
      year: 2019, before: countOf(then, days),
      entering: countOf({ ...entering, position: 1 }, days), leaving: countOf({ ...leaving, position: 1 }, days),
    },
  })
}

const missingOf = (revised: Beside): readonly string[] => (revised.allowed ? [] : revised.missing.map((one) => `${one.in} ${one.key}`))

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
  test('by as many, of which one alone says "no", keeps back how many say so now, and what would tell it', async () => {
    const late: readonly Alike[] = [{ times: 24, month: 7 }, { times: 1, month: 7, policeContacted: 'no' }, { times: 12, month: 7, policeContacted: 'unknown' }]
    const revised = await revise(with2019(...late))
    expect(missingOf(revised)).toEqual([])
    if (!revised.allowed) return
    expect(printed(revised.protection.tables, 'incidents').base).toBe('30 77')
    const [yes, unknown] = ['policeContacted', 'policeContacted.unknown'].map((id) => printed(revised.protection.tables, id).base)
    // 15 and 6 of 2018 stand as they stood; of 2019 one of the two at least gives way, for 77 less both is "no".
    expect([yes, unknown].every((base) => /^(?:15|6) /.test(base!))).toBe(true)
    expect([yes, unknown].some((base) => base!.endsWith(' ×'))).toBe(true)
    expect(await exposedIn(late, revised.protection)).toEqual([])
    // The certificate vouches for all states at once, and for each member in them; two incidents must remain without its own.
    const { beside, ...alone } = revised.protection.certificate
    expect(beside).toMatchObject({ registers: 4, inTime: true, members: { organisations: 5, minimumWidth: expect.any(Number) } })
    expect([beside!.minimumWidth! > 0, beside!.members.minimumWidth! > 0, beside!.withheld > 0]).toEqual([true, true, true])
    expect([beside!.audited > alone.audited, beside!.members.audited > alone.members.audited, beside!.audited + beside!.members.audited]).toEqual([true, true, revised.attacked])
  })
  test('in no time is as safe: more is kept back, which the certificate says', async () => {
    const late: readonly Alike[] = [{ times: 24, month: 7 }, { times: 1, month: 7, policeContacted: 'no' }, { times: 12, month: 7, policeContacted: 'unknown' }]
    const [slowly, atOnce] = [await revise(with2019(...late)), await revise(with2019(...late), { left: () => 0 })]
    if (!slowly.allowed || !atOnce.allowed) throw new Error('refused')
    const hidden = ({ tables }: Protection): number => tables.flatMap(({ base, rows }) => [...base, ...rows.flatMap(({ cells }) => cells)]).filter(({ state }) => state === 'hidden').length
    expect(atOnce.protection.certificate.beside).toMatchObject({ inTime: false })
    expect(hidden(atOnce.protection)).toBeGreaterThanOrEqual(hidden(slowly.protection))
    expect(printed(atOnce.protection.tables, 'incidents').base).toBe('30 77')
    expect(await exposedIn(late, atOnce.protection)).toEqual([])
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

/** What an attacker written apart, who has both editions in hand, can say of the late reports: a register by themselves, of which the differences are printed. */
async function exposedIn(late: readonly Alike[], { tables }: Protection): Promise<readonly unknown[]> {
  const then = await protect(requestFor(registerOf(printedThen), { plan, years: [2018, 2019], collection: days }))
  const differences = tables.flatMap((table) => {
    const old = then.tables.find(({ id }) => id === table.id)
    const at = table.periods.findIndex(({ id }) => id === '2019')
    const [now, before] = [table.base[at], old?.base[old.periods.findIndex(({ id }) => id === '2019')]]
    if (table.unit !== 'incident' || now?.state !== 'shown' || before?.state !== 'shown') return []
    return [{ ...table, periods: [table.periods[at]!], base: [{ ...now, count: now.count - before.count }] }]
  })
  expect(differences.length).toBeGreaterThan(0)
  return (await independentAttack(registerOf(late), days, policy, differences)).exposed
}

test('what is allowed exposes nothing of what entered, to an attacker written apart who has both editions in hand', async () => {
  const late: readonly Alike[] = [{ times: 24, month: 7 }, { times: 12, month: 7, policeContacted: 'no' }, { times: 12, month: 7, policeContacted: 'unknown' }]
  const revised = await revise(with2019(...late))
  expect(revised.allowed).toBe(true)
  if (revised.allowed) expect(await exposedIn(late, revised.protection)).toEqual([])
})

describe('an edition after a revision', () => {
  const late: readonly Alike[] = [{ times: 24, month: 7 }, { times: 1, month: 7, policeContacted: 'no' }, { times: 12, month: 7, policeContacted: 'unknown' }]
  const next: readonly Alike[] = [{ times: 15, year: 2020 }, { times: 12, year: 2020, policeContacted: 'no' }, { times: 8, year: 2020, policeContacted: 'unknown' }]
  const all = { from: '2018-01-01', to: '2021-03-01' }
  const policeOf2019 = ({ tables }: Protection): readonly string[] => ['policeContacted', 'policeContacted.unknown'].map((id) => printed(tables, id).base.split(' ')[1]!)

  test('knows both states: what the revision kept back stays back, though the revised register alone would let it be shown', async () => {
    const then = registerOf(printedThen)
    const old = entryOf(2019, 1, await protect(requestFor(then, { plan, years: [2018, 2019], collection: days })))
    const revised = await revise(with2019(...late))
    expect(revised.allowed).toBe(true)
    if (!revised.allowed) return
    const again = entryOf(2019, 2, revised.protection)
    const now = with2019(...late, ...next)
    const { entering, leaving } = changesOf(then, with2019(...late))
    const request = requestFor(now, { plan, years: [2018, 2020], collection: all, count: countOf(now, all) })
    const before = registerOf([...printedThen, ...next])
    const state = {
      year: 2019, before: countOf(before, all), entering: countOf({ ...entering, position: 1 }, all), leaving: countOf({ ...leaving, position: 1 }, all), ledger: [old],
    }
    expect(policeOf2019(await protect({ ...request, earlier: [] }))).toEqual(['44', '20'])
    const beside = await protectBeside({ ...request, earlier: [again], states: [state] })
    expect(beside).toMatchObject({ allowed: true })
    if (!beside.allowed) return
    expect(policeOf2019(beside.protection)).toContain('×')
    expect(printed(beside.protection.tables, 'incidents').base).toBe('30 77 35')
    expect(beside.protection.certificate.ledger.map(({ id }) => id)).toEqual([old.id, again.id])
  })

  test('a year that is printed anew twice is tried with both changes', async () => {
    const [one, two] = [[{ times: 24, month: 7 }], [{ times: 30, month: 8 }]] as const satisfies readonly (readonly Alike[])[]
    const registers = [registerOf(printedThen), with2019(...one), with2019(...one, ...two)] as const
    const request = { plan, years: [2018, 2019], collection: days } as const
    const first = entryOf(2019, 1, await protect(requestFor(registers[0], request)))
    const stateOf = (from: 0 | 1, ledger: readonly LedgerEntry[]): EarlierState => {
      const { entering, leaving } = changesOf(registers[from], registers[from + 1]!)
      return { year: 2019, before: countOf(registers[from], days), entering: countOf({ ...entering, position: 1 }, days), leaving: countOf({ ...leaving, position: 1 }, days), ledger }
    }
    const second = await protectBeside({ ...requestFor(registers[1], request), states: [stateOf(0, [first])] })
    if (!second.allowed) throw new Error('the first revision is refused')
    const states = [stateOf(0, [first]), stateOf(1, [entryOf(2019, 2, second.protection)])]
    expect(await protectBeside({ ...requestFor(registers[2], request), states })).toMatchObject({ allowed: true })
    // One report more in the second change alone.
    const few = with2019(...one, { times: 1, month: 8 })
    const { entering, leaving } = changesOf(registers[1], few)
    const refused = await protectBeside({
      ...requestFor(few, request), states: [states[0]!, { ...states[1]!, entering: countOf({ ...entering, position: 1 }, days), leaving: countOf({ ...leaving, position: 1 }, days) }],
    })
    expect(missingOf(refused)).toContain('entering incident||@2019')
  })
})

describe('a member, who knows its own reports in both states', () => {
  /** Organisation 0 withdraws two reports of its own of 2019, and two of others come late in the same months: the totals stay. */
  const late: readonly Alike[] = [{ times: 1, month: 1, by: 1 }, { times: 1, month: 6, by: 2 }]
  const now = without(with2019(...late), 30, 35)
  const then = registerOf(printedThen)
  const request = { plan, years: [2018, 2019], collection: days } as const

  test('is not told how many of others came late, though nobody else can tell that any did', async () => {
    expect([...new Set([30, 35].map((index) => then.incidents[index]!.answers.reportedBy))]).toEqual(['org-0'])
    const old = await protect(requestFor(then, request))
    // As printed alone, each state passes, for members too, and both say the same.
    const alone = await protect(requestFor(now, request))
    expect(alone.certificate.members).toMatchObject({ organisations: 5 })
    expect(printed(alone.tables, 'incidents').base).toBe(printed(old.tables, 'incidents').base)
    const revised = await revise(now)
    if (revised.allowed) throw new Error('the member can tell that two entered')
    expect(revised.missing).toContainEqual(expect.objectContaining({ in: 'entering', key: 'incident||@2019', organisation: 'org-0', interval: { low: 2, high: 2 } }))
    // Those who sent one each can tell that somebody's left; that anything changed, nobody else can.
    expect([...new Set(revised.missing.map(({ organisation }) => organisation))]).toEqual(['org-0', 'org-1', 'org-2'])
  })
  test('is told of none where what it withdrew was sent again by itself', async () => {
    expect(await revise(without(with2019({ times: 1, month: 1, by: 0 }, { times: 1, month: 6, by: 0 }), 30, 35))).toMatchObject({ allowed: true })
  })
})
