// Any two coded attributes against each other, on raw counts: for the coordinator's eyes, and no table that an edition could take.
import type { Period } from './period.ts'
import { type Basis, checkSpec, type Dimension, severalAnswerDimensions, type TableSpec, type Unit } from './spec.ts'
import { type CountCell, type CountTable, emptyCell } from './table.ts'

declare const neverPublished: unique symbol

/** No `CountTable`: protection does not take it, and so publication cannot. */
export type Crossing = {
  readonly unit: Unit
  readonly by: readonly [Dimension, Dimension]
  readonly basis: Basis
  readonly asOf: number
  readonly period: Period
  /** All in the period, whatever they answered. */
  readonly base: CountCell
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** A list for each row, a cell for each column. */
  readonly cells: readonly (readonly CountCell[])[]
  /** One unit may stand in several cells. */
  readonly severalAnswers: boolean
  readonly [neverPublished]: true
}

/** What may be crossed: every two of an incident's answers; of a person sex with age, and contact with acceptance. */
export const crossable = {
  incident: [
    'exploitation', 'place-type', 'sector', 'police-contacted', 'support-contact', 'support-offered', 'accepted-support', 'indicator', 'indicator-category', 'nationality', 'persons-known',
    'perpetrators-known', 'police-reports-known',
  ],
  person: ['sex', 'age-group'],
} as const satisfies Readonly<Partial<Record<Unit, readonly Dimension[]>>>

export type CrossableUnit = keyof typeof crossable

export type CrossingRequest = {
  readonly unit: CrossableUnit
  readonly by: readonly [Dimension, Dimension]
  readonly period: Period
  readonly count: (specs: readonly TableSpec[], periods: readonly Period[]) => Promise<readonly CountTable[]>
}

/** Throws for two attributes that cannot be crossed, and for one with itself. */
export async function crossingOf({ unit, by: [first, second], period, count }: CrossingRequest): Promise<Crossing> {
  const known: readonly Dimension[] = crossable[unit]
  if (first === second || !known.includes(first) || !known.includes(second)) throw new Error(`crossingOf: ${unit} by ${first} and ${second}`)
  const one = async (spec: TableSpec): Promise<CountTable> => {
    checkSpec(spec)
    return (await count([spec], [period]))[0]!
  }
  const total = await one({ id: 'crossing.base', unit, by: [], base: 'all' })
  const cells = new Map<string, CountCell>()
  const [several, other] = severalAnswerDimensions.includes(first) ? [first, second] : [second, first]
  if (!severalAnswerDimensions.includes(several)) {
    // Persons are crossed in one order alone.
    const by = unit === 'person' ? (['sex', 'age-group'] as const) : ([first, second] as const)
    for (const { codes, cells: [cell] } of (await one({ id: 'crossing', unit, by, base: 'all' })).rows) cells.set(keyOf(codes[by.indexOf(first)]!, codes[by.indexOf(second)]!), cell!)
  } else {
    // Of an attribute with several answers each code is a filter of its own, so that a unit stands in every row that is true of it.
    const codes = (await one({ id: 'crossing.codes', unit, by: [several], base: 'answered' })).rows.filter((row) => row.cells[0]!.count > 0).map((row) => row.codes[0]!).filter(isCode)
    const specs = codes.map((code, index): TableSpec => ({ id: `crossing.${index}`, unit, by: [other], where: { [several]: [code] }, base: 'all' }))
    for (const spec of specs) checkSpec(spec)
    const tables = specs.length === 0 ? [] : await count(specs, [period])
    for (const [index, table] of tables.entries()) {
      for (const row of table.rows) cells.set(first === several ? keyOf(codes[index]!, row.codes[0]!) : keyOf(row.codes[0]!, codes[index]!), row.cells[0]!)
    }
  }
  const shown = [...cells].filter(([, cell]) => cell.count > 0 || cell.atLeast).map(([key]) => key.split('\n') as [string, string])
  const [rows, columns] = [0, 1].map((at) => [...new Set(shown.map((codes) => codes[at]!))].sort()) as [string[], string[]]
  const crossing: Omit<Crossing, typeof neverPublished> = {
    unit, by: [first, second], basis: total.basis, asOf: total.asOf, period, base: total.base[0]!, rows, columns,
    cells: rows.map((row) => columns.map((column) => cells.get(keyOf(row, column)) ?? emptyCell)),
    severalAnswers: [first, second].some((dimension) => severalAnswerDimensions.includes(dimension)),
  }
  return crossing as Crossing
}

const keyOf = (row: string, column: string): string => `${row}\n${column}`
/** "unspecified" is no answer to filter on. */
const isCode = (code: string): boolean => code !== 'unspecified'
