// Random registers: small and large, one-sided and spread, with shared persons, lower bounds, vague dates and unknowns.
import fc from 'fast-check'
import {
  exploitations, findOccurrence, type Incident, type Organisation, type PersonGroup, placeTypes, type Quantity, sectors, type StoredIncident,
} from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'

const pad = (number: number): string => String(number).padStart(2, '0')

/** The first code is by far the most common, as it is in life. */
const skewed = <T>(codes: readonly T[], weight: number): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(codes[0]!) }, { weight: 3, arbitrary: fc.constantFrom(...codes) })

const day = fc
  .tuple(fc.integer({ min: 2017, max: 2019 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${pad(month)}-${pad(date)}`)

const occurrence = fc.oneof(
  { weight: 20, arbitrary: day.map((text) => findOccurrence(text)!) },
  { weight: 2, arbitrary: day.map((text) => findOccurrence(text.slice(0, 7))!) },
  { weight: 1, arbitrary: day.map((text) => findOccurrence(text.slice(0, 4))!) },
)
/** Rarely used, so that most registers have no remainder between years. */
const spanning = fc.tuple(day, day).map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a, about: true }))

const quantity: fc.Arbitrary<Quantity> = fc.record({
  count: fc.integer({ min: 0, max: 4 }),
  atLeast: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})
const maybe = (arbitrary: fc.Arbitrary<Quantity>): fc.Arbitrary<Quantity | null> => fc.option(arbitrary, { freq: 8 })
const answer = fc.constantFrom('yes', 'no', 'no', 'unknown', null)

/** `orderly`: only who is in contact is asked about support, and all of them are. */
const person = (repeated: boolean, orderly: boolean): fc.Arbitrary<PersonGroup> =>
  fc
    .record({
      personRef: repeated ? fc.option(fc.integer({ min: 1, max: 60 }).map((n) => `p${n}`), { freq: 1 }) : fc.constant(null),
      count: fc.oneof({ weight: 5, arbitrary: fc.constant({ count: 1, atLeast: false }) }, { weight: 1, arbitrary: quantity }),
      sex: skewed(['woman', 'man', 'other', 'unknown'] as const, 14),
      ageGroup: skewed(['adult', 'minor', 'unknown'] as const, 14),
      nationalities: fc.uniqueArray(skewed(['RO', 'TH', 'SE', 'UA', 'NG', 'BG', 'VN'], 4), { maxLength: 2 }).map((codes) => codes.sort()),
      supportContact: answer,
      supportOrganisation: fc.constant(null),
      contactDate: fc.constant(null),
      supportOffered: fc.constant(null),
      acceptedSupport: answer,
    })
    .map((group) => (group.personRef === null ? group : { ...group, count: { count: 1, atLeast: false } }))
    .map((group) => (orderly ? { ...group, acceptedSupport: group.supportContact === 'yes' ? (group.acceptedSupport ?? 'yes') : null } : group))

export const indicatorIds = [
  'sexual.many-phones', 'sexual.moves-often', 'sexual.spoken-for', 'general.fear-or-stress', 'general.disoriented', 'labour.paid-little-or-nothing',
]

type Shape = { readonly organisations: number; readonly oneSided: number; readonly repeated: boolean; readonly orderly: boolean; readonly spans: boolean }

const incident = ({ organisations, oneSided, repeated, orderly, spans }: Shape): fc.Arbitrary<Incident> =>
  fc.record({
    occurred: spans ? fc.oneof({ weight: 15, arbitrary: occurrence }, { weight: 1, arbitrary: spanning }) : occurrence,
    reportedOn: fc.constant('2020-01-10'),
    reportedBy: fc.integer({ min: 0, max: organisations - 1 }).map((number) => `org-${number}`),
    external: fc.constant(false),
    placeType: skewed([...placeTypes], oneSided),
    area: fc.constant(null),
    exploitation: skewed([...exploitations], oneSided * 3),
    indicators: fc.uniqueArray(skewed(indicatorIds, 3), { maxLength: 3 }).map((ids) => ids.sort()),
    policeContacted: fc.constantFrom('yes', 'yes', 'no', 'unknown'),
    policeReports: maybe(quantity),
    buyers: maybe(quantity),
    procurers: maybe(quantity),
    otherPerpetrators: maybe(quantity),
    persons: fc.array(person(repeated, orderly), { maxLength: 3 }),
  })

const shape: fc.Arbitrary<Shape & { readonly size: number }> = fc.record({
  organisations: fc.integer({ min: 3, max: 9 }),
  oneSided: fc.integer({ min: 0, max: 12 }),
  repeated: fc.boolean(),
  orderly: fc.boolean(),
  spans: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  size: fc.integer({ min: 8, max: 140 }),
})

export const randomRegister: fc.Arbitrary<CountInput> = shape.chain((drawn) =>
  fc.array(incident(drawn), { minLength: drawn.size, maxLength: drawn.size }).map((list) => ({
    organisations: Array.from({ length: drawn.organisations }, (_, number): Organisation => ({
      id: `org-${number}`,
      code: `org-${number}`,
      name: `Organisation ${number}`,
      sector: sectors[number % sectors.length]!,
      joined: '2016-01-01',
      left: null,
    })),
    incidents: list.map((answers, number): StoredIncident => ({
      id: `incident-${number}`, ref: `R${number}`, externalRef: null, revision: 1, withdrawn: false, answers,
    })),
    position: 1,
  })),
)
