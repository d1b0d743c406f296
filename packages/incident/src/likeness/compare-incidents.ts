// Two incidents beside each other: what speaks for one event, and what against it.
import type { Incident, PersonGroup } from '../incident.ts'
import type { Quantity } from '../quantity.ts'
import { areaName, type Frequencies, type RegisterFrequencies } from './frequencies.ts'
import type { Reason, ReasonCode } from './reason.ts'
import { agreeing, dayShares, numberShares, signShares, weigh, weighAgreement, weighDifference } from './weights.ts'

/** What is asked of an incident, prepared once for many comparisons. */
export type Compared = {
  readonly answers: Incident
  readonly area: string | null
  /** Days since 1970. */
  readonly from: number
  readonly to: number
  readonly persons: Quantity | null
  readonly nationalities: readonly string[]
  readonly sexAges: readonly string[]
}

const day = 86_400_000

export function prepareIncident(answers: Incident): Compared {
  const { area, occurred, persons } = answers
  return {
    answers, area: area === null ? null : areaName(area), from: Date.parse(occurred.from) / day, to: Date.parse(occurred.to) / day,
    persons: persons.length === 0 ? null : { count: persons.reduce((sum, { count }) => sum + count.count, 0), atLeast: persons.some(({ count }) => count.atLeast) },
    nationalities: [...new Set(persons.flatMap(({ nationalities }) => nationalities))],
    sexAges: [...new Set(persons.flatMap(sexAgeOf))],
  }
}

function sexAgeOf({ sex, ageGroup }: PersonGroup): readonly string[] {
  return sex === 'unknown' || ageGroup === 'unknown' ? [] : [`${sex}/${ageGroup}`]
}

/** How far apart they may lie and still be looked at. */
export const window = 7

export function compareIncidents(a: Compared, b: Compared, frequencies: RegisterFrequencies): readonly Reason[] {
  const [one, other] = [a.answers, b.answers]
  return [
    ...compareDays(a, b),
    ...compareValues(known(one.placeType), known(other.placeType), frequencies.place, agreeing.place, 'same-place', 'other-place'),
    ...compareValues(a.area, b.area, frequencies.area, agreeing.area, 'same-area', 'other-area'),
    ...compareValues(known(one.exploitation), known(other.exploitation), frequencies.form, agreeing.form, 'same-form', 'other-form'),
    ...compareSigns(one.indicators, other.indicators, frequencies.indicator),
    ...comparePersons(a, b, frequencies),
    ...comparePerpetrators(one, other),
    // One organisation seldom sends the same twice, and two that tell of one event are what is looked for.
    one.reportedBy === other.reportedBy ? { code: 'same-reporter', bits: -1 } : { code: 'other-reporter', bits: 0.3 },
  ]
}

function known(code: string): string | null {
  return code === 'unknown' ? null : code
}

/** Two chance dates within the block fall on any of its days alike. */
export function compareDays(a: Pick<Compared, 'from' | 'to'>, b: Pick<Compared, 'from' | 'to'>): readonly Reason[] {
  const days = 2 * window + 1
  if (a.from === a.to && b.from === b.to) {
    const apart = Math.abs(a.from - b.from)
    if (apart === 0) return [weigh('same-day', dayShares.same, 1 / days)]
    return apart <= 2 ? [weigh('near-days', dayShares.near, 4 / days)] : [weigh('other-days', dayShares.far, (days - 5) / days)]
  }
  // A month and a day in it: the vaguer, the less it says.
  const vague = Math.max(a.to - a.from, b.to - b.from) + 1
  const overlaps = a.from <= b.to && b.from <= a.to
  return overlaps ? [weigh('dates-overlap', 0.9, Math.min(0.9, 0.12 * vague))] : [weigh('other-days', dayShares.far, 0.5)]
}

function compareValues(
  a: string | null, b: string | null, frequencies: Frequencies, agree: number, same: ReasonCode, other: ReasonCode,
): readonly Reason[] {
  if (a === null || b === null) return []
  return a === b ? [weighAgreement(same, agree, frequencies.shareOf(a))] : [weighDifference(other, agree, frequencies.alike)]
}

/** Of the signs of the one that has fewer, the part that the other has too; each as rare as it is. */
function compareSigns(a: readonly string[] | null, b: readonly string[] | null, frequencies: Frequencies): readonly Reason[] {
  if (a === null || b === null || a.length === 0 || b.length === 0) return []
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const shared = few.filter((id) => many.includes(id))
  if (shared.length === 0) return [weigh('other-signs', signShares.other, 1 - Math.min(0.9, frequencies.alike * few.length * many.length))]
  // How likely a stranger with as many ticks has these: the rarest says most, the others follow it.
  const chance = Math.min(...shared.map((id) => Math.min(1, frequencies.shareOf(id) * 1.5)))
  return shared.length * 2 >= few.length
    ? [weigh('same-signs', signShares.same, chance ** (1 + 0.3 * (shared.length - 1)))]
    : [weigh('some-signs', signShares.some, Math.min(1, chance * few.length))]
}

function comparePersons(a: Compared, b: Compared, frequencies: RegisterFrequencies): readonly Reason[] {
  const reasons: Reason[] = []
  if (a.persons && b.persons) {
    const apart = Math.abs(a.persons.count - b.persons.count)
    const share = frequencies.persons.shareOf(String(a.persons.count))
    if (apart === 0) reasons.push(weigh('same-number', numberShares.same, share))
    else if (apart === 1 || a.persons.atLeast || b.persons.atLeast) reasons.push(weigh('near-number', numberShares.near, 0.35))
    else reasons.push(weigh('other-number', numberShares.other, 0.4))
  }
  reasons.push(...compareSets(a.nationalities, b.nationalities, frequencies.nationality, agreeing.nationality, 'same-nationality', 'other-nationality'))
  reasons.push(...compareSets(a.sexAges, b.sexAges, frequencies.sexAge, agreeing.sexAge, 'same-sex-age', 'other-sex-age'))
  return reasons
}

/** Several may hold: one that both have is agreement, and the rarest of them weighs. */
export function compareSets(
  a: readonly string[], b: readonly string[], frequencies: Frequencies, agree: number, same: ReasonCode, other: ReasonCode,
): readonly Reason[] {
  if (a.length === 0 || b.length === 0) return []
  const shared = a.filter((value) => b.includes(value))
  if (shared.length === 0) return [weighDifference(other, agree, Math.min(0.9, frequencies.alike * a.length * b.length))]
  const chance = Math.min(...shared.map(frequencies.shareOf)) * Math.max(a.length, b.length)
  return [weighAgreement(same, agree, Math.min(0.95, chance))]
}

const roles = ['buyers', 'procurers', 'otherPerpetrators'] as const

function comparePerpetrators(one: Incident, other: Incident): readonly Reason[] {
  const both = roles.flatMap((role) => {
    const [a, b] = [one[role], other[role]]
    return a === null || b === null || (a.count === 0 && b.count === 0) ? [] : [a.count === b.count]
  })
  if (both.length === 0) return []
  return both.every((same) => same) ? [{ code: 'same-perpetrators', bits: 0.8 }] : both.some((same) => same) ? [] : [{ code: 'other-perpetrators', bits: -0.8 }]
}
