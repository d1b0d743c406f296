// A protected table as a JSON-stat 2.0 dataset (json-stat.org/full): the cells by row and period, hidden ones null with a status.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { type Edition, renderPeriod, renderRowLabel, renderSource } from '../binding/edition.ts'
import { baseCode } from './csv.ts'

type Category = {
  readonly index: readonly string[]
  readonly label: Readonly<Record<string, string>>
  readonly unit?: Readonly<Record<string, { readonly label: string; readonly decimals: 0 }>>
}

export type JsonStatDataset = {
  readonly version: '2.0'
  readonly class: 'dataset'
  readonly label: string
  readonly source: string
  /** ISO 8601. */
  readonly updated: string
  readonly note: readonly string[]
  readonly id: readonly ['row', 'period', 'measure']
  readonly size: readonly [rows: number, periods: number, measures: 1]
  readonly role: { readonly time: readonly ['period']; readonly metric: readonly ['measure'] }
  readonly dimension: Readonly<Record<'row' | 'period' | 'measure', { readonly label: string; readonly category: Category }>>
  readonly value: readonly (number | null)[]
  /** "hidden", "at-least" or "more-than n/m"; cells without one are exact. */
  readonly status: Readonly<Record<string, string>>
  readonly extension: {
    readonly table: string
    readonly unit: string
    readonly position: number
    readonly policy: string
    readonly draft: boolean
    readonly sample: boolean
    readonly periods: Readonly<Record<string, { readonly from: string; readonly to: string; readonly months: number }>>
  }
}

export function jsonStat(edition: Edition, table: ProtectedTable): JsonStatDataset {
  const { words, context } = edition
  const label = words.tables[table.id] ?? table.id
  const rows = [
    ...table.rows.map((row) => ({ code: row.codes.join('/'), label: renderRowLabel(edition, table, row), cells: row.cells })),
    { code: baseCode, label: table.by.length === 0 ? label : words.baseRow, cells: table.base },
  ]
  const cells = rows.flatMap((row) => table.periods.map((_, index) => row.cells[index] ?? ({ state: 'hidden' } as const)))
  const periods = table.periods
  return {
    version: '2.0',
    class: 'dataset',
    label,
    source: renderSource(edition),
    updated: context.asOf.time,
    note: notesOf(edition, table),
    id: ['row', 'period', 'measure'],
    size: [rows.length, periods.length, 1],
    role: { time: ['period'], metric: ['measure'] },
    dimension: {
      row: { label: words.rowHeads[table.id] ?? words.measureHead, category: category(rows.map((row) => [row.code, row.label])) },
      period: { label: words.periodHead, category: category(periods.map((period) => [period.id, renderPeriod(edition, period)])) },
      measure: {
        label: words.measureHead,
        category: { ...category([[table.unit, words.unit[table.unit]]]), unit: { [table.unit]: { label: words.unit[table.unit], decimals: 0 } } },
      },
    },
    value: cells.map((cell) => (cell.state === 'shown' ? cell.count : null)),
    status: Object.fromEntries(cells.flatMap((cell, index) => (statusOf(cell) ? [[String(index), statusOf(cell)]] : []))),
    extension: {
      table: table.id,
      unit: table.unit,
      position: context.asOf.position,
      policy: context.policy.id,
      draft: context.draft,
      sample: context.network.sample,
      periods: Object.fromEntries(periods.map(({ id, from, to, months }) => [id, { from, to, months: Math.round(months * 1000) / 1000 }])),
    },
  }
}

function category(entries: readonly (readonly [code: string, label: string])[]): Category {
  return { index: entries.map(([code]) => code), label: Object.fromEntries(entries) }
}

function statusOf(cell: ProtectedCell): string {
  if (cell.state === 'hidden') return 'hidden'
  if (cell.state === 'band') return `more-than ${cell.numerator}/${cell.denominator}`
  return cell.atLeast ? 'at-least' : ''
}

function notesOf({ words, context }: Edition, table: ProtectedTable): readonly string[] {
  return [
    ...(context.draft ? [words.marks.draft] : []),
    ...(context.network.sample ? [words.marks.sample] : []),
    ...(table.severalAnswers ? [words.note.severalAnswers] : []),
    ...(table.unit === 'person' ? [words.note.personsByYear] : []),
    words.notice,
  ]
}
