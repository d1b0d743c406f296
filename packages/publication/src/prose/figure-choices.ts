// What the picker offers: every figure, share and band of the edition's tables, as it is bound and as it will be printed.
import type { ProtectedTable } from '@lykta/disclosure'
import type { Unit } from '@lykta/statistics'
import type { FigureRef, PeriodWord } from '../binding/binding.ts'
import { type Edition, renderPeriod, renderRowLabel } from '../binding/edition.ts'
import { evaluate } from '../binding/evaluate.ts'
import { figureValue, type FigureValue, periodIndexes } from '../binding/figure-value.ts'
import { findBinding } from '../binding/parse-binding.ts'
import { isBlockBinding } from '../binding/binding.ts'

export type FigureChoice = {
  /** What stands between the braces. */
  readonly source: string
  readonly table: string
  /** The table's name, the row's where it is of one, the period's. */
  readonly title: string
  readonly row: string | null
  readonly period: string
  readonly kind: 'figure' | 'share' | 'band' | 'rate' | 'direction'
  /** As it is printed; null when it is hidden. */
  readonly printed: string | null
}

export type ChoiceOptions = {
  /** Words that follow the report from year to year ("year", "previous") where there is one; else the years by number. */
  readonly following: boolean
}

/** In the order of the tables, each year by itself and then what is told of several. */
export function figureChoices(edition: Edition, { following }: ChoiceOptions): readonly FigureChoice[] {
  return [...edition.tables.values()].flatMap((table) => choicesOf(edition, table, following))
}

type Cell = { readonly codes: readonly string[]; readonly row: string | null }

function choicesOf(edition: Edition, table: ProtectedTable, following: boolean): readonly FigureChoice[] {
  const title = edition.words.tables[table.id] ?? table.id
  // A merged row holds another thing in each edition, and has no name of its own to be bound by.
  const named = table.rows.filter(({ codes }) => codes.every((code, index) => table.by[index] !== undefined && edition.label(table.by[index], code) !== undefined))
  const cells: readonly Cell[] = [{ codes: [], row: null }, ...named.map((row) => ({ codes: row.codes, row: renderRowLabel(edition, table, row) }))]
  return periodsOf(edition, table, following).flatMap(({ word, period }) => cells.flatMap(({ codes, row }): readonly FigureChoice[] => {
    const name = nameOf({ table: table.id, codes, period: word })
    const value = figureValue(edition.tables, edition.context, { table: table.id, codes, period: word })
    const of = (kind: FigureChoice['kind'], source: string): FigureChoice => ({ source, table: table.id, title, row, period, kind, printed: printedOf(source, edition) })
    const first = of(value.state === 'band' ? 'band' : 'figure', value.state === 'band' ? `band ${name}` : name)
    return [first, ...besides(table, codes, word, value, name).map(([kind, source]) => of(kind, source))]
  }))
}

/** What else can be said of a figure that is shown: its share of the base, and of incidents by time how many a month. */
function besides({ id, unit }: { readonly id: string; readonly unit: Unit }, codes: readonly string[], period: PeriodWord, value: FigureValue, name: string): readonly (readonly [FigureChoice['kind'], string])[] {
  if (value.state !== 'shown') return []
  const whole = codes.length > 0 ? null : wholeOf[id]
  const all: (readonly [FigureChoice['kind'], string])[] = []
  if (codes.length > 0) all.push(['share', `share ${name}`])
  if (whole) all.push(['share', `share ${name} of ${whole}.${wordOf(period)}`])
  if (id === 'incidents' && unit === 'incident') all.push(['rate', `rate ${name}`])
  if (id === 'incidents' && (period.word === 'year' || period.word === 'latest')) {
    all.push(['direction', `direction ${name} incidents.${period.word === 'year' ? 'previous' : 'before'}`])
  }
  return all
}

/** Figures that are a part of another one of the same unit. */
const wholeOf: Readonly<Record<string, string>> = {
  personsInContact: 'persons', policeContacted: 'incidents', incidentsInContact: 'incidents', incidentsOffered: 'incidents', incidentsAccepting: 'incidents',
  personsAccepting: 'personsInContact',
}

type Named = { readonly word: PeriodWord; readonly period: string }

/** Each year of the report, shown or not, then the table's periods of several years, then all that add up. */
function periodsOf(edition: Edition, table: ProtectedTable, following: boolean): readonly Named[] {
  const { context } = edition
  const named: Named[] = []
  const years = Array.from({ length: context.year - context.firstYear + 1 }, (_, index) => context.year - index)
  const byYear = table.periods.some(({ from, to }) => from.slice(0, 4) === to.slice(0, 4))
  if (byYear || table.periods.length > 1) {
    for (const year of years) named.push({ word: yearWord(year, edition, following), period: String(year) })
  }
  const several = (word: PeriodWord): void => {
    const periods = periodIndexes(table, context, word).map((index) => table.periods[index]!)
    const [first, last] = [periods[0], periods.at(-1)]
    if (first && last && first.from.slice(0, 4) !== last.to.slice(0, 4)) named.push({ word, period: renderPeriod(edition, { ...first, to: last.to }) })
  }
  if (table.periods.length === 1) several({ word: 'block' })
  else {
    several({ word: 'latest' })
    several({ word: 'before' })
    if (table.unit !== 'person' && table.unit !== 'organisation') several({ word: 'all' })
  }
  return named
}

function yearWord(year: number, { context }: Edition, following: boolean): PeriodWord {
  if (following && year === context.year) return { word: 'year' }
  if (following && year === context.year - 1) return { word: 'previous' }
  return { word: 'calendar-year', year }
}

const wordOf = (period: PeriodWord): string => (period.word === 'calendar-year' ? String(period.year) : period.word)

function nameOf({ table, codes, period }: FigureRef): string {
  return `${table}${codes.length > 0 ? `[${codes.join('/')}]` : ''}.${wordOf(period)}`
}

function printedOf(source: string, edition: Edition): string | null {
  const binding = findBinding(source)
  return binding && !isBlockBinding(binding) ? (evaluate(binding, edition) ?? null) : null
}
