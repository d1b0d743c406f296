// How often somebody was met again: occurrences less persons, and the persons of several periods less those of all of them. Printed as a difference, it is a cell like any other.
import type { Period } from '@lykta/statistics'
import { cellKey, type CellKey, totalFamily } from './cell-key.ts'
import { tilings } from './model-periods.ts'
import type { SystemBuilder, Term } from './system-builder.ts'

const [persons, occurrences] = [totalFamily('person'), totalFamily('person-occurrence')]
const repeats = /^repeated\|(?<parts>[^|]*)\|@(?<whole>.+)$/

export function isRepeat(key: CellKey): boolean {
  return repeats.test(key)
}

/** What it is the difference of; undefined for any other cell. */
function termsOf(key: CellKey): readonly [more: readonly CellKey[], less: CellKey] | undefined {
  const { parts, whole } = repeats.exec(key)?.groups ?? {}
  if (parts === undefined || whole === undefined) return undefined
  return [parts === '' ? [cellKey(occurrences, whole)] : parts.split('+').map((part) => cellKey(persons, part)), cellKey(persons, whole)]
}

/** From the counts of its parts; undefined for a key that is no such difference. */
export function repeatIn(key: CellKey, countOf: (key: CellKey) => number): number | undefined {
  const terms = termsOf(key)
  if (!terms) return undefined
  const [more, less] = terms
  return more.reduce((sum, part) => sum + countOf(part), 0) - countOf(less)
}

/** More there cannot be: everybody beside those of the largest part was one of them. */
export function mostRepeats(key: CellKey, countOf: (key: CellKey) => number): number {
  const counts = termsOf(key)![0].map(countOf)
  return counts.length === 1 ? counts[0]! : counts.reduce((sum, count) => sum + count, 0) - Math.max(...counts)
}

/** Which printed cell gives way so that the difference cannot be worked out; the key itself where it is none. */
export function giverOf(key: CellKey): CellKey {
  const terms = termsOf(key)
  if (!terms) return key
  const [more, less] = terms
  return more.length === 1 ? more[0]! : less
}

/**
 * Who was met twice in a period, and who in more than one. An incident that spans the border of two years has its persons in
 * neither, and may make the second negative: then it is no number of anybody.
 */
export function relateRepeats(model: SystemBuilder, periods: ReadonlyMap<string, Period>): void {
  const own = [...(model.families().get(persons) ?? [])]
  const list = own.map((id) => periods.get(id)!)
  for (const whole of list) {
    relate(model, '', whole.id)
    for (const tiles of tilings(whole, list)) relate(model, tiles.map(({ id }) => id).join('+'), whole.id)
  }
}

function relate(model: SystemBuilder, parts: string, whole: string): void {
  const family = `repeated|${parts}|`
  const [more, less] = termsOf(cellKey(family, whole))!
  if (![...more, less].every(model.has)) return
  const count = repeatIn(cellKey(family, whole), model.truth)!
  if (count < 0) return
  const key = model.add(family, whole, count)
  model.state([[1, key], ...more.map((part): Term => [-1, part]), [1, less]], 0, 0)
}
