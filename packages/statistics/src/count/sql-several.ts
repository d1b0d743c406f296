// Rows of incident tables in which one incident may stand several times: indicators, their categories, nationalities.
import { categoryOfIndicator } from '@lykta/incident'
import { type Lists, readMarks, readParts } from './read-lists.ts'
import { incidentCondition, listColumn, placesOf } from './sql-dimensions.ts'
import type { SqlCount } from './sql-scope.ts'
import { addIncidents, rowOf, type Tally } from './tally.ts'

/** Nearly every incident has an own combination of indicators, so lists are counted here: grouping by them costs more. */
export async function severalRows(count: SqlCount, tally: Tally): Promise<void> {
  const { spec } = tally
  const dimension = spec.by[0]!
  const places = await count.texts(listColumn(dimension), incidentCondition(spec))
  const lists = (dimension === 'nationality' ? readParts : readMarks)(places)
  const codeOf = dimension === 'indicator-category' ? categoryOfIndicator : (part: string): string => part
  const rowsOfParts = lists.parts.map((part) => placesOf(spec, [codeOf(part)])[0]!)
  const keys = [...new Set(rowsOfParts)]
  const counts = countLists(lists, places.length, Int32Array.from(rowsOfParts, (key) => keys.indexOf(key)), keys.length)
  for (const [place, { periods, organisation }] of places.entries()) {
    if (spec.where?.sector && !spec.where.sector.includes(count.organisations[organisation]!.sector)) continue
    for (const [row, key] of keys.entries()) {
      const incidents = counts[place * keys.length + row]!
      if (incidents === 0) continue
      const cells = rowOf(tally, key)
      for (const period of periods) {
        cells[period]!.count += incidents
        addIncidents(cells[period]!, organisation, incidents)
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
