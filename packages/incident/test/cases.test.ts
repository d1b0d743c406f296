// A case is the fold of its events: what stands, what was a mistake, where it is in the chain, and what may be written next.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CaseAct, type CaseEvent, chainLine, closeReasons, contactedAsSaid, defaultChain, findCaseProblem, foldCase, type Incident, isStepId, stepsOn, withoutReportFiled, withReportFiled,
} from '../src/index.ts'

const [police, support] = ['org-police', 'org-support']
const answers = (changes: Partial<Incident> = {}): Incident => ({
  occurred: { from: '2019-04-03', to: '2019-04-03', about: false }, reportedOn: '2019-04-05', reportedBy: 'org-hotel', external: false, placeType: 'hotel', area: null, exploitation: 'sexual', indicators: null,
  policeContacted: 'unknown', policeReports: null, buyers: null, procurers: null, otherPerpetrators: null, persons: [], ...changes,
})
const person = { personRef: null, count: { count: 1, atLeast: false }, sex: 'woman', ageGroup: 'adult', nationalities: [], supportContact: null, supportOrganisation: null, contactDate: null, supportOffered: null, acceptedSupport: null } as const

function events(...acts: readonly CaseAct[]): readonly CaseEvent[] {
  return [{ kind: 'open' } as const, { kind: 'join', incident: 'i1' } as const, ...acts].map((act, at) => ({ id: `e${at + 1}`, seq: at + 1, author: 'a', at: `2019-04-06T10:00:0${at % 10}.000Z`, act }))
}
const step = (id: string, on: string | null, outcome: 'reached' | 'tried' = 'reached', organisation: string | null = null): CaseAct => ({ kind: 'step', step: id, on, organisation, outcome })
const plan = (id: string | null, due: string | null = null): CaseAct => ({ kind: 'plan', step: id, organisation: id === null ? null : police, due, remind: null })

describe('what stands', () => {
  test('incidents come and go; a mistake is taken back, and what no mistake can be stays', () => {
    const list = events({ kind: 'join', incident: 'i2' }, step('police', '2019-04-07'), { kind: 'leave', incident: 'i1' }, { kind: 'void', event: 'e4' }, { kind: 'void', event: 'e5' })
    const state = foldCase(list)
    expect([state.incidents, state.steps, [...state.voided]]).toEqual([['i2'], [], ['e4']])
  })

  test('a plan stands until another takes its place, its step is reached, or the case is closed', () => {
    expect(foldCase(events(plan('police'), plan('contact', '2019-05-01'))).plan).toMatchObject({ event: 'e4', step: 'contact', due: '2019-05-01', reminded: false })
    expect(foldCase(events(plan('contact'), { kind: 'remind', plan: 'e3' })).plan).toMatchObject({ reminded: true })
    expect(foldCase(events(plan('contact'), step('contact', null, 'tried'), step('police', null))).plan).not.toBeNull()
    for (const end of [step('contact', null), plan(null), { kind: 'close', reason: 'handed-over' } as const]) expect(foldCase(events(plan('contact'), end)).plan).toBeNull()
    // What was said before it stands again when the later plan was a mistake.
    expect(foldCase(events(plan('police'), plan('contact'), { kind: 'void', event: 'e4' })).plan).toMatchObject({ step: 'police' })
  })

  test('closed and reopened: the last of the two', () => {
    const [close, reopen] = [{ kind: 'close', reason: 'not-reached' }, { kind: 'reopen', reason: 'new-information' }] as const
    expect(foldCase(events(close)).closed).toMatchObject({ reason: 'not-reached' })
    expect(foldCase(events(close, reopen)).closed).toBeNull()
    expect(foldCase(events(close, reopen, { kind: 'close', reason: 'unfounded' })).closed).toMatchObject({ reason: 'unfounded' })
  })

  test('a note that another replaces stands no more; a reminder is nobody\'s doing', () => {
    const state = foldCase(events({ kind: 'note', replaces: null }, { kind: 'note', replaces: 'e3' }, { kind: 'remind', plan: 'x' }))
    expect([state.notes.map(({ id }) => id), state.lastAt]).toEqual([['e4'], '2019-04-06T10:00:03.000Z'])
  })

  test('taking back is the same whenever it comes: after any events, of any of them', () => {
    const anyAct: fc.Arbitrary<CaseAct> = fc.oneof(
      fc.record({ kind: fc.constant('step' as const), step: fc.constantFrom('police', 'contact', 'accepted'), on: fc.constantFrom(null, '2019-05-01', '2019-06-01'), organisation: fc.constant(null), outcome: fc.constantFrom('reached' as const, 'tried' as const) }),
      fc.constantFrom(plan('police'), plan('contact', '2019-05-05'), plan(null), { kind: 'police-report', incident: 'i1', filedOn: null, offence: 'purchase', counted: true } as const),
    )
    fc.assert(fc.property(fc.array(anyAct, { minLength: 1, maxLength: 8 }), fc.nat(7), (acts, which) => {
      const at = which % acts.length
      const { lastAt: _, voided: __, ...taken } = foldCase(events(...acts, { kind: 'void', event: `e${at + 3}` }))
      const all = events(...acts)
      const { lastAt: ___, voided: ____, ...without } = foldCase(all.filter(({ id }) => id !== `e${at + 3}`))
      expect(taken).toEqual(without)
    }), { seed: 11, numRuns: 200 })
  })
})

