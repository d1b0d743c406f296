// Suggestions of one event and one person among incidents of which some are second reports: how many are found, how many are right, how long.
import { type IncidentPair, leastBits, suggestIncidents, suggestPersons } from '@lykta/incident'
import { makeDuplicates, rate } from './duplicates.ts'
import { coldAndWarm, measured, round, say } from './measure.ts'

const seed = 2019

export async function measureLikeness(): Promise<object> {
  const results: Record<string, object> = {}
  for (const size of [1000, 10_000]) {
    say(`likeness: ${size} incidents`)
    const { incidents, events, persons } = makeDuplicates(seed, size, Math.round(size * 0.03))
    const first = await measured(async () => suggestIncidents(incidents))
    const again = await coldAndWarm(async () => suggestIncidents(incidents), 3)
    const there = new Set(events.map((pair) => [...pair].sort().join(' ')))
    const among = (least: number): object => {
      const { recall, precision, found } = rate(first.value.filter(({ bits }) => bits >= least).map(nameOf), there)
      return { found, recall: round(recall, 3), precision: round(precision, 3) }
    }
    const people = await measured(async () => suggestPersons(incidents, first.value.map(({ incidents: pair }) => pair)))
    const inEvents = rate(people.value.map((pair) => pair.persons.map(placeName).sort().join(' ')), new Set(persons.map((pair) => pair.map(placeName).sort().join(' '))))
    results[size] = {
      ms: first.ms, warmMs: again.warm.ms, doubled: events.length,
      byLeastBits: Object.fromEntries([leastBits, leastBits + 2, leastBits + 4, leastBits + 6].map((least) => [least, among(least)])),
      persons: { ms: people.ms, there: inEvents.there, found: inEvents.found, recall: round(inEvents.recall, 3), precision: round(inEvents.precision, 3) },
    }
  }
  return results
}

function nameOf({ incidents }: IncidentPair): string {
  return incidents.join(' ')
}

function placeName({ incident, entry }: { readonly incident: string; readonly entry: number }): string {
  return `${incident}/${entry}`
}
