// The ledger: what was published before, by Lykta or by others, is in the attacker's hands when a new edition is tried.
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleNetwork } from '../../statistics/test/support/sample-network.ts'
import { defaultPlan, defaultPolicies, type LedgerEntry, type OutsideFigure, protect, type ProtectedTable, type Protection, type ProtectRequest } from '../src/index.ts'
import { type Exposure, independentAttack } from './support/independent-attack.ts'
import { entryOf, outsideOf } from './support/ledger.ts'
import { requestFor } from './support/request.ts'
import { planOf, printed, registerOf } from './support/small-register.ts'

const policy = defaultPolicies.public
const figure = (table: string, period: string, count: number, codes: readonly string[] = [], atLeast = false): OutsideFigure => ({ table, codes, period, count, atLeast })

/** What the network printed of 2017–2019 itself, before there was a Lykta (the sample's totals are made after it). */
const itsOwnReport: readonly OutsideFigure[] = [
  figure('incidents', '2017', 10), figure('incidents', '2018', 23), figure('incidents', '2019', 30),
  figure('persons', '2017', 14, [], true), figure('persons', '2018', 31, [], true), figure('persons', '2019', 41, [], true),
  figure('personsInContact', '2017', 2), figure('personsInContact', '2018', 13), figure('personsInContact', '2019', 25),
  figure('incidentsAccepting', '2017', 1), figure('incidentsAccepting', '2018', 6), figure('incidentsAccepting', '2019', 5),
  figure('policeContacted', '2019', 21), figure('perpetrators', '2019', 42, [], true),
  figure('exploitation', '2019', 28, ['sexual']), figure('exploitation', '2019', 1, ['begging']), figure('exploitation', '2019', 1, ['labour']),
  figure('sexAge', '2019', 38, ['woman', 'adult']), figure('sexAge', '2019', 2, ['woman', 'minor']), figure('sexAge', '2019', 1, ['man', 'adult']),
  figure('nationalityIncidents', '2017-2019', 22, ['RO']), figure('nationalityIncidents', '2017-2019', 16, ['TH']),
  figure('nationalityIncidents', '2017-2019', 7, ['RU']), figure('nationalityIncidents', '2017-2019', 7, ['UA']), figure('nationalityIncidents', '2017-2019', 4, ['SE']),
]

/** The same as the other attacker names it; of the crosses their sums. */
const told: Readonly<Record<string, number>> = {
  'N incident 2017': 10, 'N incident 2018': 23, 'N incident 2019': 30, 'N person 2017': 14, 'N person 2018': 31, 'N person 2019': 41,
  'person support-contact yes 2017': 2, 'person support-contact yes 2018': 13, 'person support-contact yes 2019': 25,
  'incident accepted-support yes 2017': 1, 'incident accepted-support yes 2018': 6, 'incident accepted-support yes 2019': 5,
  'incident police-contacted yes 2019': 21, 'N perpetrator 2019': 42,
  'incident exploitation sexual 2019': 28, 'incident exploitation begging 2019': 1, 'incident exploitation labour 2019': 1,
  'person sex woman 2019': 40, 'person sex man 2019': 1, 'person age-group adult 2019': 39, 'person age-group minor 2019': 2,
  'incident nationality RO 2017-2019': 22, 'incident nationality TH 2017-2019': 16, 'incident nationality RU 2017-2019': 7,
  'incident nationality UA 2017-2019': 7, 'incident nationality SE 2017-2019': 4,
}

const hideAll = (table: ProtectedTable): ProtectedTable => ({
  ...table, base: table.base.map(() => ({ state: 'hidden' })), rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(() => ({ state: 'hidden' })) })),
})