describe('the chain', () => {
  test('steps with days between them; a step without a day has no time, and passes none on', () => {
    const { steps } = foldCase(events(step('police', '2019-04-06', 'reached', police), step('mobile-team', null), step('contact', '2019-04-20', 'reached', support), step('offered', '2019-04-20')))
    const { reached, stands } = chainLine(defaultChain, { steps }, [answers()])
    expect(reached.map(({ step, on, days, source }) => [step, on, days, source])).toEqual([
      ['known', '2019-04-05', null, 'answers'], ['police', '2019-04-06', 1, 'event'], ['mobile-team', null, null, 'event'], ['contact', '2019-04-20', 14, 'event'], ['offered', '2019-04-20', 0, 'event'],
    ])
    expect(stands).toBe('offered')
  })

  test('what the incidents\' answers say counts where nobody wrote it down, and nothing that was not answered', () => {
    const said = answers({ policeContacted: 'yes', persons: [{ ...person, supportContact: 'yes', contactDate: '2019-04-09', supportOrganisation: support, acceptedSupport: 'no' }, { ...person, acceptedSupport: 'unknown' }] })
    const { reached, stands } = chainLine(defaultChain, { steps: [] }, [said, answers({ reportedOn: '2019-04-04' })])
    expect(reached.map(({ step, on }) => [step, on])).toEqual([['known', '2019-04-04'], ['police', null], ['contact', '2019-04-09'], ['declined', null]])
    expect(stands).toBe('declined')
    // A group of nobody met nobody.
    expect(chainLine(defaultChain, { steps: [] }, [answers({ persons: [{ ...person, count: { count: 0, atLeast: false }, supportContact: 'yes' }] })]).reached).toHaveLength(1)
  })

  test('tried is not reached; of two ends the later that was written down counts', () => {
    const { steps } = foldCase(events(step('contact', '2019-04-09', 'tried'), step('declined', '2019-05-01'), step('accepted', '2019-08-01')))
    const { tried, stands } = chainLine(defaultChain, { steps }, [answers()])
    expect([tried, stands]).toEqual([['contact'], 'accepted'])
  })

  test('how it ended is the case\'s own to say, once it has said so', () => {
    const said = [answers({ persons: [{ ...person, acceptedSupport: 'no' }] })]
    expect(chainLine(defaultChain, { steps: [] }, said).stands).toBe('declined')
    const { steps } = foldCase(events(step('not-reached', '2019-05-01')))
    expect(chainLine(defaultChain, { steps }, said).reached.map(({ step }) => step)).toEqual(['known', 'not-reached'])
  })

  test('an ended step is offered no more and shown where it was reached; another town has others', () => {
    const own = [...defaultChain.map((one) => (one.id === 'mobile-team' ? { ...one, validTo: '2020-01-01' } : one)), { id: 'health-care', sv: 'Vården', en: 'Health care', kind: 'way', means: null, validTo: null } as const]
    expect(stepsOn('2020-06-01', own).map(({ id }) => id)).toEqual(['known', 'police', 'support-organisation', 'contact', 'offered', 'health-care', 'accepted', 'declined', 'not-reached'])
    const { steps } = foldCase(events(step('mobile-team', '2019-04-08'), step('health-care', '2019-05-08')))
    expect(chainLine(own, { steps }, []).reached.map(({ step }) => step)).toEqual(['mobile-team', 'health-care'])
    expect(['known', 'a-1', 'A', 'å', '', 'a--b', 'x'.repeat(41)].map(isStepId)).toEqual([true, true, false, false, false, false, false])
  })
})

