// The core group's chapters: the counts of the two windows side by side, how far the incidents came, and what was seen.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { responseChain } from '@lykta/statistics'
import { drawBars } from '../charts/bars.ts'
import { cellOf } from '../document/cell.ts'
import type { Block, Chart, Table, TableRow } from '../document/document.ts'
import { renderCellInWords } from '../document/render-cell.ts'
import { rowLabel } from './row-name.ts'
import { heading, paragraph, type Scene } from './situation-scene.ts'
import type { SituationWindows } from './situation.ts'
import { findTable, wasAsked, windowCells } from './window-cells.ts'

/** In the order of the first chapter's table; unknown numbers stand in the report's own notes. */
const figures = ['incidents', 'persons', 'policeContacted', 'incidentsInContact', 'personsInContact', 'incidentsOffered', 'incidentsAccepting', 'policeReports', 'participants.reporting'] as const
const breakdowns = ['exploitation', 'indicators', 'sector'] as const

export function windowChapters(scene: Scene, windows: SituationWindows): readonly Block[] {
  const { own, period } = scene
  return [
    heading('counts', own.heading.counts),
    paragraph(own.counted(period(windows.now), period(windows.before))),
    tableOf(scene, windows, 'counts-table', own.heading.counts, figures.flatMap((id) => figureRow(scene, windows, id))),
    heading('chain', own.heading.chain),
    chainOf(scene, windows) ?? paragraph(own.chain.none),
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

function tableOf({ own, source, period }: Scene, windows: SituationWindows, id: string, caption: string, rows: readonly TableRow[]): Table {
  return {
    kind: 'table', id, caption, corner: own.columns.measure, source, rows, notes: [],
    columns: [{ label: period(windows.before), remark: null }, { label: period(windows.now), remark: null }],
  }
}

/** Of the later window, or of both where they stand together: the steps need not have the same periods, so only those that agree are drawn. */
function chainOf(scene: Scene, windows: SituationWindows): Chart | undefined {
  const { own, words, source, period } = scene
  const steps = responseChain.flatMap((id) => {
    const table = findTable(windows, id)
    const found = table && windowCells(table, table.base)
    return found?.kind === 'each' && wasAsked(windows, id) ? [{ id, cell: cellOf(found.now, windows.now) }] : []
  })
  const base = steps[0]?.id === 'incidents' && steps[0].cell.sign === 'number' ? steps[0].cell.count : 0
  if (base === 0 || steps.filter(({ cell }) => cell.sign === 'number').length < 2) return undefined
  const bars = steps.map(({ id, cell }) => ({
    label: words.tables[id] ?? id, cell, value: renderCellInWords(cell, words), hatched: false, emphasised: id === 'incidents', length: cell.sign === 'number' ? cell.count : 0, group: null,
  }))
  const title = own.chain.title
  const alt = `${words.chart.bars} ${title}. ${bars.map(({ label, value }) => `${label}: ${value}`).join('. ')}.`
  const draw = (size: 'wide' | 'narrow'): string => drawBars({ id: 'chain', alt, bars, full: base, size })
  const rows = steps.map(({ id, cell }): TableRow => ({ header: words.tables[id] ?? id, indented: false, cells: [{ cell, span: 1, remark: null }] }))
  return {
    kind: 'chart', id: 'chain-chart', title, subtitle: own.chain.subtitle(period(windows.now)), alt, source, wide: draw('wide'), narrow: draw('narrow'), data: [],
    table: { ...tableOf(scene, windows, 'chain-values', title, rows), columns: [{ label: period(windows.now), remark: null }] },
  }
}
