// What may be said of all the years together, under the table that shows them: from shown exact counts of incidents alone.
import { trendsOf } from '@lykta/statistics'
import { collectionOf } from '../binding/edition-context.ts'
import { type Edition, shownCell } from '../binding/edition.ts'

/** One sentence a result after one that says what they are about; none where fewer than two periods show an exact count. */
export function trendNotes({ context, tables, words }: Pick<Edition, 'context' | 'tables' | 'words'>): readonly string[] {
  const table = tables.get('incidents')
  const periods = (table?.periods ?? []).flatMap(({ from, to, months }, index) => {
    const cell = shownCell(table!.base[index])
    return cell && !cell.atLeast ? [{ unit: 'incident' as const, count: cell.count, from, to, months }] : []
  })
  const { from: collectionStart, to: collectedTo } = collectionOf(context)
  const { several, equalRates, trend } = trendsOf({ periods, collectionStart, collectedTo, effortShown: tables.has('participants') })
  const found = [several, equalRates?.said, equalRates?.spread, trend?.said].flatMap((said) => (said ? [said[context.language]] : []))
  return found.length === 0 ? [] : [words.note.aboutYears, ...found]
}