describe('what may be written', () => {
  const facts = (...acts: readonly CaseAct[]) => {
    const list = events(...acts)
    return { events: list, state: foldCase(list), steps: defaultChain.map((one) => (one.id === 'offered' ? { ...one, validTo: '2019-01-01' } : one)), organisations: new Set([police]), today: '2019-06-01' }
  }
  const report = (incident: string, filedOn: string | null = null): CaseAct => ({ kind: 'police-report', incident, filedOn, offence: 'unknown', counted: true })

  test.each<[string, CaseAct, readonly CaseAct[], string | undefined]>([
    ['a step', step('police', '2019-06-01', 'reached', police), [], undefined],
    ['a step of an unknown code', step('x', null), [], 'case.step-unknown'],
    ['a step that was taken when it still was one', step('offered', '2018-12-01'), [], undefined],
    ['a plan of one that is none any more', plan('offered'), [], 'case.step-unknown'],
    ['a step by an unknown organisation', step('police', null, 'reached', support), [], 'case.organisation-unknown'],
    ['tomorrow', step('police', '2019-06-02'), [], 'case.in-future'],
    ['a police report of tomorrow', report('i1', '2019-06-02'), [], 'case.in-future'],
    ['a mistyped century', step('police', '1901-01-01'), [], 'case.long-ago'],
    ['a step of long ago, and not too long', step('police', '1999-01-01'), [], undefined],
    ['a police report of the year 19', report('i1', '0019-06-01'), [], 'case.long-ago'],
    ['a police report of another incident', report('i2'), [], 'case.incident-elsewhere'],
    ['an incident twice', { kind: 'join', incident: 'i1' }, [], 'case.incident-elsewhere'],
    ['the last incident out', { kind: 'leave', incident: 'i1' }, [], 'case.last-incident'],
    ['one of two out', { kind: 'leave', incident: 'i1' }, [{ kind: 'join', incident: 'i2' }], undefined],
    ['a mistake twice', { kind: 'void', event: 'e3' }, [step('police', null), { kind: 'void', event: 'e3' }], 'case.not-voidable'],
    ['the opening as a mistake', { kind: 'void', event: 'e1' }, [], 'case.not-voidable'],
    ['a note in the place of one that is replaced', { kind: 'note', replaces: 'e3' }, [{ kind: 'note', replaces: null }, { kind: 'note', replaces: 'e3' }], 'case.note-unknown'],
    ['reopening what is open', { kind: 'reopen', reason: 'mistake' }, [], 'case.not-closed'],
    ['a step of a closed case', step('police', null), [{ kind: 'close', reason: 'handed-over' }], 'case.closed'],
    ['closing again', { kind: 'close', reason: 'unfounded' }, [{ kind: 'close', reason: 'handed-over' }], 'case.closed'],
    ['a police report that comes after the end', report('i1'), [{ kind: 'close', reason: 'handed-over' }], undefined],
  ])('%s', (_, act, before, problem) => {
    expect(findCaseProblem(act, facts(...before))).toBe(problem)
  })

  test('every reason to close closes', () => {
    for (const reason of closeReasons) expect(foldCase(events({ kind: 'close', reason })).closed?.reason).toBe(reason)
  })
})

test('a police report that is told of grows the incident\'s number, and taken back leaves what was', () => {
  const numbers = [null, { count: 0, atLeast: false }, { count: 2, atLeast: false }, { count: 3, atLeast: true }]
  for (const policeReports of numbers) expect(withoutReportFiled(withReportFiled(answers({ policeReports })), { said: 'unknown', others: false }).policeReports).toEqual(policeReports)
  expect(withReportFiled(answers())).toMatchObject({ policeReports: { count: 1, atLeast: true }, policeContacted: 'yes' })
  expect(withReportFiled(answers({ policeReports: { count: 0, atLeast: false } })).policeReports).toEqual({ count: 1, atLeast: false })
})

test('taken back, a police report leaves the answer about the police as somebody gave it, unless another report stands', () => {
  for (const said of ['no', 'unknown', 'yes'] as const) {
    const before = answers({ policeContacted: said, policeReports: { count: 0, atLeast: false } })
    expect(withoutReportFiled(withReportFiled(before), { said, others: false })).toEqual(before)
    expect(withoutReportFiled(withReportFiled(before), { said, others: true })).toMatchObject({ policeContacted: 'yes', policeReports: { count: 0 } })
    expect(withoutReportFiled(withReportFiled(withReportFiled(before)), { said, others: false })).toMatchObject({ policeContacted: 'yes', policeReports: { count: 1 } })
  }
  // Somebody has said since then that nobody knows how many.
  expect(withoutReportFiled(answers({ policeContacted: 'yes', policeReports: null }), { said: 'no', others: false })).toMatchObject({ policeContacted: 'no', policeReports: null })
})

test('what somebody answered about the police is told from what a police report made of it', () => {
  const of = (...revisions: readonly (readonly [contacted: 'yes' | 'no' | 'unknown', filed?: true])[]) => contactedAsSaid(revisions.map(([contacted, filed = false]) => ({ contacted, filed })))
  expect(of(['no'])).toBe('no')
  expect(of(['no'], ['yes', true], ['yes', true])).toBe('no')
  expect(of(['yes'], ['yes', true])).toBe('yes')
  // A correction of something else, in between.
  expect(of(['unknown'], ['yes', true], ['yes'])).toBe('unknown')
  // Corrected to yes before it, and changed by somebody after it.
  expect(of(['no'], ['yes'], ['yes', true])).toBe('yes')
  expect(of(['no'], ['yes', true], ['unknown'])).toBe('unknown')
})
