// The core group's chapters: the counts of the two windows side by side, how far the incidents came, and what was seen.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { cellOf } from '../document/cell.ts'
import type { Block, Table, TableRow } from '../document/document.ts'
import { apartBlocks } from './apart-chapter.ts'
import { chainChapter } from './chain-chapter.ts'
import { collectedRemark, countedWords } from './comparable.ts'
import { rowLabel } from './row-name.ts'
import { heading, paragraph, type Scene } from './situation-scene.ts'
import type { SituationWindows } from './situation.ts'
import { countsHeading } from './time-told.ts'
import { findTable, wasAsked, windowCells } from './window-cells.ts'

/** In the order of the first chapter's table; unknown numbers stand in the report's own notes. */
const figures = ['incidents', 'persons', 'policeContacted', 'incidentsInContact', 'personsInContact', 'incidentsOffered', 'incidentsAccepting', 'policeReports', 'participants.reporting'] as const
const breakdowns = ['exploitation', 'indicators', 'sector'] as const

export function windowChapters(scene: Scene, windows: SituationWindows): readonly Block[] {
  const { own } = scene
  return [
    heading('counts', countsHeading(scene)),
    paragraph(countedWords(scene, windows)),
    tableOf(scene, windows, 'counts-table', countsHeading(scene), figures.flatMap((id) => figureRow(scene, windows, id))),
    ...(findTable(windows, 'policeReports') ? [paragraph(own.police)] : []),
    ...apartBlocks(scene),
    ...chainChapter(scene),
    ...rowChapter(scene, windows),
  ]
}

function rowChapter(scene: Scene, windows: SituationWindows): readonly Block[] {
  const tables = breakdowns.flatMap((id) => {
    const table = findTable(windows, id)
    return table && table.rows.length > 0 && table.periods.length > 0 ? [breakdownOf(scene, windows, table)] : []
  })
  return tables.length === 0 ? [] : [heading('rows', scene.own.heading.rows), paragraph(scene.own.rowsIntro), ...tables]
}

function breakdownOf(scene: Scene, windows: SituationWindows, table: ProtectedTable): Table {
  const { words } = scene
  const last = (row: ProtectedTable['rows'][number]): number => {
    const cell = row.cells.at(-1)
    return cell?.state === 'shown' ? cell.count : cell?.state === 'band' ? 0 : -1
  }
  const shown = table.rows.filter(({ cells }) => cells.some(({ state }) => state !== 'hidden')).toSorted((a, b) => last(b) - last(a))
  const rows = shown.map((row) => rowOf(windows, rowLabel(scene, table, row), table, row.cells))
  const base = rowOf(windows, `${words.baseRow}: ${words.unit[table.unit]}`, table, table.base)
  return {
    ...tableOf(scene, windows, table.id, words.tables[table.id] ?? table.id, [...rows, base]),
    corner: words.rowHeads[table.id] ?? words.measureHead,
    notes: table.severalAnswers ? [words.note.severalAnswers] : [],
  }
}

function figureRow({ words }: Scene, windows: SituationWindows, id: string): readonly TableRow[] {
  const table = findTable(windows, id)
  if (!table) return []
  const row = rowOf(windows, words.tables[id] ?? id, table, table.base)
  // A zero where nobody was asked is no zero.
  const asked = wasAsked(windows, id)
  return [{ ...row, cells: row.cells.map((one) => (asked ? one : { ...one, cell: { sign: 'not-asked' } })) }]
}

function rowOf(windows: SituationWindows, header: string, table: ProtectedTable, cells: readonly ProtectedCell[]): TableRow {
  const found = windowCells(table, cells)
  const cell = (one: ProtectedCell, window: 'before' | 'now'): TableRow['cells'][number] => ({ cell: cellOf(one, windows[window]), span: 1, remark: null })
  return {
    header, indented: false,
    cells: found.kind === 'both' ? [{ cell: cellOf(found.both, windows.now), span: 2, remark: null }] : [cell(found.before, 'before'), cell(found.now, 'now')],
  }
}

function tableOf(scene: Scene, windows: SituationWindows, id: string, caption: string, rows: readonly TableRow[]): Table {
  const { own, source, period } = scene
  return {
    kind: 'table', id, caption, corner: own.columns.measure, source, rows, notes: [],
    columns: [windows.before, windows.now].map((one) => ({ label: period(one), remark: collectedRemark(scene, one) })),
  }
}
