// For the form's tests: a context with a small network, and random answers to every question.
import fc from 'fast-check'
import { findFormVersion, nationalities, shippedIndicators } from '../src/index.ts'
import type { FormAnswers, FormContext, Incident, Organisation, ParsedForm, Problem } from '../src/index.ts'
import { ageGroups, answers, channels, exploitations, placeTypes, sexes } from '../src/codes.ts'

const organisation = (digit: number, more: Partial<Organisation> = {}): Organisation => ({
  id: `00000000-0000-4000-8000-00000000000${digit}`, code: `O${digit}`, name: `Organisation ${digit}`, sector: 'business', joined: '2016-06-01', left: null, ...more,
})
export const hotel = organisation(1)
export const shelter = organisation(2, { sector: 'civil-society' })
export const former = organisation(3, { left: '2019-06-30' })
export const outside = organisation(4, { joined: null })

export const context: FormContext = {
  form: findFormVersion('lykta-1')!,
  today: '2020-03-01',
  network: { collectionStart: '2017-11-01' },
  organisations: [hotel, shelter, former, outside],
  reporterOrganisation: hotel.id,
  ownIndicators: [{ id: 'sexual.x-own', sv: 'Eget tecken', en: 'Own sign', observers: ['anyone'], validFrom: null, validTo: null }],
}

export function incidentOf(parsed: ParsedForm): Incident {
  if ('problems' in parsed) throw new Error(`not an incident: ${parsed.problems.map(({ code }) => code).join(', ')}`)
  return parsed.incident
}

export const problemsOf = (parsed: ParsedForm): readonly Problem[] => ('problems' in parsed ? parsed.problems : [])

const day = fc.integer({ min: 0, max: 840 }).map((days) => new Date(Date.UTC(2017, 10, 1) + days * 86_400_000).toISOString().slice(0, 10))
const answer = fc.constantFrom(...answers)
const count = fc.oneof(fc.constant('unknown' as const), fc.record({ count: fc.nat(999_999), atLeast: fc.boolean() }), fc.record({ count: fc.nat(9) }))
const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/\p{Cc}/gu, '').trim().replace(/^[=+\-@＝＋－＠ ]+/, '')).filter((text) => text.isWellFormed() && text.length < 200)
const some = (values: readonly string[]) => fc.array(fc.constantFrom(...values), { maxLength: 4 })
const optional = <Value>(model: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) => fc.record(model, { requiredKeys: [] })

const person = optional({
  count, sex: fc.constantFrom(...sexes), ageGroup: fc.constantFrom(...ageGroups), nationalities: some(nationalities),
  supportContact: fc.option(answer), supportOrganisation: fc.constantFrom(hotel.id, shelter.id), contactDate: day,
  supportOffered: fc.option(answer), acceptedSupport: fc.option(answer),
})

/** Whatever a willing person may answer: none of it is wrong. */
export const anyAnswers = optional({
  channel: fc.constantFrom(...channels), external: fc.constant(true), reportedBy: fc.constantFrom(hotel.id, shelter.id, former.id, outside.id),
  indicators: fc.option(some([...shippedIndicators.map(({ id }) => id), 'sexual.x-own'])),
  occurred: fc.oneof(
    fc.constant('unknown' as const), fc.record({ on: day, about: fc.boolean() }), fc.record({ on: day.map((one) => one.slice(0, 7)) }),
    fc.record({ on: day.map((one) => one.slice(0, 4)), about: fc.boolean() }),
    fc.tuple(day, day).map((days) => ({ from: days.toSorted()[0]!, to: days.toSorted()[1]!, about: true })),
  ),
  placeType: fc.constantFrom(...placeTypes), area: line, exploitation: fc.constantFrom(...exploitations),
  persons: fc.oneof(fc.constant('unknown' as const), fc.array(person, { maxLength: 4 })),
  concernReport: fc.option(answer), buyers: count, procurers: count, otherPerpetrators: count, policeContacted: answer, policeReports: count,
}) as fc.Arbitrary<FormAnswers>
