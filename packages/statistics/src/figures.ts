// The figures of the annual report as `lykta count --json` prints them: measures and breakdowns by period.
import type { Period } from './period.ts'
import { acceptance, breakdowns, companions, measures, type MeasureSpec, specsOf } from './report-tables.ts'
import type { Basis, TableSpec, Unit } from './spec.ts'
import type { CountNotes, CountTable } from './table.ts'

export type FigureValue = {
  readonly period: string
  readonly count: number
  readonly atLeast: boolean
}

export type MeasureValue = FigureValue & Readonly<Partial<Record<(typeof companions)[number], number>>>

/** Incidents that no yearly figure holds. With those of `all`, they are every incident that the register holds. */
export type FigureNotes = CountNotes & {
  /** In `all`, but in none of the years: the date spans a border of years. */
  readonly spanning: number
  /** In no period asked for, `all` included. */
  readonly outside: number
}

type Companion = (typeof companions)[number]

export type Figures = {
  /** The date that decides the period. */
  readonly basis: Basis
  readonly periods: readonly Period[]
  readonly measures: readonly {
    readonly id: string
    readonly unit: Unit
    /** The units of what stands beside the count: an unknown number of perpetrators is counted in incidents. */
    readonly units: Readonly<Partial<Record<Companion, Unit>>>
    readonly values: readonly MeasureValue[]
  }[]
  readonly breakdowns: readonly {
    readonly id: string
    readonly unit: Unit
    readonly base: readonly { readonly period: string; readonly count: number; readonly atLeast: boolean }[]
    readonly rows: readonly { readonly code: string; readonly values: readonly FigureValue[] }[]
    /** One unit may stand in several rows, so that they may add up to more than the base. */
    readonly severalAnswers: boolean
  }[]
  readonly notes: FigureNotes
}

export const figureBreakdowns: readonly TableSpec[] = [...breakdowns, acceptance]

/** What must be counted for the figures. */
export const figureTables: readonly TableSpec[] = [...measures.flatMap(specsOf), ...figureBreakdowns]

/**
 * `tables` holds one for each of `figureTables`, all over the same periods, of which the last is the whole; codes of a
 * cross are joined by "/".
 */
export function figuresOf(tables: readonly CountTable[], periods: readonly Period[], notes: CountNotes): Figures {
  const table = new Map(tables.map((one) => [one.spec.id, one]))
  const get = (spec: TableSpec): CountTable => {
    const found = table.get(spec.id)
    if (!found) throw new Error(`figuresOf: ${spec.id} was not counted`)
    return found
  }
  const incidents = tables.find(({ spec }) => spec.id === 'incidents')!
  const whole = incidents.base.at(-1)!.count
  return {
    basis: incidents.basis,
    periods,
    measures: measures.map((measure) => ({
      id: measure.id,
      unit: measure.count.unit,
      units: unitsBeside(measure),
      values: periods.map(({ id: period }, index) => {
        const beside = companions.flatMap((companion) => {
          const spec = measure[companion]
          return spec ? [[companion, get(spec).base[index]!.count] as const] : []
        })
        return { period, ...valueOf(get(measure.count).base[index]!), ...Object.fromEntries(beside) }
      }),
    })),
    breakdowns: figureBreakdowns.map((spec) => {
      const { base, rows, severalAnswers } = get(spec)
      return {
        id: spec.id,
        unit: spec.unit,
        base: periods.map(({ id: period }, index) => ({ period, ...valueOf(base[index]!) })),
        rows: rows.map(({ codes, cells }) => ({
          code: codes.join('/'),
          values: periods.map(({ id: period }, index) => ({ period, ...valueOf(cells[index]!) })),
        })),
        severalAnswers,
      }
    }),
    notes: {
      ...notes,
      spanning: incidents.base.slice(0, -1).reduce((left, year) => left - year.count, whole),
      outside: notes.collected - whole,
    },
  }
}

function unitsBeside(measure: MeasureSpec): Readonly<Partial<Record<Companion, Unit>>> {
  return Object.fromEntries(companions.flatMap((companion) => {
    const spec = measure[companion]
    return spec ? [[companion, spec.unit] as const] : []
  }))
}

function valueOf({ count, atLeast }: { readonly count: number; readonly atLeast: boolean }): { count: number; atLeast: boolean } {
  return { count, atLeast }
}
