// A file of open data as a JSON-stat 2.0 dataset (json-stat.org/full): what has no number is null with a status.
import type { Unit } from '@lykta/statistics'
import { type Edition, renderPeriod, renderSource } from '../binding/edition.ts'
import { marksOf } from '../binding/marks.ts'
import { mergedNotes } from '../tables/merged-notes.ts'
import { roundedMonths } from './csv.ts'
import type { SignCode } from './data-cell.ts'
import type { DataRow, DataTable } from './data-table.ts'

type Category = {
  readonly index: readonly string[]
  readonly label: Readonly<Record<string, string>>
  readonly unit?: Readonly<Record<string, { readonly label: string; readonly decimals: 0 }>>
}

type Dimension = { readonly label: string; readonly category: Category }

export type JsonStatDataset = {
  readonly version: '2.0'
  readonly class: 'dataset'
  readonly label: string
  readonly source: string
  /** ISO 8601. */
  readonly updated: string
  readonly note: readonly string[]
  /** A breakdown has rows; totals are figures side by side. Values run over the last dimension first. */
  readonly id: readonly ('row' | 'period' | 'figure')[]
  readonly size: readonly number[]
  readonly role: { readonly time: readonly ['period']; readonly metric: readonly ['figure'] }
  readonly dimension: Readonly<Record<string, Dimension>>
  readonly value: readonly (number | null)[]
  /** By position: a sign, "more-than 9/10" with its part of the base; cells without one are exact. */
  readonly status: Readonly<Record<string, string>>
  readonly extension: {
    readonly table: string
    /** Hash of the register's audit at the moment of `updated`. */
    readonly head: string
    readonly policy: string
    readonly draft: boolean
    readonly sample: boolean
    readonly units: Readonly<Record<string, Unit>>
    readonly periods: Readonly<Record<string, { readonly from: string; readonly to: string; readonly months: number }>>
    readonly signs: Readonly<Record<SignCode, string>>
  }
}

export function jsonStat(edition: Edition, table: DataTable): JsonStatDataset {
  const { words, context } = edition
  const { periods, rows } = table
  const figures = table.breakdown ? rows.slice(0, 1).map((row) => ({ ...row, label: table.title })) : rows
  const period: Dimension = { label: words.periodHead, category: category(periods.map((one) => [one.id, renderPeriod(edition, one)])) }
  const figure: Dimension = {
    label: words.measureHead,
    category: {
      ...category(figures.map((row) => [row.figure, row.label])),
      unit: Object.fromEntries(figures.map((row) => [row.figure, { label: words.unit[row.unit], decimals: 0 as const }])),
    },
  }
  const row: Dimension = { label: words.rowHeads[table.id] ?? words.measureHead, category: category(rows.map(({ code, label }) => [code, label])) }
  const cells = table.breakdown ? rows.flatMap((one) => one.cells) : periods.flatMap((_, index) => rows.map((one) => cellAt(one, index)))
  return {
    version: '2.0',
    class: 'dataset',
    label: table.title,
    source: renderSource(edition),
    updated: context.asOf.time,
    note: notesOf(edition, table),
    id: table.breakdown ? ['row', 'period', 'figure'] : ['period', 'figure'],
    size: table.breakdown ? [rows.length, periods.length, 1] : [periods.length, rows.length],
    role: { time: ['period'], metric: ['figure'] },
    dimension: table.breakdown ? { row, period, figure } : { period, figure },
    value: cells.map((cell) => cell.value),
    status: Object.fromEntries(
      cells.flatMap(({ sign, moreThan }, index) => (sign === 'exact' ? [] : [[String(index), moreThan === null ? sign : `${sign} ${moreThan}`]])),
    ),
    extension: {
      table: table.id,
      head: context.asOf.head,
      policy: context.policy.id,
      draft: context.draft,
      sample: context.network.sample,
      units: Object.fromEntries(figures.map((one) => [one.figure, one.unit])),
      periods: Object.fromEntries(periods.map(({ id, from, to, months }) => [id, { from, to, months: roundedMonths(months) }])),
      signs: words.signCodes,
    },
  }
}

function cellAt({ cells, figure }: DataRow, index: number): DataRow['cells'][number] {
  const cell = cells[index]
  if (!cell) throw new Error(`open data: ${figure} lacks a cell`)
  return cell
}

function category(entries: readonly (readonly [code: string, label: string])[]): Category {
  return { index: entries.map(([code]) => code), label: Object.fromEntries(entries) }
}

function notesOf(edition: Edition, table: DataTable): readonly string[] {
  const { words } = edition
  return [
    ...marksOf(edition).map(({ text }) => text),
    ...[edition.tables.get(table.id)].flatMap((own) => (own ? mergedNotes(edition, own) : [])),
    ...(table.severalAnswers ? [words.note.severalAnswers] : []),
    ...(table.rows.some(({ unit }) => unit === 'person') ? [words.note.personsByYear] : []),
    words.notice,
  ]
}
