// Plan and counts become the tables that would be printed if nothing had to be hidden: years and categories merged.
import { type Collection, type CountCell, type CountTable, emptyCell, type Grouping, type Period, type TableSpec, type Unit } from '@lykta/statistics'
import { type CellKey, cellKey, type Family, groupFamily, isExempt, marginFamily, rowFamily, totalFamily } from './cell-key.ts'
import { type Frame, judge } from './frame.ts'
import { type LaidRow, mergeRows } from './merge-rows.ts'
import { chooseParts, chooseRuns } from './merge-years.ts'
import { hasSeveralAnswers, type PlannedPart, type PlannedTable } from './release-plan.ts'
import { joinOwn, type OwnCounts, ownGroupsOf } from './own-counts.ts'
import type { Rule } from './sensitive.ts'

export type LaidCell = {
  readonly key: CellKey
  readonly cell: CountCell
  /** Why it may not be shown. */
  readonly rules: readonly Rule[]
  readonly exempt: boolean
  /** A plain total by year is never hidden for another cell's sake; that of a block may have to be, beside a year too small. */
  readonly total: boolean
}

/** One table as it will be printed. */
export type LaidTable = {
  readonly id: string
  readonly planned: PlannedTable
  readonly part: PlannedPart
  readonly unit: Unit
  readonly by: TableSpec['by']
  readonly severalAnswers: boolean
  /** None while no run of years can stand: such a table is not printed. */
  readonly periods: readonly Period[]
  readonly base: readonly LaidCell[]
  readonly rows: readonly (LaidRow & { readonly cells: readonly LaidCell[] })[]
}

/** `byOrganisation`: the tables of each organisation's own reports, one organisation after the other. */
export type Count = (specs: readonly TableSpec[], periods: readonly Period[], byOrganisation?: boolean) => Promise<readonly CountTable[]>

export async function layOut(frame: Frame, collection: Collection, count: Count): Promise<readonly LaidTable[]> {
  const tables: LaidTable[] = []
  for (const planned of frame.plan.tables) {
    const periods = periodsOf(frame, planned, collection)
    for (const part of planned.parts) {
      tables.push(...(part.figures === 'rows' ? [await layRows(frame, planned, part, periods, count)] : layFigures(frame, planned, part, periods)))
    }
  }
  return tables
}

function periodsOf(frame: Frame, planned: PlannedTable, collection: Collection): readonly Period[] {
  const years = frame.own.year
  if (planned.release === 'year') return chooseRuns(frame, planned, years, collection)
  if (planned.release === 'block') return frame.block ? [frame.block] : []
  return chooseParts(frame, planned, years.at(-1)!, collection)
}

function layFigures(frame: Frame, planned: PlannedTable, part: PlannedPart, periods: readonly Period[]): readonly LaidTable[] {
  const { spec, figures } = part
  if (figures === 'rows') return []
  return figures.map(({ id, code }) => {
    const codes = code === null ? [] : [code]
    const family = codes.length === 0 ? marginFamily(spec) : rowFamily(spec.unit, spec.by, codes)
    const base = periods.map((period) => laidCell(frame, planned, spec, family, codes, frame.recorded.cell(family, period.id), period))
    return { id, planned, part, unit: spec.unit, by: [], severalAnswers: false, periods, base, rows: [] }
  })
}

async function layRows(frame: Frame, planned: PlannedTable, part: PlannedPart, periods: readonly Period[], count: Count): Promise<LaidTable> {
  const { spec } = part
  const recount = async (groups: readonly Grouping[]): Promise<CountTable> => {
    const [table] = await count([{ ...spec, groups }], periods)
    if (!table) throw new Error(`${spec.id} was not counted`)
    return table
  }
  const merged = periods.length === 0 ? { rows: [], groups: new Map() } : await mergeRows(frame, planned, spec, periods, recount)
  const margin = marginFamily(spec)
  return {
    id: spec.id,
    planned,
    part,
    unit: spec.unit,
    by: spec.by,
    severalAnswers: hasSeveralAnswers(spec),
    periods,
    base: periods.map((period) => laidCell(frame, planned, spec, margin, [], frame.recorded.cell(margin, period.id), period)),
    rows: merged.rows.map((row) => {
      const own = row.members.length === 0
      const family = own ? rowFamily(spec.unit, spec.by, row.codes) : groupFamily(spec.unit, spec.by, row.codes.join('/'))
      const cells = periods.map((period, index) => {
        const cell = own ? frame.recorded.cell(family, period.id) : merged.groups.get(row.codes.join('/'))![index]!
        return laidCell(frame, planned, spec, family, row.codes, cell, period)
      })
      return { ...row, cells }
    }),
  }
}

function laidCell(
  frame: Frame, planned: PlannedTable, spec: TableSpec, family: Family, codes: readonly string[], cell: CountCell, period: Period,
): LaidCell {
  return {
    key: cellKey(family, period.id),
    cell,
    rules: judge(frame, planned, spec, codes, cell, period),
    exempt: isExempt(spec.unit, spec.by, codes),
    total: planned.release === 'year' && (family === totalFamily('incident') || family === totalFamily('person')),
  }
}

/** Counts of the merged rows, by the name of their cell. */
export function groupCells(tables: readonly LaidTable[]): ReadonlyMap<CellKey, CountCell> {
  return new Map(tables.flatMap(({ rows }) =>
    rows.filter(({ kind }) => kind === 'group' || kind === 'rest').flatMap(({ cells }) => cells.map(({ key, cell }) => [key, cell] as const)),
  ))
}

/** The same of each organisation's own reports. */
export async function ownGroups(tables: readonly LaidTable[], count: Count): Promise<OwnCounts> {
  const found: OwnCounts[] = []
  for (const { part, periods, rows } of tables) {
    const groups = rows.filter(({ kind }) => kind === 'group' || kind === 'rest').map(({ codes, members }): Grouping => ({ code: codes.join('/'), members }))
    if (groups.length > 0) found.push(ownGroupsOf(await count([{ ...part.spec, groups }], periods, true), groups, (code) => code))
  }
  return joinOwn(found)
}

/** Counts of the merged rows of the same tables in another register. */
export async function countGroups(tables: readonly LaidTable[], count: Count): Promise<ReadonlyMap<CellKey, CountCell>> {
  const found = new Map<CellKey, CountCell>()
  for (const { part, periods, rows } of tables) {
    const merged = rows.filter(({ kind }) => kind === 'group' || kind === 'rest')
    if (merged.length === 0) continue
    const [table] = await count([{ ...part.spec, groups: merged.map(({ codes, members }): Grouping => ({ code: codes.join('/'), members })) }], periods)
    for (const { codes, cells } of merged) {
      const own = table!.rows.find((row) => row.codes[0] === codes[0])?.cells
      for (const [index, { key }] of cells.entries()) found.set(key, own?.[index] ?? emptyCell)
    }
  }
  return found
}
