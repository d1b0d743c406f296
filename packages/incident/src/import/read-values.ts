// Reads dates, numbers and words out of a row's cells; what cannot be read is reported with its place.
import type { CivilDate, Occurrence } from '../civil-date.ts'
import { findCivilDate } from '../civil-date.ts'
import { findQuantity } from '../quantity.ts'
import type { Quantity } from '../quantity.ts'
import { findCoded } from './code-list.ts'
import type { CodedList, CodeOf } from './code-list.ts'
import type { ColumnOf, TableId } from './columns.ts'
import { findWrittenOccurrence } from './find-written-occurrence.ts'
import { found } from './open-rows.ts'
import type { Row } from './open-rows.ts'

/** Null for an empty cell or an absent column; undefined for one that was reported. */
export type Read<Value> = Value | null | undefined

/** Nothing that a network of today records is older; "0219" and "1019" are slips of the hand. */
const earliestLikely: CivilDate = '1990-01-01'

/** A word of a code list, in either language. */
export function readCode<Id extends TableId, List extends CodedList>(
  row: Row<Id>, column: ColumnOf<Id>, list: List,
): Read<CodeOf<List>> {
  return readText(row, column, (text) => {
    const code = findCoded(list, text)
    if (code === undefined) row.report(column, 'import.code-unknown', { ...found(text), list })
    return code
  })
}

export function readQuantity<Id extends TableId>(row: Row<Id>, column: ColumnOf<Id>): Read<Quantity> {
  return readText(row, column, (text) => {
    const quantity = findQuantity(text)
    if (!quantity) {
      const boundOnly = /^(?:minst|at least|≥|>=)$/i.test(text)
      row.report(column, boundOnly ? 'import.quantity-bound-missing' : 'import.quantity-invalid', found(text))
    }
    return quantity
  })
}

/** A full day, not in the future when `today` is given. */
export function readDay<Id extends TableId>(row: Row<Id>, column: ColumnOf<Id>, today?: CivilDate): Read<CivilDate> {
  return readText(row, column, (text) => {
    const day = findCivilDate(text)
    if (day === undefined) row.report(column, 'import.day-invalid', found(text))
    return day !== undefined && isPlausible(row, column, text, day, today) ? day : undefined
  })
}

/** A day, a month, a year or a span (findWrittenOccurrence); it lies in the future when it begins after today. */
export function readOccurrence<Id extends TableId>(row: Row<Id>, column: ColumnOf<Id>, today: CivilDate): Read<Occurrence> {
  return readText(row, column, (text) => {
    const occurrence = findWrittenOccurrence(text)
    if (!occurrence) row.report(column, 'import.date-invalid', found(text))
    return occurrence && isPlausible(row, column, text, occurrence.from, today) ? occurrence : undefined
  })
}

/** As another reading, but an empty cell is reported. */
export function required<Id extends TableId, Value>(row: Row<Id>, column: ColumnOf<Id>, value: Read<Value>): Value | undefined {
  if (value === null) row.report(column, 'import.cell-empty', {})
  return value ?? undefined
}

function readText<Id extends TableId, Value>(
  row: Row<Id>, column: ColumnOf<Id>, read: (text: string) => Value | undefined,
): Read<Value> {
  const text = row.text(column)
  if (text === '') return null
  return text === undefined ? undefined : read(text)
}

function isPlausible<Id extends TableId>(
  row: Row<Id>, column: ColumnOf<Id>, text: string, begins: CivilDate, today: CivilDate | undefined,
): boolean {
  if (today !== undefined && begins > today) {
    row.report(column, 'import.date-future', { ...found(text), today })
    return false
  }
  if (begins < earliestLikely) row.warn(column, 'import.date-unlikely', found(text))
  return true
}
