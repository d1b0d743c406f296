// Suggestions of what may be the same: floors of recall and precision on invented second reports, and what reasons are given.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeDuplicates, rate } from '../../../test/bench/duplicates.ts'
import { findLikeIncidents, type Incident, joinQuantity, joinReports, type PersonGroup, type SameLink, type StoredIncident, suggestIncidents, suggestPersons } from '../src/index.ts'

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const woman: PersonGroup = {
  personRef: null, count: { count: 1, atLeast: false }, sex: 'woman', ageGroup: 'adult', nationalities: ['MD'], supportContact: 'no', supportOrganisation: null, contactDate: null, supportOffered: null, acceptedSupport: null,
}
const answers: Incident = {
  occurred: { from: '2019-04-03', to: '2019-04-03', about: false }, reportedOn: '2019-04-04', reportedBy: uuid(1), external: false, placeType: 'massage-parlour', area: 'Norra hamnen',
  exploitation: 'sexual', indicators: ['sexual.many-phones', 'sexual.moves-often'], policeContacted: 'no', policeReports: null, buyers: null, procurers: null, otherPerpetrators: null, persons: [woman, woman],
}
const stored = (number: number, changes: Partial<Incident> = {}, withdrawn = false): StoredIncident =>
  ({ id: uuid(100 + number), ref: '', externalRef: null, revision: 1, withdrawn, answers: { ...answers, ...changes } })
/** Others, so that something is common and something rare. */
const others = Array.from({ length: 60 }, (_, number) => stored(100 + number, {
  occurred: { from: `2019-0${1 + (number % 9)}-1${number % 9}`, to: `2019-0${1 + (number % 9)}-1${number % 9}`, about: false }, placeType: number % 3 === 0 ? 'street' : 'hotel', area: number % 2 === 0 ? 'Centrum' : 'Söder',
  indicators: ['general.fear-or-stress'], persons: [{ ...woman, nationalities: ['RO'] }],
}))

describe('the benchmark on invented second reports', () => {
  const made = makeDuplicates(20_260_311, 2000, 60)
  const pairs = suggestIncidents(made.incidents)

  test('finds at least four of five, and of five that it finds at least four are right', () => {
    const { recall, precision } = rate(pairs.map(({ incidents }) => incidents.join(' ')), new Set(made.events.map((pair) => [...pair].sort().join(' '))))
    expect(recall).toBeGreaterThanOrEqual(0.8)
    expect(precision).toBeGreaterThanOrEqual(0.8)
  })

  test('of the persons in these events, at least four of five, and two of three are right', () => {
    const name = (pair: readonly { readonly incident: string; readonly entry: number }[]): string => pair.map(({ incident, entry }) => `${incident}/${entry}`).sort().join(' ')
    const found = suggestPersons(made.incidents, pairs.map(({ incidents }) => incidents))
    const { recall, precision } = rate(found.map(({ persons }) => name(persons)), new Set(made.persons.map(name)))
    expect(recall).toBeGreaterThanOrEqual(0.75)
    expect(precision).toBeGreaterThanOrEqual(0.66)
  })

  test('lets others work in between', () => {
    expect([...findLikeIncidents(made.incidents)].length).toBeGreaterThan(5)
  })
})

