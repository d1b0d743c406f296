// Looks for groups of persons that may be the same: in reports of one event, and within three months in incidents of one kind.
import type { Id, PersonGroup, StoredIncident } from '../incident.ts'
import { agreeing, weigh } from './weights.ts'
import { areaName, frequenciesOf, type RegisterFrequencies } from './frequencies.ts'
import { compareSets } from './compare-incidents.ts'
import { bitsOf, type Reason } from './reason.ts'

export type PersonPlace = { readonly incident: Id; readonly entry: number }

export type PersonPair = {
  readonly persons: readonly [PersonPlace, PersonPlace]
  readonly reasons: readonly Reason[]
  readonly bits: number
}

/** Two of one event are the same unless something speaks against it; two of different events need much that speaks for it. */
export const leastPersonBits = { sameEvent: 3, otherEvent: 12 } as const

const longest = 92
const day = 86_400_000

/** Yields as `findLikeIncidents`. `events`: ids of incidents that are, or may be, of one event, by pair. Each group at most once with each other incident: the best. */
export function* findLikePersons(incidents: readonly StoredIncident[], events: readonly (readonly [Id, Id])[]): Generator<number, readonly PersonPair[]> {
  const standing = incidents.filter(({ withdrawn, answers }) => !withdrawn && answers.persons.length > 0)
  yield 0
  const frequencies = frequenciesOf(standing.map(({ answers }) => answers))
  yield 0
  const byId = new Map(standing.map((incident) => [incident.id, incident]))
  const sameEvent = new Set(events.map((pair) => [...pair].sort().join(' ')))
  const pairs = events.flatMap(([a, b]) => {
    const [one, other] = [byId.get(a), byId.get(b)]
    return one && other ? bestOf(pairsOf(one, other, frequencies, true)) : []
  })
  // Elsewhere only what is told of closely enough: nationality, sex, age and a part of town, the same for both.
  const blocks = Map.groupBy(standing.flatMap((incident) => blocksOf(incident).map((block) => ({ block, incident }))), ({ block }) => block)
  const seen = new Set(sameEvent)
  let done = 0
  yield 0
  for (const list of blocks.values()) {
    const inTime = [...new Set(list.map(({ incident }) => incident))].sort((a, b) => (a.answers.occurred.from < b.answers.occurred.from ? -1 : 1))
    for (const [index, one] of inTime.entries()) {
      if (index % 50 === 49) yield done / blocks.size
      for (let next = index + 1; next < inTime.length && daysApart(one, inTime[next]!) <= longest; next += 1) {
        const name = [one.id, inTime[next]!.id].sort().join(' ')
        if (seen.has(name)) continue
        seen.add(name)
        pairs.push(...bestOf(pairsOf(one, inTime[next]!, frequencies, false)))
      }
    }
    done += 1
    if (done % 20 === 0) yield done / blocks.size
  }
  return pairs.sort((a, b) => b.bits - a.bits || (name(a) < name(b) ? -1 : 1))
}

/** The same, to its end. */
export function suggestPersons(incidents: readonly StoredIncident[], events: readonly (readonly [Id, Id])[]): readonly PersonPair[] {
  const work = findLikePersons(incidents, events)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

function name({ persons }: PersonPair): string {
  return persons.map(({ incident, entry }) => `${incident}/${entry}`).join()
}

function daysApart(a: StoredIncident, b: StoredIncident): number {
  return (Date.parse(b.answers.occurred.from) - Date.parse(a.answers.occurred.from)) / day
}

function blocksOf({ answers: { area, exploitation, persons } }: StoredIncident): readonly string[] {
  if (area === null) return []
  return persons.flatMap(({ sex, ageGroup, nationalities, count }) =>
    (sex === 'unknown' || ageGroup === 'unknown' || count.count !== 1 || count.atLeast ? [] : nationalities.map((code) => `${areaName(area)}|${exploitation}|${sex}|${ageGroup}|${code}`)))
}

function pairsOf(a: StoredIncident, b: StoredIncident, frequencies: RegisterFrequencies, isSameEvent: boolean): readonly PersonPair[] {
  return a.answers.persons.flatMap((one, entry) => b.answers.persons.flatMap((other, place) => {
    const reasons = [...(isSameEvent ? [sameEvent] : apartIn(a, b, frequencies)), ...compareGroups(one, other, frequencies)]
    const bits = Math.round(bitsOf(reasons) * 10) / 10
    if (bits < (isSameEvent ? leastPersonBits.sameEvent : leastPersonBits.otherEvent)) return []
    return [{ persons: [{ incident: a.id, entry }, { incident: b.id, entry: place }] as const, reasons: reasons.toSorted((x, y) => y.bits - x.bits), bits }]
  }))
}

const sameEvent: Reason = { code: 'same-event', bits: 4 }

/** In another event it takes an area that few have, and the nearer in time the likelier. */
function apartIn(a: StoredIncident, b: StoredIncident, frequencies: RegisterFrequencies): readonly Reason[] {
  const days = Math.abs(daysApart(a, b))
  const time: Reason = days <= 14 ? weigh('near-days', 0.5, 0.15) : weigh('other-days', 0.5, 0.85)
  const [one, other] = [a.answers, b.answers]
  return [
    time,
    ...(one.area !== null && other.area !== null && areaName(one.area) === areaName(other.area) ? [weigh('same-area', agreeing.area, frequencies.area.shareOf(areaName(one.area)))] : []),
    ...(one.exploitation === other.exploitation && one.exploitation !== 'unknown' ? [weigh('same-form', agreeing.form, frequencies.form.shareOf(one.exploitation))] : []),
  ]
}

function compareGroups(a: PersonGroup, b: PersonGroup, frequencies: RegisterFrequencies): readonly Reason[] {
  if (a.personRef !== null && a.personRef === b.personRef) return [{ code: 'same-reference', bits: 10 }]
  const who = [a, b].map(({ sex, ageGroup }) => (sex === 'unknown' || ageGroup === 'unknown' ? [] : [`${sex}/${ageGroup}`])) as [string[], string[]]
  const clash = [[a.sex, b.sex], [a.ageGroup, b.ageGroup]].some(([one, other]) => one !== 'unknown' && other !== 'unknown' && one !== other)
  const number: readonly Reason[] = a.count.count === b.count.count
    ? [weigh('same-number', 0.8, frequencies.persons.shareOf(String(a.count.count)))]
    : [weigh(a.count.atLeast || b.count.atLeast ? 'near-number' : 'other-number', 0.2, 0.5)]
  return [
    ...(clash ? [weigh('other-sex-age', 0.03, 0.5)] : compareSets(...who, frequencies.sexAge, agreeing.sexAge, 'same-sex-age', 'other-sex-age')),
    ...compareSets(a.nationalities, b.nationalities, frequencies.nationality, agreeing.nationality, 'same-nationality', 'other-nationality'),
    ...number,
  ]
}

/** A group is one other group: of those that fit best, each is taken once. */
function bestOf(pairs: readonly PersonPair[]): readonly PersonPair[] {
  const taken = new Set<string>()
  return pairs.toSorted((a, b) => b.bits - a.bits).filter(({ persons }) => {
    const names = persons.map(({ incident, entry }) => `${incident}/${entry}`)
    if (names.some((one) => taken.has(one))) return false
    for (const one of names) taken.add(one)
    return true
  })
}
