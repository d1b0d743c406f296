// A founded network with two organisations, and incidents for it.
import { randomUUID } from 'node:crypto'
import type { Incident, Network, Organisation, PersonGroup } from '@lykta/incident'
import { appendOrganisations, type Context, foundNetwork, makeReference, type NewRevision, type Register, write } from '@lykta/register'
import fc from 'fast-check'

export type TestNetwork = {
  readonly network: Network
  readonly organisations: readonly [Organisation, Organisation]
  /** Who reports by default: the first organisation. */
  readonly context: Context
}

export const createdAt = '2026-11-01T10:00:00.000Z'

let founded = 0

export async function makeNetwork(register: Register, name = 'Exempelstad'): Promise<TestNetwork> {
  const network: Network = {
    id: randomUUID(), name, municipality: name, collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'], sample: true,
  }
  const organisations: [Organisation, Organisation] = [
    { id: randomUUID(), code: 'soc', name: 'Socialtjänsten', sector: 'social-services', joined: '2016-06-01', left: null },
    { id: randomUUID(), code: 'polis', name: 'Polisen "i" Exempelstad', sector: 'police', joined: null, left: '2019-12-31' },
  ]
  const context = { network: network.id, member: 'import' }
  // Each later than the one before: networks are listed in the order in which they were founded.
  founded += 1
  await foundNetwork(register, 'operator', network, new Date(Date.parse(createdAt) + founded).toISOString())
  await write(register, context, { action: 'organisation.add', object: 'organisations:2' }, (transaction) =>
    appendOrganisations(transaction, organisations.map((organisation) => ({ organisation, revision: 1 }))))
  return { network, organisations, context }
}

export const person: PersonGroup = {
  personRef: null,
  count: { count: 1, atLeast: false },
  sex: 'woman',
  ageGroup: 'adult',
  nationalities: ['RO'],
  supportContact: 'yes',
  supportOrganisation: null,
  contactDate: null,
  supportOffered: null,
  acceptedSupport: 'no',
}

export function answersOf(reportedBy: string, changes: Partial<Incident> = {}): Incident {
  return {
    occurred: { from: '2019-04-03', to: '2019-04-03', about: false },
    reportedOn: '2019-04-05',
    reportedBy,
    external: false,
    placeType: 'hotel',
    area: 'Norr',
    exploitation: 'sexual',
    indicators: ['sexual.many-phones', 'sexual.moves-often'],
    policeContacted: 'yes',
    policeReports: { count: 1, atLeast: false },
    buyers: { count: 2, atLeast: true },
    procurers: null,
    otherPerpetrators: { count: 0, atLeast: false },
    persons: [person],
    ...changes,
  }
}

let references = 0

/** Another at each call. */
export function nextReference(): string {
  references += 1
  return makeReference(Uint8Array.from({ length: 7 }, (_, index) => (references >> (5 * index)) & 31))
}

export function newIncident(answers: Incident, changes: Partial<NewRevision> = {}): NewRevision {
  return {
    incident: randomUUID(),
    number: 1,
    first: { ref: nextReference(), externalRef: null },
    formVersion: '2026-1',
    answers,
    withdrawn: false,
    sealed: null,
    createdAt,
    ...changes,
  }
}

const answer = fc.constantFrom('yes', 'no', 'unknown')
const quantity = fc.record({ count: fc.nat(9), atLeast: fc.boolean() })
const day = fc.integer({ min: 0, max: 1000 }).map((days) => new Date(Date.UTC(2017, 10, 1) + days * 86_400_000).toISOString().slice(0, 10))
const codes = (...list: string[]): fc.Arbitrary<string[]> => fc.uniqueArray(fc.constantFrom(...list), { maxLength: 3 }).map((chosen) => chosen.sort())

const anyPerson: fc.Arbitrary<PersonGroup> = fc.record({
  personRef: fc.option(fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => `p${text.replaceAll('\0', '')}`)),
  count: quantity,
  sex: fc.constantFrom('woman', 'man', 'other', 'unknown'),
  ageGroup: fc.constantFrom('adult', 'minor', 'unknown'),
  nationalities: codes('RO', 'TH', 'SE', 'UA'),
  supportContact: fc.option(answer),
  supportOrganisation: fc.constant(null),
  contactDate: fc.option(day),
  supportOffered: fc.option(answer),
  acceptedSupport: fc.option(answer),
})

export function anyAnswers(reporters: readonly string[]): fc.Arbitrary<Incident> {
  return fc.record({
    occurred: fc.tuple(day, day, fc.boolean()).map(([a, b, about]) => ({ from: a < b ? a : b, to: a < b ? b : a, about })),
    reportedOn: day,
    reportedBy: fc.constantFrom(...reporters),
    external: fc.boolean(),
    placeType: fc.constantFrom('hotel', 'home', 'street', 'unknown'),
    area: fc.option(fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\0', '').normalize('NFC'))),
    exploitation: fc.constantFrom('sexual', 'begging', 'labour', 'unknown'),
    indicators: fc.option(codes('sexual.many-phones', 'general.fear', 'labour.long-hours', 'own.note')),
    policeContacted: answer,
    policeReports: fc.option(quantity),
    buyers: fc.option(quantity),
    procurers: fc.option(quantity),
    otherPerpetrators: fc.option(quantity),
    persons: fc.array(anyPerson, { maxLength: 3 }),
  })
}