describe('reasons', () => {
  test('what speaks for one event stands first, and what speaks against it is said as well', () => {
    const [pair] = suggestIncidents([stored(1), stored(2, { reportedBy: uuid(2), placeType: 'home', area: 'norra  HAMNEN' }), ...others])
    expect(pair?.incidents).toEqual([uuid(101), uuid(102)])
    const codes = pair!.reasons.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['same-day', 'same-area', 'same-signs', 'same-nationality', 'same-number', 'other-place', 'other-reporter']))
    expect(codes.at(-1)).toBe('other-place')
    expect(pair!.reasons.map(({ bits }) => bits)).toEqual(pair!.reasons.map(({ bits }) => bits).toSorted((a, b) => b - a))
  })

  test('what a reporter told as an addition is suggested, however little it says', () => {
    const little = { indicators: null, persons: [], area: null, placeType: 'unknown', exploitation: 'unknown' } as const
    const list = [stored(1, little), stored(2, little), ...others]
    expect(suggestIncidents(list)).toEqual([])
    expect(suggestIncidents(list, { additions: [[uuid(102), uuid(101)]] }).map(({ incidents, reasons }) => [incidents, reasons[0]!.code])).toEqual([[[uuid(101), uuid(102)], 'told-as-addition']])
  })

  test('a rare agreement weighs more than a common one; withdrawn incidents are not looked at', () => {
    const bits = (nationality: string): number => {
      const changes = { persons: [{ ...woman, nationalities: [nationality] }] }
      return suggestIncidents([stored(1, changes), stored(2, { ...changes, reportedBy: uuid(2) }), ...others])[0]!.bits
    }
    expect(bits('MD')).toBeGreaterThan(bits('RO'))
    expect(suggestIncidents([stored(1), stored(2, { reportedBy: uuid(2) }, true), ...others])).toEqual([])
  })

  test('one group is one other: two women of two reports are two pairs, not four', () => {
    const found = suggestPersons([stored(1), stored(2), ...others], [[uuid(101), uuid(102)]]).filter(({ reasons }) => reasons.some(({ code }) => code === 'same-event'))
    expect(found.map(({ persons }) => persons.map(({ entry }) => entry))).toEqual([[0, 0], [1, 1]])
    expect(suggestPersons([stored(1, { persons: [woman] }), stored(2, { persons: [{ ...woman, sex: 'man', nationalities: ['RO'] }] }), ...others], [[uuid(101), uuid(102)]])
      .filter(({ reasons }) => reasons.some(({ code }) => code === 'same-event'))).toEqual([])
  })
})

describe('joining', () => {
  const event = (incident: string, degree: SameLink['degree'] = 'certain'): SameLink => ({ incident, entry: null, cluster: uuid(9), degree, groups: null })

  test('the first report stands, and is filled in from those after it', () => {
    const reports = [
      stored(2, { reportedOn: '2019-04-02', occurred: { from: '2019-04-01', to: '2019-04-30', about: false }, placeType: 'unknown', area: null, policeReports: { count: 1, atLeast: false }, indicators: null }),
      stored(1, { reportedBy: uuid(2), policeContacted: 'yes', policeReports: { count: 2, atLeast: false } }),
      stored(3, {}, true),
    ]
    const { plain, joined } = joinReports(reports, [event(uuid(101)), event(uuid(102), 'probable'), event(uuid(103))])
    expect(plain.map(({ id }) => id)).toEqual([uuid(103)])
    expect(joined).toMatchObject([{
      reports: [{ id: uuid(102) }, { id: uuid(101) }], probable: 1,
      answers: {
        reportedBy: uuid(1), reportedOn: '2019-04-02', occurred: { from: '2019-04-03' }, placeType: 'massage-parlour', area: 'Norra hamnen', policeContacted: 'yes',
        policeReports: { count: 2, atLeast: true }, indicators: ['sexual.many-phones', 'sexual.moves-often'],
      },
    }])
    expect(joined[0]!.answers.persons).toHaveLength(4)
  })

  test('a link of a person rests while the incident has another number of groups', () => {
    const link: SameLink = { incident: uuid(101), entry: 1, cluster: uuid(9), degree: 'certain', groups: 2 }
    expect(joinReports([stored(1)], [link]).joined[0]!.answers.persons.map(({ personRef }) => personRef)).toEqual([null, uuid(9)])
    expect(joinReports([stored(1, { persons: [woman] })], [link]).joined[0]!.answers.persons.map(({ personRef }) => personRef)).toEqual([null])
  })

  test('numbers of one thing: never fewer than any says, a bound where they differ', () => {
    const quantity = fc.option(fc.record({ count: fc.nat(9), atLeast: fc.boolean() }))
    fc.assert(fc.property(fc.array(quantity), (quantities) => {
      const known = quantities.flatMap((one) => (one ? [one] : []))
      const joined = joinQuantity(quantities)
      expect(joined === null).toBe(known.length === 0)
      for (const { count, atLeast } of known) expect(joined!.count > count ? joined!.atLeast : joined!.atLeast || !atLeast).toBe(true)
    }), { seed: 35, numRuns: 200 })
  })
})
