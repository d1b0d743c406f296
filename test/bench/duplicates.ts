// An invented network in which some events were reported twice: each second report as another witness would have told it.
import type { Id, Incident, Organisation, PersonGroup, StoredIncident } from '@lykta/incident'
import { makeUpNetwork } from './made-up-network.ts'
import type { Random } from './random.ts'

export type Duplicates = {
  readonly organisations: readonly Organisation[]
  readonly incidents: readonly StoredIncident[]
  /** Of one event. */
  readonly events: readonly (readonly [Id, Id])[]
  /** Of one person, or of one group: places in the two reports. */
  readonly persons: readonly (readonly [{ readonly incident: Id; readonly entry: number }, { readonly incident: Id; readonly entry: number }])[]
}

/** `doubled`: how many of `size` incidents are second reports. The same seed gives the same network. */
export function makeDuplicates(seed: number, size: number, doubled: number): Duplicates {
  const { organisations, nextIncident, random } = makeUpNetwork(seed, size)
  const store = (answers: Incident): StoredIncident => ({ id: random.uuid(), ref: '', externalRef: null, revision: 1, withdrawn: false, answers })
  const first = Array.from({ length: size - doubled }, () => {
    const answers = nextIncident()
    return store({ ...answers, persons: answers.persons.map((group) => ({ ...group, personRef: null })) })
  })
  const pairs = Array.from({ length: doubled }, (_, index) => {
    const one = first[Math.floor((index * first.length) / doubled)]!
    const { answers, places } = toldByAnother(random, one.answers, organisations)
    const other = store(answers)
    return { one, other, persons: places.map((entry, place) => [{ incident: one.id, entry }, { incident: other.id, entry: place }] as const) }
  })
  return {
    organisations,
    incidents: [...first, ...pairs.map(({ other }) => other)],
    events: pairs.map(({ one, other }) => [one.id, other.id] as const),
    persons: pairs.flatMap(({ persons }) => persons),
  }
}

/** A day off now and then, answers that one knows and another does not, and signs that only one of them saw. */
function toldByAnother(random: Random, seen: Incident, organisations: readonly Organisation[]): { readonly answers: Incident; readonly places: readonly number[] } {
  const others = organisations.filter(({ id }) => id !== seen.reportedBy)
  const places = seen.persons.flatMap((_, entry) => (random.chance(0.9) ? [entry] : []))
  const kept = (seen.indicators ?? []).filter(() => random.chance(0.6))
  const odd = random.chance(0.1)
  const answers: Incident = {
    ...seen,
    occurred: occurrenceOf(random, seen),
    reportedOn: dayAfter(seen.reportedOn, random.below(21)),
    reportedBy: random.pick(others).id,
    placeType: random.chance(0.15) ? 'unknown' : odd && random.chance(0.5) ? 'other' : seen.placeType,
    area: random.chance(0.25) ? null : seen.area,
    exploitation: random.chance(0.15) ? 'unknown' : seen.exploitation,
    indicators: random.chance(0.05) ? null : [...new Set([...kept, ...(random.chance(0.5) ? ['general.fear-or-stress'] : [])])].sort(),
    buyers: random.chance(0.4) ? null : seen.buyers,
    procurers: random.chance(0.4) ? null : seen.procurers,
    persons: places.map((entry) => personOf(random, seen.persons[entry]!)),
  }
  return { answers, places }
}

function personOf(random: Random, seen: PersonGroup): PersonGroup {
  return {
    ...seen,
    count: random.chance(0.85) ? seen.count : { count: seen.count.count, atLeast: true },
    ageGroup: random.chance(0.15) ? 'unknown' : seen.ageGroup,
    nationalities: random.chance(0.3) ? [] : seen.nationalities,
  }
}

function occurrenceOf(random: Random, { occurred }: Incident): Incident['occurred'] {
  if (random.chance(0.75)) return occurred
  const by = random.chance(0.5) ? -1 : 1
  return { ...occurred, from: dayAfter(occurred.from, by), to: dayAfter(occurred.to, by) }
}

function dayAfter(day: string, by: number): string {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)
}

export type Found = { readonly found: number; readonly right: number; readonly there: number; readonly recall: number; readonly precision: number }

/** How many of the pairs that there are were found, and how many of those found there are. */
export function rate(found: readonly string[], there: ReadonlySet<string>): Found {
  const right = found.filter((name) => there.has(name)).length
  return { found: found.length, right, there: there.size, recall: right / there.size, precision: found.length === 0 ? 0 : right / found.length }
}
