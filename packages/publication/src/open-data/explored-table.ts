// One table of an approved edition for whoever explores it: cells with their signs, words in both languages, and its files of open data.
import type { ProtectedTable } from '@lykta/disclosure'
import type { Language } from '@lykta/incident'
import type { Period, Unit } from '@lykta/statistics'
import type { Edition } from '../binding/edition.ts'
import { renderPeriod } from '../binding/edition.ts'
import type { EditionContext } from '../binding/edition-context.ts'
import type { CodeLabel } from '../binding/known-tables.ts'
import { marksOf } from '../binding/marks.ts'
import { wordsIn } from '../words/words-in.ts'
import { renderCsv } from './csv.ts'
import type { DataCell } from './data-cell.ts'
import { baseCode, dataTables } from './data-table.ts'
import { jsonStat } from './json-stat.ts'

type Texts = Readonly<Record<Language, string>>

export type ExploreInput = {
  readonly context: Omit<EditionContext, 'language'>
  /** All of the edition: what was not asked is told by a table beside. */
  readonly tables: readonly ProtectedTable[]
  readonly label: Readonly<Record<Language, CodeLabel>>
}

export type ExploredRow = {
  /** Id of the protected table that it comes from. */
  readonly figure: string
  readonly unit: Unit
  /** Code of the row of a breakdown; empty where the figure is a total. */
  readonly code: string
  readonly kind: 'figure' | 'row' | 'base'
  readonly label: Texts
  readonly cells: readonly DataCell[]
}

export type ExploredTable = {
  readonly id: string
  readonly title: Texts
  readonly rowHead: Texts
  readonly breakdown: boolean
  readonly severalAnswers: boolean
  readonly periods: readonly (Period & { readonly label: Texts })[]
  /** The base of a breakdown last. */
  readonly rows: readonly ExploredRow[]
  /** Several answers, merged rows, an example: what must be read with it. */
  readonly notes: readonly Texts[]
}

const editionIn = ({ context, tables, label }: ExploreInput, language: Language): Edition =>
  ({ context: { ...context, language }, tables: new Map(tables.map((table) => [table.id, table])), words: wordsIn[language], label: label[language] })

/** In the order of the release plan. */
export function exploreTables(input: ExploreInput): readonly ExploredTable[] {
  const [sv, en] = [editionIn(input, 'sv'), editionIn(input, 'en')]
  const english = dataTables(en)
  return dataTables(sv).map((table, index) => {
    const other = english[index]!
    const notes = jsonStat(en, other).note
    return {
      id: table.id,
      title: { sv: table.title, en: other.title },
      rowHead: { sv: sv.words.rowHeads[table.id] ?? sv.words.measureHead, en: en.words.rowHeads[table.id] ?? en.words.measureHead },
      breakdown: table.breakdown,
      severalAnswers: table.severalAnswers,
      periods: table.periods.map((period) => ({ ...period, label: { sv: renderPeriod(sv, period), en: renderPeriod(en, period) } })),
      rows: table.rows.map(({ figure, unit, code, label, cells }, at) => ({
        figure, unit, code, kind: code === baseCode ? 'base' : table.breakdown ? 'row' : 'figure', label: { sv: label, en: other.rows[at]!.label }, cells,
      })),
      notes: jsonStat(sv, table).note.map((note, at) => ({ sv: note, en: notes[at]! })),
    }
  })
}

/** The same table as a file, as it stands among the edition's open data; undefined for one that the edition does not have. */
export function findTableFile(input: ExploreInput, id: string, language: Language, kind: 'csv' | 'json'): string | undefined {
  const edition = editionIn(input, language)
  const table = dataTables(edition).find((one) => one.id === id)
  if (!table) return undefined
  return kind === 'csv' ? renderCsv(table, edition.words, marksOf(edition).map(({ text }) => text)) : `${JSON.stringify(jsonStat(edition, table), null, 1)}\n`
}
