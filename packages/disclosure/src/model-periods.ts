// What is known between periods: incidents add up, unique persons do not.
import type { Period } from '@lykta/statistics'
import { cellKey, type Family, totalFamily } from './cell-key.ts'
import type { SystemBuilder, Term } from './system-builder.ts'

const incidents = totalFamily('incident')

/**
 * An occurrence that spans a border lies only in the longer period: the longer is the sum of its parts and a remainder of
 * at least zero, and of exactly zero where no incident spans. A person may be the same one in two periods: the longer is
 * at most the sum and at least the largest, unless the entries contradict each other.
 */
export function relatePeriods(model: SystemBuilder, periods: ReadonlyMap<string, Period>, incidentsOf: (period: string) => number): void {
  for (const [family, own] of model.families()) {
    if (family.includes('|#')) continue
    const list = [...own].map((id) => periods.get(id)!)
    for (const whole of list) {
      for (const tiles of tilings(whole, list)) {
        const remainder = incidentsOf(whole.id) - tiles.reduce((sum, { id }) => sum + incidentsOf(id), 0)
        relate(model, family, whole, tiles, remainder)
      }
    }
  }
}

function relate(model: SystemBuilder, family: Family, whole: Period, tiles: readonly Period[], remainder: number): void {
  const key = cellKey(family, whole.id)
  const parts = tiles.map(({ id }): Term => [-1, cellKey(family, id)])
  if (family.startsWith('person|')) {
    model.suppose([[1, key], ...parts], -Infinity, 0)
    for (const part of parts) model.suppose([[1, key], part], 0, Infinity)
    return
  }
  model.state([[1, key], ...parts], 0, remainder === 0 ? 0 : Infinity)
  if (remainder > 0 && family.startsWith('incident|') && family !== incidents) {
    const rest: Term[] = tiles.map(({ id }) => [1, cellKey(incidents, id)])
    model.suppose([[1, key], ...parts, [-1, cellKey(incidents, whole.id)], ...rest], -Infinity, 0)
  }
}

/** The ways in which listed periods make up a longer one: its months, its halves or quarters, its years, a run and the years beside it. */
export function tilings(whole: Period, list: readonly Period[]): readonly (readonly Period[])[] {
  const inside = list.filter((part) => part.id !== whole.id && part.from >= whole.from && part.to <= whole.to)
  const ofLength = (months: number): readonly Period[] => inside.filter((part) => lengthOf(part) === months)
  const years = ofLength(12)
  const runs = inside.filter((part) => lengthOf(part) > 12)
  return [
    ...[1, 3, 6, 12].map(ofLength),
    ...runs.map((run) => [run, ...years.filter((year) => year.to < run.from || year.from > run.to)]),
  ].filter((tiles) => tiles.length > 1 && tiles.reduce((sum, part) => sum + lengthOf(part), 0) === lengthOf(whole))
}

/** Calendar months. */
function lengthOf({ from, to }: Period): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
}