describe('the reference network', () => {
  const collection = { from: '2017-11-01', to: '2020-03-01' }
  const input = sampleNetwork()
  const ledger: LedgerEntry[] = []
  let of2018: Protection
  let of2019: Protection
  let before: readonly Exposure[]
  let after: readonly Exposure[]
  beforeAll(async () => {
    of2018 = await protect(requestFor(input, { collection, years: [2017, 2018] }))
    ledger.push(entryOf(2018, input.position, of2018), outsideOf('report-2019', itsOwnReport))
    of2019 = await protect(requestFor(input, { collection, years: [2017, 2019], earlier: ledger }))
    // The same questions without an answer of the new edition: its tables with every cell hidden.
    before = (await independentAttack(input, collection, policy, [...of2019.tables.map(hideAll), ...of2018.tables], 2019, told)).exposed
    after = (await independentAttack(input, collection, policy, [...of2019.tables, ...of2018.tables], 2019, told)).exposed
  })

  test('has an edition of 2019, after one of 2018 and its own report of 2019', () => {
    expect(printed(of2019.tables, 'incidents').base).toBe('10 23 30')
    expect(of2019.certificate.ledger).toEqual(ledger.map(({ id, digest }) => ({ id, digest })))
    expect(of2019.protocol.different).toEqual([])
  })
  test('which tells nothing more of any cell: what was told too well already was told by the report alone', () => {
    expect(before.length).toBeGreaterThan(10)
    const known = new Map(before.map((exposure) => [exposure.cell, exposure]))
    for (const { cell, low, high, needed } of after) {
      const earlier = known.get(cell)
      expect([cell, earlier === undefined]).toEqual([cell, false])
      // Each end that was too near already is no nearer; each that was far enough still is.
      expect([cell, low <= earlier!.low, high >= Math.min(earlier!.high, needed)]).toEqual([cell, true, true])
    }
  })
  test('and names what others have exposed, for the coordinator', () => {
    const named = of2019.protocol.exposedBefore
    const girls = named.find(({ key, kind }) => key === 'person|age-group|minor@2019' && kind === 'cell')
    expect(girls).toMatchObject({ before: { low: 2, high: 2 }, interval: { low: 2, high: 2 } })
    expect(named.some(({ key }) => key === 'incident|nationality|SE@2017-2019')).toBe(true)
    expect(of2019.certificate.minimumWidth).toBeGreaterThan(0)
  })
  test('what the report said and the policy forbids is not printed again', () => {
    expect(Object.keys(printed(of2019.tables, 'nationalityIncidents').rows)).not.toContain('SE')
    const rows = of2019.tables.filter(({ periods }) => periods.some(({ id }) => id === '2017-2019')).flatMap(({ rows: list }) => list.map(({ codes }) => codes[0]))
    expect(rows).not.toContain('minor')
  })
})

