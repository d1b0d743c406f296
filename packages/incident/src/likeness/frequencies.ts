// How often each value stands in the register: two strangers agree on a common one by chance.
import type { Incident } from '../incident.ts'

export type Frequencies = {
  /** The part of those who say something that says this. */
  readonly shareOf: (value: string) => number
  /** How often two of them say the same. */
  readonly alike: number
}

export type RegisterFrequencies = {
  readonly place: Frequencies
  readonly area: Frequencies
  readonly form: Frequencies
  readonly nationality: Frequencies
  readonly sexAge: Frequencies
  readonly persons: Frequencies
  readonly indicator: Frequencies
}

export function frequenciesOf(incidents: readonly Incident[]): RegisterFrequencies {
  const all = <T>(of: (incident: Incident) => readonly T[]): readonly T[] => incidents.flatMap(of)
  return {
    place: frequencies(all(({ placeType }) => (placeType === 'unknown' ? [] : [placeType]))),
    area: frequencies(all(({ area }) => (area === null ? [] : [areaName(area)]))),
    form: frequencies(all(({ exploitation }) => (exploitation === 'unknown' ? [] : [exploitation]))),
    nationality: frequencies(all(({ persons }) => persons.flatMap(({ nationalities }) => nationalities))),
    sexAge: frequencies(all(({ persons }) => persons.map(({ sex, ageGroup }) => `${sex}/${ageGroup}`))),
    persons: frequencies(all(({ persons }) => (persons.length === 0 ? [] : [String(persons.reduce((sum, { count }) => sum + count.count, 0))]))),
    indicator: shares(all(({ indicators }) => indicators ?? []), incidents.filter(({ indicators }) => indicators !== null).length),
  }
}

/** As two people may write the same part of a town. */
export function areaName(area: string): string {
  return area.normalize('NFC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function frequencies(values: readonly string[]): Frequencies {
  return shares(values, values.length)
}

/** Half a value more in all, so that one that nobody had before is rare and not impossible. */
function shares(values: readonly string[], of: number): Frequencies {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const shareOf = (value: string): number => ((counts.get(value) ?? 0) + 0.5) / (of + 1)
  let alike = 0
  for (const count of counts.values()) alike += (count / Math.max(1, of)) ** 2
  return { shareOf, alike: Math.max(alike, 0.5 / (of + 1)) }
}
