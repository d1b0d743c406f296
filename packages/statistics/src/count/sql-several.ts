// Rows of incident tables in which one incident may stand several times: indicators, their categories, nationalities.
import { categoryOfIndicator } from '@lykta/incident'
import type { Dimension } from '../spec.ts'
import { type Lists, readMarks, readParts } from './read-lists.ts'
import { incidentCondition, listColumn, placesOf } from './sql-dimensions.ts'
import type { SqlCount } from './sql-scope.ts'
import type { PlaceText } from './sql-texts.ts'
import { addIncidents, rowOf, type Tally } from './tally.ts'

export type ListsOf = (dimension: Dimension, places: readonly PlaceText[]) => Lists

/** Tables that ask for the same answers share them: each is taken apart once. */
export function listReader(): ListsOf {
  const known = new Map<readonly PlaceText[], Lists>()
  return (dimension, places) => {
    let lists = known.get(places)
    if (!lists) known.set(places, (lists = (dimension === 'nationality' ? readParts : readMarks)(places)))
    return lists
  }
}

/** Nearly every incident has an own combination of indicators, so lists are counted here: grouping by them costs more. */
export async function severalRows(count: SqlCount, tally: Tally, listsOf: ListsOf): Promise<void> {
  const { spec } = tally
  const dimension = spec.by[0]!
  const places = await count.texts(listColumn(dimension), incidentCondition(spec))
  const lists = listsOf(dimension, places)
  const codeOf = dimension === 'indicator-category' ? categoryOfIndicator : (part: string): string => part
  const rowsOfParts = lists.parts.map((part) => placesOf(spec, [codeOf(part)])[0]!)
  const keys = [...new Set(rowsOfParts)]
  const rows = keys.map((key) => rowOf(tally, key))
  const counts = countLists(lists, places.length, Int32Array.from(rowsOfParts, (key) => keys.indexOf(key)), keys.length)
  // Thousands of places and rows, most of them of nothing: no array is made on the way.
  for (let place = 0; place < places.length; place += 1) {
    const { periods, organisation } = places[place]!
    if (spec.where?.sector && !spec.where.sector.includes(count.organisations[organisation]!.sector)) continue
    for (let row = 0; row < rows.length; row += 1) {
      const incidents = counts[place * rows.length + row]!
      if (incidents === 0) continue
      for (let at = 0; at < periods.length; at += 1) {
        const cell = rows[row]![periods[at]!]!
        cell.count += incidents
        addIncidents(cell, organisation, incidents)
      }
    }
  }
}

/** By place and row; each list once, however many of its parts stand in the row. */
function countLists({ numbers, starts, of }: Lists, places: number, rowOfPart: Int32Array, rows: number): Float64Array {
  const counts = new Float64Array(places * rows)
  const last = new Int32Array(rows).fill(-1)
  for (let list = 0; list < of.length; list += 1) {
    const first = of[list]! * rows
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) {
      const row = rowOfPart[numbers[at]!]!
      if (last[row] === list) continue
      last[row] = list
      counts[first + row]! += 1
    }
  }
  return counts
}