describe('an entry', () => {
  const groups = [
    { times: 12, year: 2018 }, { times: 9, year: 2018, policeContacted: 'no' as const }, { times: 6, year: 2018, policeContacted: 'unknown' as const },
    { times: 12 }, { times: 9, policeContacted: 'no' as const }, { times: 6, policeContacted: 'unknown' as const },
  ]
  const input = registerOf(groups)
  const plan = planOf(...defaultPlan(policy).tables.filter(({ id }) => ['incidents', 'police'].includes(id)))
  const edition = (changes: Partial<ProtectRequest>): Promise<Protection> => protect(requestFor(input, { plan, years: [2018, 2019], collection: { from: '2018-01-01', to: '2020-03-01' }, ...changes }))

  test('that tells how many were not contacted makes the unknown be hidden: they would be all that is left', async () => {
    const small = registerOf([...groups.slice(0, 3), { times: 12 }, { times: 3, policeContacted: 'no' }, { times: 12, policeContacted: 'unknown' }])
    const of = (earlier: readonly LedgerEntry[]): Promise<Protection> => protect(requestFor(small, { plan, years: [2018, 2019], collection: { from: '2018-01-01', to: '2020-03-01' }, earlier }))
    const alone = await of([])
    expect(printed(alone.tables, 'policeContacted').base).toBe('12 12')
    expect(printed(alone.tables, 'policeContacted.unknown').base).toBe('6 ×')
    // Somebody has printed the unknown: now the yes would tell the no.
    const after = await of([outsideOf('minutes', [figure('policeContacted.unknown', '2019', 12)])])
    expect(printed(after.tables, 'policeContacted').base).toBe('12 ×')
  })
  test('that is not of these counts is named, and left out', async () => {
    const { protocol } = await edition({ earlier: [outsideOf('newspaper', [figure('incidents', '2019', 31), figure('incidents', '2018', 20, [], true), figure('policeContacted', '2018', 12)])] })
    expect(protocol.different).toEqual([{ ...figure('incidents', '2019', 31), entry: 'newspaper', counted: 27 }])
  })
  test('that says “at least” of exactly as many as there are tells no more than that', async () => {
    const small = registerOf([{ times: 20 }, { times: 12, exploitation: 'labour' }, { times: 3, exploitation: 'begging' }, { times: 3, exploitation: 'other' }])
    const forms = planOf(...defaultPlan(policy).tables.filter(({ id }) => ['incidents', 'exploitation'].includes(id)))
    const of = (atLeast: boolean): Promise<Protection> => protect(requestFor(small, {
      plan: forms, years: [2019, 2019], collection: { from: '2019-01-01', to: '2020-03-01' }, earlier: [outsideOf('minutes', [figure('exploitation', '2019', 3, ['begging'], atLeast)])],
    }))
    const begging = ({ protocol }: Protection) => protocol.exposedBefore.find(({ key }) => key === 'incident|exploitation|begging@2019')
    expect(begging(await of(false))).toMatchObject({ before: { low: 3, high: 3 }, interval: { low: 3, high: 3 } })
    // The total still lets there be more.
    expect(begging(await of(true))).toMatchObject({ before: { low: 3 }, interval: { low: 3, high: 38 } })
  })
  test('that leaves the totals of a year telling of few stops the edition, and says which', async () => {
    const [yes, unknown] = [figure('policeContacted', '2019', 12), figure('policeContacted.unknown', '2019', 12)]
    const small = registerOf([{ times: 12 }, { times: 3, policeContacted: 'no' }, { times: 12, policeContacted: 'unknown' }])
    const of = (...figures: readonly OutsideFigure[]): Promise<Protection> =>
      protect(requestFor(small, { plan, years: [2019, 2019], collection: { from: '2019-01-01', to: '2020-03-01' }, earlier: [outsideOf('paper', figures)] }))
    await expect(of(yes, unknown)).rejects.toMatchObject({ problems: [{ code: 'disclosure.ledger-exposed', values: { cell: 'incident|police-contacted|no@2019' } }] })
    // With the total printed as well there is nothing to be made worse.
    const { protocol } = await of(yes, unknown, figure('incidents', '2019', 27))
    expect(protocol.exposedBefore.find(({ key }) => key === 'incident|police-contacted|no@2019')).toMatchObject({ before: { low: 3, high: 3 }, interval: { low: 3, high: 3 } })
  })
  test('of a wider audience is known to narrower ones, and not the other way about', async () => {
    const minutes = outsideOf('minutes', [figure('incidents', '2019', 27)], 'core')
    const { certificate } = await edition({ earlier: [minutes] })
    expect(certificate.ledger).toEqual([])
    expect(certificate.narrower.map(({ audience, ledger }) => [audience, ledger.map(({ id }) => id)])).toEqual([['core', ['minutes']]])
    const core = { ...defaultPolicies.core, crosses: false }
    const inCore = await edition({ policy: core, earlier: [outsideOf('paper', [figure('incidents', '2019', 27)]), minutes] })
    expect(inCore.certificate.ledger.map(({ id }) => id)).toEqual(['paper', 'minutes'])
    expect(inCore.certificate.narrower).toEqual([])
  })
  test('of an edition that does not count what is counted now stops the work: nothing would be proven of the same years', async () => {
    const first = await edition({})
    const tables = first.tables.map((table) => (table.id === 'incidents' ? { ...table, base: table.base.with(0, { state: 'shown', count: 26, atLeast: false }) } : table))
    await expect(edition({ earlier: [{ ...entryOf(2019, 1, first), tables }] })).rejects.toMatchObject({ problems: [{ code: 'disclosure.ledger-differs', values: { table: 'incidents', period: '2018' } }] })
  })
  test('is given to narrower readers too: what the core group was told stays safe when the public is told more', async () => {
    // Core is told how many, of whom the police knows nothing is known; the public edition's yes would leave it the no.
    const small = registerOf([{ times: 12 }, { times: 2, policeContacted: 'no' }, { times: 12, policeContacted: 'unknown' }])
    const of = (earlier: readonly LedgerEntry[]): Promise<Protection> =>
      protect(requestFor(small, { plan, years: [2019, 2019], collection: { from: '2019-01-01', to: '2020-03-01' }, earlier }))
    const minutes = outsideOf('minutes', [figure('policeContacted.unknown', '2019', 12)], 'core')
    expect(printed((await of([])).tables, 'policeContacted').base).toBe('12')
    expect(printed((await of([minutes])).tables, 'policeContacted').base).toBe('×')
  })
  test('stays known when the policy has become stricter: what was shown is not shown again, and nothing else gives way for it', async () => {
    const first = await edition({})
    expect(printed(first.tables, 'policeContacted.unknown').base).toBe('6 6')
    const stricter = { ...policy, id: 'stricter', threshold: 10 }
    const second = await edition({ policy: stricter, earlier: [entryOf(2019, 1, first)] })
    expect(printed(second.tables, 'policeContacted').base).toBe('12 12')
    expect(second.protocol.exposedBefore.some(({ key, before }) => key === 'incident|police-contacted|no@2019' && before.low === 9)).toBe(true)
  })
})
