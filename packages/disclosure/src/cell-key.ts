// Names of counts: a cell that stands in two tables has one name, and that is what links the tables.
import type { Dimension, TableSpec, Unit } from '@lykta/statistics'

/** A count in every period: unit, dimensions, codes. */
export type Family = string
/** A family in one period. */
export type CellKey = string

export function totalFamily(unit: Unit): Family {
  return `${unit}||`
}

export function rowFamily(unit: Unit, by: TableSpec['by'], codes: readonly string[]): Family {
  return `${unit}|${by.join('/')}|${codes.join('/')}`
}

/** What the rows of a table are parts of: every unit, or those with a known answer. */
export function marginFamily({ unit, by, base }: TableSpec): Family {
  return base === 'all' ? totalFamily(unit) : `${unit}|${by.join('/')}|*`
}

/** A merged row. A table is published once, so its groups need no other name. */
export function groupFamily(unit: Unit, by: TableSpec['by'], group: string): Family {
  return `${unit}|${by.join('/')}|#${group}`
}

export function cellKey(family: Family, period: string): CellKey {
  return `${family}@${period}`
}

const notAnswers = new Set(['unknown', 'not-asked', 'distribution-not-known'])

/** Rows that say what is not known, and numbers of organisations, are never sensitive by themselves. */
export function isExempt(unit: Unit, by: readonly Dimension[], codes: readonly string[]): boolean {
  if (unit === 'organisation') return true
  if (by.some((dimension) => dimension.endsWith('-known'))) return true
  return codes.length > 0 && codes.every((code) => notAnswers.has(code))
}
