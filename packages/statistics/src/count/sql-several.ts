// Rows of incident tables in which one incident may stand several times: indicators, their categories, nationalities.
import { countLists, listsOfCategories, rowsOfParts } from './lists.ts'
import { layoutOf } from './place.ts'
import { type PlacedLists, readMarks, readParts } from './read-lists.ts'
import { incidentCondition, listColumn } from './sql-dimensions.ts'
import type { SqlCount } from './sql-scope.ts'
import type { PlaceText } from './sql-texts.ts'
import { incidentSums, spreadRows } from './sums.ts'
import type { Tally } from './tally.ts'

/** `kind`: how a line is read, by marks of indicators or by words. */
export type ListsOf = (kind: 'marks' | 'codes', places: readonly PlaceText[]) => PlacedLists

/** Tables that ask for the same answers share them: each is taken apart once. */
export function listReader(): ListsOf {
  const known = new Map<readonly PlaceText[], PlacedLists>()
  return (kind, places) => {
    let lists = known.get(places)
    if (!lists) known.set(places, (lists = (kind === 'marks' ? readMarks : readParts)(places)))
    return lists
  }
}

/** Nearly every incident has an own combination of indicators, so lists are counted here: grouping by them costs more. */
export async function listRows(count: SqlCount, tally: Tally, listsOf: ListsOf): Promise<void> {
  const { spec } = tally
  const dimension = spec.by[0]!
  const places = await count.texts(listColumn(dimension), incidentCondition(spec))
  const { of: placeOf, ...read } = listsOf(dimension === 'nationality' ? 'codes' : 'marks', places)
  const lists = dimension === 'indicator-category' ? listsOfCategories(read) : read
  const { rows, ofParts } = rowsOfParts(layoutOf(spec), lists)
  const sums = incidentSums(rows.size, { list: places })
  const sectors = spec.where?.sector
  const counted = sectors && Uint8Array.from(placeOf, (place) => (sectors.includes(count.organisations[places[place]!.organisation]!.sector) ? 1 : 0))
  // The base is a total of its own (sql-incidents.ts).
  countLists(lists, ofParts, sums, { placeOf, base: 'answered', counted })
  spreadRows(sums, { list: places }, tally, rows)
}
