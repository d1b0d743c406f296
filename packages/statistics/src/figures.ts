// The figures of the annual report as `lykta count --json` prints them: measures and breakdowns by period.
import type { Period } from './period.ts'
import { breakdowns, companions, measures, specsOf } from './report-tables.ts'
import type { TableSpec, Unit } from './spec.ts'
import type { CountTable } from './table.ts'

export type FigureValue = {
  readonly period: string
  readonly count: number
  readonly atLeast: boolean
}

export type MeasureValue = FigureValue & Readonly<Partial<Record<(typeof companions)[number], number>>>

export type Figures = {
  readonly periods: readonly Period[]
  readonly measures: readonly { readonly id: string; readonly unit: Unit; readonly values: readonly MeasureValue[] }[]
  readonly breakdowns: readonly {
    readonly id: string
    readonly unit: Unit
    readonly base: readonly { readonly period: string; readonly count: number; readonly atLeast: boolean }[]
    readonly rows: readonly { readonly code: string; readonly values: readonly FigureValue[] }[]
  }[]
}

/** What must be counted for the figures. */
export const figureTables: readonly TableSpec[] = [...measures.flatMap(specsOf), ...breakdowns]

/** `tables` holds one for each of `figureTables`, all over the same periods; codes of a cross are joined by "/". */
export function figuresOf(tables: readonly CountTable[], periods: readonly Period[]): Figures {
  const table = new Map(tables.map((one) => [one.spec.id, one]))
  const get = (spec: TableSpec): CountTable => {
    const found = table.get(spec.id)
    if (!found) throw new Error(`figuresOf: ${spec.id} was not counted`)
    return found
  }
  return {
    periods,
    measures: measures.map((measure) => ({
      id: measure.id,
      unit: measure.count.unit,
      values: periods.map(({ id: period }, index) => {
        const beside = companions.flatMap((companion) => {
          const spec = measure[companion]
          return spec ? [[companion, get(spec).base[index]!.count] as const] : []
        })
        return { period, ...valueOf(get(measure.count).base[index]!), ...Object.fromEntries(beside) }
      }),
    })),
    breakdowns: breakdowns.map((spec) => {
      const { base, rows } = get(spec)
      return {
        id: spec.id,
        unit: spec.unit,
        base: periods.map(({ id: period }, index) => ({ period, ...valueOf(base[index]!) })),
        rows: rows.map(({ codes, cells }) => ({
          code: codes.join('/'),
          values: periods.map(({ id: period }, index) => ({ period, ...valueOf(cells[index]!) })),
        })),
      }
    }),
  }
}

function valueOf({ count, atLeast }: { readonly count: number; readonly atLeast: boolean }): { count: number; atLeast: boolean } {
  return { count, atLeast }
}
