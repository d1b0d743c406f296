// Complementary suppression: what must be hidden so that a sensitive cell cannot be worked out, and no more than that.
import { describe, expect, test } from 'vitest'
import { defaultPlan, defaultPolicies, protect, type ReleasePlan } from '../src/index.ts'
import { requestFor } from './support/request.ts'
import { stepsOf } from './support/steps.ts'
import { weightsOf } from '../src/weights.ts'
import { type Alike, planOf, printed, registerOf, rows } from './support/small-register.ts'

const policy = defaultPolicies.public
const only = (...ids: readonly string[]): ReleasePlan => planOf(...defaultPlan(policy).tables.filter(({ id }) => ids.includes(id)))
const bases = async (groups: readonly Alike[], plan: ReleasePlan): Promise<Readonly<Record<string, string>>> => {
  const { tables } = await protect(requestFor(registerOf(groups), { plan, years: [2019, 2019] }))
  return Object.fromEntries(tables.map(({ id }) => [id, printed(tables, id).base]))
}

describe('margins', () => {
  const police = (yes: number, no: number, unknown: number, by?: number): readonly Alike[] => [
    { times: yes }, { times: no, policeContacted: 'no', ...(by === undefined ? {} : { by }) }, { times: unknown, policeContacted: 'unknown' },
  ]
  test('two that did not call the police follow from the total, so the unknown are hidden for them', async () => {
    expect(await bases(police(20, 2, 8), only('incidents', 'police'))).toEqual({ incidents: '30', policeContacted: '20', 'policeContacted.unknown': '×' })
  })
  test('seven may be worked out: nothing is hidden', async () => {
    expect(await bases(police(20, 7, 3), only('incidents', 'police'))).toEqual({ incidents: '30', policeContacted: '20', 'policeContacted.unknown': '3' })
  })
  test('an organisation knows its own: six must be possible for the four that it reported itself', async () => {
    const [yes, no] = police(24, 4, 2, 0)
    const unknown = (by: number): Alike => ({ times: 2, policeContacted: 'unknown', by })
    expect(await bases([yes!, no!, unknown(1)], only('incidents', 'police'))).toMatchObject({ policeContacted: '24', 'policeContacted.unknown': '×' })
    // Here the unknown leave room for five only.
    expect(await bases(police(25, 4, 1, 0), only('incidents', 'police'))).toMatchObject({ policeContacted: '×' })
  })
  test('and its own in the cells beside: where it reported one of the two unknown as well, 24 of 30 would leave it a single incident of others', async () => {
    const [yes, no] = police(24, 4, 2, 0)
    const unknown = [0, 1].map((by): Alike => ({ times: 1, policeContacted: 'unknown', by }))
    expect(await bases([yes!, no!, ...unknown], only('incidents', 'police'))).toMatchObject({ incidents: '30', policeContacted: '×' })
  })
  test('nobody but two were asked: the number not asked would give them away', async () => {
    const offered = await bases([{ times: 2, persons: [{ supportOffered: 'yes' }] }, { times: 28 }], only('incidents', 'offered'))
    // No year of it may stand, so it is not printed at all, with all that would stand beside it.
    expect(offered).toEqual({ incidents: '30' })
  })
})

