// How far the incidents came, as each audience may know it: the core group by the network's own steps, others by the latest edition's figures.
import type { ProtectedCell } from '@lykta/disclosure'
import type { ChainStep } from '@lykta/incident'
import { type Period, responseChain } from '@lykta/statistics'
import { drawBars } from '../charts/bars.ts'
import { type Cell, cellOf } from '../document/cell.ts'
import type { Block, Chart, TableRow } from '../document/document.ts'
import { plain } from '../document/inline.ts'
import { renderCellInWords } from '../document/render-cell.ts'
import { nestedChain } from './nested-chain.ts'
import { heading, paragraph, type Scene } from './situation-scene.ts'
import type { SituationWindows } from './situation.ts'
import { findTable, wasAsked, windowCells } from './window-cells.ts'

export type ChainBar = { readonly label: string; readonly cell: Cell }
export type DrawnChain = {
  readonly period: Period
  /** By the network's own steps; those of them that stand with the one before. Null: by the incidents' answers. */
  readonly own: { readonly joined: readonly string[]; readonly unfounded: ProtectedCell | null } | null
  readonly bars: readonly ChainBar[]
}

/** The newest that may be drawn; undefined when fewer than two steps are shown. */
export function drawnChain(scene: Scene): DrawnChain | undefined {
  const { windows, yearChain, edition } = scene.input
  return [
    () => windows && ownChain(scene, windows), () => yearChain && ownChain(scene, yearChain), () => windows && answeredInWindow(scene, windows), () => edition && answeredInEdition(scene, edition.tables),
  ].map((draw) => draw() ?? undefined).find((found) => found !== undefined && says(found))
}

const says = ({ bars }: DrawnChain): boolean => bars[0]?.cell.sign === 'number' && bars.filter(({ cell }) => cell.sign === 'number').length >= 2

/** Nothing where there is no period and no edition yet. */
export function chainChapter(scene: Scene): readonly Block[] {
  const { own, input: { windows, edition } } = scene
  const drawn = drawnChain(scene)
  const times = timesOf(scene)
  if (!windows && !edition && !drawn && times.length === 0) return []
  return [
    heading('chain', own.heading.chain),
    ...(drawn ? [chartOf(scene, drawn), paragraph(drawn.own ? own.chain.nested : own.chain.answers)] : [paragraph(own.chain.none)]),
    ...(drawn?.own && drawn.own.joined.length > 0 ? [paragraph(own.chain.joined(drawn.own.joined.join(', ')))] : []),
    ...(drawn?.own?.unfounded?.state === 'shown' ? [paragraph(own.chain.unfounded(scene.count(drawn.own.unfounded.count)))] : []),
    ...times,
  ]
}

function ownChain({ own, input }: Scene, windows: SituationWindows): DrawnChain | undefined {
  const nested = nestedChain(windows)
  if (!nested) return undefined
  const both = nested.rows.some(({ cells }) => cells.kind === 'both')
  const whole: Period = { id: 'both', from: windows.before.from, to: windows.now.to, months: windows.before.months + windows.now.months }
  const [period, pick] = [both ? whole : windows.now, (cells: (typeof nested.rows)[number]['cells']): ProtectedCell => (cells.kind === 'both' ? cells.both : cells.now)]
  const name = (step: string): string => stepName(windows.chain!.steps, step, input.context.language)
  return {
    period, own: { joined: nested.joined.map(name), unfounded: nested.unfounded && pick(nested.unfounded) },
    bars: nested.rows.map(({ step, cells }) => ({ label: step === null ? own.chain.steps.incidents : name(step), cell: cellOf(pick(cells), period) })),
  }
}

/** Of the later window: the steps need not have the same periods, so only those that agree are drawn. */
function answeredInWindow({ own }: Scene, windows: SituationWindows): DrawnChain {
  const bars = responseChain.flatMap((id): readonly ChainBar[] => {
    const table = findTable(windows, id)
    const found = table && windowCells(table, table.base)
    return found?.kind === 'each' && wasAsked(windows, id) ? [{ label: own.chain.steps[id], cell: cellOf(found.now, windows.now) }] : []
  })
  return { period: windows.now, own: null, bars }
}

const isZero = (cell: ProtectedCell | undefined): boolean => cell?.state === 'shown' && cell.count === 0

/** The newest year, or years that stand together, for which the edition shows more than the total: nothing that is not printed already. */
function answeredInEdition({ own }: Scene, tables: NonNullable<Scene['input']['edition']>['tables']): DrawnChain | undefined {
  const of = (id: string) => tables.find((table) => table.id === id)
  for (const period of (of('incidents')?.periods ?? []).toReversed()) {
    const bars = responseChain.flatMap((id): readonly ChainBar[] => {
      const table = of(id)
      const at = table?.periods.findIndex((one) => one.id === period.id) ?? -1
      const cell = table?.base[at]
      if (cell?.state !== 'shown') return []
      // A zero where some were not asked says nothing.
      const notAsked = of(`${id}.notAsked`)
      if (cell.count === 0 && notAsked && !isZero(notAsked.base[notAsked.periods.findIndex((one) => one.id === period.id)])) return []
      return [{ label: own.chain.steps[id], cell: cellOf(cell, period) }]
    })
    if (bars.length > 1) return { period, own: null, bars }
  }
  return undefined
}

function chartOf({ own, words, source, period: name, input }: Scene, { period, bars: drawn }: DrawnChain): Chart {
  const full = drawn[0]!.cell.sign === 'number' ? drawn[0]!.cell.count : 0
  const bars = drawn.map(({ label, cell }, index) => ({
    label, cell, value: renderCellInWords(cell, words), hatched: false, emphasised: index === 0, length: cell.sign === 'number' ? cell.count : 0, group: null,
  }))
  const title = own.chain.title
  const alt = `${words.chart.bars} ${title}. ${bars.map(({ label, value }) => `${label}: ${value}`).join('. ')}.`
  const draw = (size: 'wide' | 'narrow'): string => drawBars({ id: 'chain', alt, bars, full, size })
  const rows = drawn.map(({ label, cell }): TableRow => ({ header: label, indented: false, cells: [{ cell, span: 1, remark: null }] }))
  const label = name(period)
  return {
    kind: 'chart', id: 'chain-chart', title, subtitle: input.edition === null ? own.chain.subtitle(label) : own.chain.ofEdition(label), alt, source, wide: draw('wide'), narrow: draw('narrow'), data: [],
    table: { kind: 'table', id: 'chain-values', caption: title, corner: own.columns.measure, source, rows, notes: [], columns: [{ label, remark: null }] },
  }
}

function timesOf({ own, day, input: { times, context } }: Scene): readonly Block[] {
  if (!times) return []
  const { steps, told, from, to } = times
  if (told.length === 0) return [paragraph(own.times.none)]
  return [
    paragraph(own.times.intro(day(from), day(to))),
    { kind: 'list', ordered: false, items: told.map(({ step, unit, count }) => [plain(own.times.one(stepName(steps, step, context.language), own.times[unit](count)))]) },
    paragraph(own.times.how),
  ]
}

export function stepName(steps: readonly ChainStep[], id: string, language: 'sv' | 'en'): string {
  return steps.find((step) => step.id === id)?.[language] ?? id
}
