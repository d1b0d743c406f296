// Reads a protected table's content from JSON: nothing more, nothing less, or it throws.
import { dimensionsOf, type Grouping, type Period, type TableSpec, type Unit } from '@lykta/statistics'
import type { Audience } from './policy.ts'
import type { ProtectedCell, ProtectedRow, TableBody } from './protected-table.ts'

type Fields = Readonly<Record<string, unknown>>

/** The digest is left out; any other unknown field is refused, for it could hold a number. */
export function parseTableBody(value: unknown): TableBody {
  const { id, audience, unit, by, groups, periods, base, rows, severalAnswers, asOf, ...rest } = fields(value, 'table')
  const { digest: _, ...more } = rest
  if (Object.keys(more).length > 0) throw new Error('protected table: a field that does not belong there')
  const parsedUnit = oneOf(unit, Object.keys(dimensionsOf) as Unit[])
  const parsedPeriods = list(periods, parsePeriod)
  const cells = (candidate: unknown): readonly ProtectedCell[] => {
    const parsed = list(candidate, parseCell)
    if (parsed.length !== parsedPeriods.length) throw new Error('protected table: one cell per period')
    return parsed
  }
  const parseRow = (candidate: unknown): ProtectedRow => {
    const row = exactly(candidate, ['codes', 'members', 'cells'])
    return { codes: list(row['codes'], text), members: list(row['members'], text), cells: cells(row['cells']) }
  }
  return {
    id: text(id),
    audience: oneOf<Audience>(audience, ['core', 'network', 'public']),
    unit: parsedUnit,
    by: list(by, (dimension) => oneOf(dimension, dimensionsOf[parsedUnit])) as TableSpec['by'],
    groups: list(groups, parseGrouping),
    periods: parsedPeriods,
    base: cells(base),
    rows: list(rows, parseRow),
    severalAnswers: flag(severalAnswers),
    asOf: whole(asOf),
  }
}

function parseCell(value: unknown): ProtectedCell {
  const state = oneOf(fields(value, 'cell')['state'], ['shown', 'hidden', 'band'] as const)
  if (state === 'hidden') {
    exactly(value, ['state'])
    return { state }
  }
  if (state === 'band') {
    const band = exactly(value, ['state', 'numerator', 'denominator'])
    return { state, numerator: whole(band['numerator']), denominator: whole(band['denominator']) }
  }
  const shown = exactly(value, ['state', 'count', 'atLeast'])
  return { state, count: whole(shown['count']), atLeast: flag(shown['atLeast']) }
}

function parseGrouping(value: unknown): Grouping {
  const { code, members } = exactly(value, ['code', 'members'])
  return { code: text(code), members: list(members, text) }
}

function parsePeriod(value: unknown): Period {
  const { id, from, to, months } = exactly(value, ['id', 'from', 'to', 'months'])
  if (typeof months !== 'number' || !(months >= 0)) throw new Error('protected table: months')
  return { id: text(id), from: text(from), to: text(to), months }
}

function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`protected table: no ${what}`)
  return value as Fields
}

function exactly(value: unknown, names: readonly string[]): Fields {
  const found = fields(value, 'object')
  if (Object.keys(found).sort().join() !== names.toSorted().join()) throw new Error('protected table: a field too many or too few')
  return found
}

function list<T>(value: unknown, parse: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw new Error('protected table: no list')
  return value.map(parse)
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('protected table: no text')
  return value
}

function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Error('protected table: no count')
  return value
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error('protected table: no flag')
  return value
}

function oneOf<T extends string>(value: unknown, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === value)
  if (found === undefined) throw new Error('protected table: unknown code')
  return found
}