describe('between questions', () => {
  const answered = (contact: 'yes' | 'no', accepted: 'yes' | 'no' | 'unknown' | null, times: number): Alike =>
    ({ times, persons: [{ supportContact: contact, acceptedSupport: accepted }] })

  test('only who is in contact is asked, so contact − accepting − unknown is the one that said no', async () => {
    const found = await bases([answered('yes', 'yes', 8), answered('yes', 'unknown', 6), answered('yes', 'no', 1), answered('no', null, 30)], only('incidents', 'persons', 'contact', 'acceptance'))
    expect(found).toMatchObject({ persons: '45', personsInContact: '15', personsAccepting: '8', 'personsAccepting.unknown': '×', 'incidentsAccepting.unknown': '×' })
  })
  test('where that is not so, the attacker does not have it either', async () => {
    const found = await bases([answered('yes', 'yes', 8), answered('no', 'unknown', 6), answered('no', 'no', 10), answered('no', null, 21)], only('incidents', 'persons', 'contact', 'acceptance'))
    expect(found).toMatchObject({ personsInContact: '8', personsAccepting: '8', 'personsAccepting.unknown': '6', 'personsAccepting.notAsked': '21' })
  })
  test('accepting is no more than in contact: four in contact leave no room for five that accept', async () => {
    const found = await bases([answered('yes', 'yes', 3), answered('yes', 'no', 1), answered('no', null, 26)], only('incidents', 'persons', 'contact', 'acceptance'))
    expect(Object.keys(found).filter((id) => /InContact|Accepting/.test(id))).toEqual([])
  })
})

describe('unique persons', () => {
  test('are at most the entries, at least the incidents that know of one, and both are printed as counted', async () => {
    const found = await bases([{ times: 20, persons: [{}, {}] }, { times: 6, persons: [{ personRef: 'a' }] }, { times: 4, persons: [] }], only('incidents', 'persons'))
    expect(found).toEqual({ incidents: '30', persons: '≥41', 'persons.occurrences': '≥46', 'persons.incidentsUnknown': '4' })
  })
})

describe('what is hidden', () => {
  test('is the least: without any one of the hidden cells the audit would fail', async () => {
    const { tables, protocol } = await protect(requestFor(registerOf([{ times: 20 }, { times: 2, policeContacted: 'no' }, { times: 8, policeContacted: 'unknown' }]), { plan: only('incidents', 'police', 'offered', 'contact'), years: [2019, 2019] }))
    expect(protocol.cells.filter(({ reasons }) => reasons.includes('complementary')).map(({ table }) => table)).toEqual(['policeContacted.unknown'])
    expect(printed(tables, 'incidentsOffered.notAsked').base).toBe('30')
  })
  test('is chosen by weights that no count enters: the plan and its order alone', async () => {
    const plan = only('incidents', 'police', 'contact', 'months')
    const weightsFor = async (yes: number, no: number, unknown: number): Promise<readonly (readonly [string, number])[]> => {
      const groups: readonly Alike[] = [{ times: yes }, { times: no, policeContacted: 'no' }, { times: unknown, policeContacted: 'unknown' }]
      return [...weightsOf((await stepsOf(requestFor(registerOf(groups), { plan, years: [2019, 2019] }))).laid)]
    }
    const weights = await weightsFor(70, 80, 90)
    expect(await weightsFor(90, 70, 80)).toEqual(weights)
    const weightOf = new Map(weights)
    expect(weightOf.get('incident||@2019')).toBeUndefined()
    // What stands beside a figure gives way before it.
    expect(weightOf.get('incident|police-contacted|unknown@2019')!).toBeLessThan(weightOf.get('incident|police-contacted|yes@2019')!)
    expect(weightOf.get('person|support-contact|not-asked@2019')!).toBeLessThan(weightOf.get('person|support-contact|unknown@2019')!)
  })
  test('is never a plain total; if nothing else is left, nothing is published', async () => {
    const plan = planOf(...only('incidents').tables, rows({ id: 'exploitation', unit: 'incident', by: ['exploitation'], base: 'all' }))
    const { tables } = await protect(requestFor(registerOf([{ times: 10 }, { times: 8, exploitation: 'begging' }, { times: 4, exploitation: 'labour' }]), { plan, years: [2019, 2019] }))
    expect(printed(tables, 'exploitation')).toEqual({ periods: ['2019'], base: '22', rows: { sexual: '10', other: '12', unknown: '0' } })
    await expect(protect(requestFor(registerOf([{ times: 4 }]), { plan, years: [2019, 2019] }))).rejects.toThrow('disclosure.totals-exposed')
  })
})
