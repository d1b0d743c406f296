// Random networks: shared person references, lower bounds, unknowns, late reports, vague dates, organisations that leave.
import fc from 'fast-check'
import { ageGroups, exploitations, findOccurrence, type Incident, type Organisation, type PersonGroup, placeTypes, type Quantity, type SameLink, sectors, sexes, type StoredIncident } from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'

export const nationalityCodes = ['RO', 'TH', 'SE', 'UA']
/** Of the catalogue, and the network's own. */
export const indicatorIds = ['general.fear-or-stress', 'general.disoriented', 'sexual.many-phones', 'sexual.moves-often', 'labour.x-own', 'own.lobby']

const pad = (number: number): string => String(number).padStart(2, '0')
export const uuid = (kind: number, number: number): string => `00000000-0000-4000-8000-${String(kind)}${String(number).padStart(11, '0')}`

/** First and last days of collections, years and months, and the days beside them: where an off-by-one would hide. */
const borders = [
  '2017-03-14', '2017-03-15', '2017-03-16', '2017-10-31', '2017-11-01', '2018-02-27', '2018-02-28', '2016-12-31', '2017-01-01', '2017-12-31', '2018-01-01',
  '2018-12-31', '2019-01-01', '2019-03-31', '2019-04-01', '2020-02-29', '2020-06-09', '2020-06-10', '2020-06-11', '2020-12-31',
]

const day = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...borders) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 2016, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, date]) => `${year}-${pad(month)}-${pad(date)}`),
  },
)

/** A day, a month, a year, or a stretch that may span a border. */
const occurrence = fc.oneof(
  { weight: 6, arbitrary: day.map((text) => findOccurrence(text)!) },
  { weight: 2, arbitrary: day.map((text) => findOccurrence(text.slice(0, 7))!) },
  { weight: 1, arbitrary: day.map((text) => findOccurrence(text.slice(0, 4))!) },
  { weight: 1, arbitrary: fc.tuple(day, day).map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a, about: true })) },
)

const quantity: fc.Arbitrary<Quantity> = fc.record({ count: fc.integer({ min: 0, max: 5 }), atLeast: fc.boolean() })
const maybe = (arbitrary: fc.Arbitrary<Quantity>): fc.Arbitrary<Quantity | null> => fc.option(arbitrary, { freq: 4 })
const answer = fc.constantFrom('yes', 'no', 'unknown', null)

const person: fc.Arbitrary<PersonGroup> = fc
  .record({
    personRef: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { freq: 1 }),
    count: quantity,
    sex: fc.constantFrom(...sexes),
    ageGroup: fc.constantFrom(...ageGroups),
    nationalities: fc.uniqueArray(fc.constantFrom(...nationalityCodes), { maxLength: 3 }).map((codes) => codes.sort()),
    supportContact: answer,
    supportOrganisation: fc.constant(null),
    contactDate: fc.constant(null),
    supportOffered: answer,
    acceptedSupport: answer,
  })
  .map((group) => (group.personRef === null ? group : { ...group, count: { count: 1, atLeast: false } }))

export function randomIncident(organisations: number): fc.Arbitrary<Incident> {
  return fc.record({
    occurred: occurrence,
    reportedOn: day,
    reportedBy: fc.integer({ min: 0, max: organisations - 1 }).map((number) => uuid(1, number)),
    external: fc.boolean(),
    placeType: fc.constantFrom(...placeTypes),
    area: fc.constantFrom(null, 'Norr'),
    exploitation: fc.constantFrom(...exploitations),
    indicators: fc.option(fc.uniqueArray(fc.constantFrom(...indicatorIds), { maxLength: 4 }).map((ids) => ids.sort()), { freq: 5 }),
    policeContacted: fc.constantFrom('yes', 'no', 'unknown'),
    policeReports: maybe(quantity),
    buyers: maybe(quantity),
    procurers: maybe(quantity),
    otherPerpetrators: maybe(quantity),
    persons: fc.array(person, { maxLength: 4 }),
  })
}

const membership = fc.record({ joined: fc.option(day, { freq: 5 }), left: fc.option(day, { freq: 1 }), sector: fc.constantFrom(...sectors) })

/** Joins and leaves, some at once, or never was a member. */
export function randomOrganisation(number: number): fc.Arbitrary<Organisation> {
  return membership.map(({ joined, left, sector }) => ({
    id: uuid(1, number),
    code: `org-${number}`,
    name: `Organisation ${number}`,
    sector,
    joined,
    left: joined !== null && left !== null && left >= joined ? left : null,
  }))
}

export const randomOrganisations: fc.Arbitrary<readonly Organisation[]> = fc
  .integer({ min: 1, max: 6 })
  .chain((number) => fc.tuple(...Array.from({ length: number }, (_, index) => randomOrganisation(index))))

export function storedIncident(number: number, answers: Incident, withdrawn: boolean, revision = 1): StoredIncident {
  return { id: uuid(2, number), ref: `R${pad(number).padStart(7, '0')}`, externalRef: `X-${number}`, revision, withdrawn, answers }
}

export const sometimes: fc.Arbitrary<boolean> = fc.integer({ min: 0, max: 9 }).map((number) => number === 0)

export const randomNetwork: fc.Arbitrary<CountInput> = randomOrganisations.chain((organisations) =>
  fc.array(fc.record({ answers: randomIncident(organisations.length), withdrawn: sometimes }), { maxLength: 40 }).map((list) => ({
    organisations,
    incidents: list.map(({ answers, withdrawn }, number) => storedIncident(number, answers, withdrawn)),
    position: 1,
  })),
)

/** What is drawn of links: which incident, which of its groups (none: the incident itself), to which cluster. */
export type DrawnLink = { readonly which: number; readonly entry: number | null; readonly cluster: number; readonly degree: SameLink['degree']; readonly rests: boolean }

export const randomLinks: fc.Arbitrary<readonly DrawnLink[]> = fc.array(fc.record({
  which: fc.nat(60), entry: fc.option(fc.nat(3), { freq: 1 }), cluster: fc.nat(2), degree: fc.constantFrom('certain', 'certain', 'probable'), rests: sometimes,
}), { maxLength: 30 })

/** Of the incidents that there are, each thing linked once; some were made when the incident had another number of groups. */
export function linksAmong(drawn: readonly DrawnLink[], incidents: readonly StoredIncident[]): readonly SameLink[] {
  if (incidents.length === 0) return []
  const links = drawn.flatMap(({ which, entry, cluster, degree, rests }): SameLink[] => {
    const { id, answers: { persons } } = incidents[which % incidents.length]!
    if (entry !== null && persons.length === 0) return []
    return [{
      incident: id, entry: entry === null ? null : entry % persons.length, degree,
      cluster: uuid(entry === null ? 3 : 4, cluster), groups: entry === null ? null : persons.length + (rests ? 1 : 0),
    }]
  })
  return [...new Map(links.map((link) => [`${link.incident} ${link.entry}`, link])).values()]
}

export const linkedNetwork: fc.Arbitrary<CountInput> = fc.tuple(randomNetwork, randomLinks).map(([input, drawn]) => ({ ...input, links: linksAmong(drawn, input.incidents) }))
