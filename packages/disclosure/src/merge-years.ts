// Which years stand alone and which are merged with a neighbour, so that as many figures as possible can be shown.
import { type Collection, mergePeriods, type Period, partsOfYear } from '@lykta/statistics'
import { isExempt, marginFamily, rowFamily } from './cell-key.ts'
import { type Frame, judge } from './frame.ts'
import type { PlannedPart, PlannedTable } from './release-plan.ts'

/** Every run of neighbouring years, single years first: what must be counted before merging can be decided. */
export function yearRuns(years: readonly Period[], collection: Collection): readonly Period[] {
  return years.flatMap((_, length) =>
    years.slice(length).map((_, first) => mergePeriods(years.slice(first, first + length + 1), collection)),
  )
}

type Judged = Pick<Frame, 'plan' | 'policy' | 'recorded'>

/**
 * Years merge before cells hide, forwards from the first year: a run takes in years until it can stand and is closed
 * then, by looking at its own years alone. So a run that stands in one edition stands in every later one of the same
 * register, and none of them overlap: a year that stood alone and was merged later would give the next one away as a
 * difference. Years at the end that cannot stand yet have no period, and wait for the years to come.
 */
export function chooseRuns(frame: Judged, planned: PlannedTable, years: readonly Period[], collection: Collection): readonly Period[] {
  const runs: Period[] = []
  let open: readonly Period[] = []
  for (const year of years) {
    open = [...open, year]
    const run = mergePeriods(open, collection)
    if (!mayClose(frame, planned, run, open.length)) continue
    runs.push(run)
    open = []
  }
  return runs
}

/**
 * Figures: more than half of them may stand, and in a run as long as a block some: one that never may stand does not
 * keep the others back for ever.
 * Rows: the base may stand and is large enough for shares, and some row may stand: rows have the periods of the whole
 * table, so a first year with a single row would take the rows of all later years with it.
 */
function mayClose(frame: Judged, planned: PlannedTable, run: Period, length: number): boolean {
  // Nothing is known of what was not collected, so there is nothing to wait for.
  if (run.months === 0) return true
  const rows = planned.parts.filter(({ figures }) => figures === 'rows')
  const mayHold = (part: PlannedPart): boolean =>
    frame.recorded.cell(marginFamily(part.spec), run.id).count >= frame.policy.shareBase && stands(frame, planned, part, [], [run])
  if (!rows.every(mayHold)) return false
  const candidates = planned.parts.flatMap((part) => candidatesOf(frame, part))
  const standing = candidates.filter(({ part, codes }) => stands(frame, planned, part, codes, [run])).length
  if (candidates.length === 0) return rows.length === 0
  return rows.length > 0 || length >= frame.plan.blockYears ? standing > 0 : standing * 2 > candidates.length
}

type Candidate = { readonly part: PlannedPart; readonly codes: readonly string[] }

function candidatesOf(frame: Judged, part: PlannedPart): readonly Candidate[] {
  const { spec, figures } = part
  const codes = figures === 'rows' ? frame.recorded.codes(spec).map((code) => code.split('/')) : figures.map(({ code }) => (code === null ? [] : [code]))
  return codes.filter((list) => !isExempt(spec.unit, spec.by, list)).map((list) => ({ part, codes: list }))
}

/** Without codes: the margin. */
function stands(frame: Judged, planned: PlannedTable, { spec }: PlannedPart, codes: readonly string[], periods: readonly Period[]): boolean {
  const family = codes.length === 0 ? marginFamily(spec) : rowFamily(spec.unit, spec.by, codes)
  return periods.every((period) => judge(frame, planned, spec, codes, frame.recorded.cell(family, period.id), period).length === 0)
}

/** Months, quarters, half-years: all that a part of a year may be published by. */
export function yearParts(year: Period, collection: Collection): readonly (readonly Period[])[] {
  return ([1, 3, 6] as const).map((months) => partsOfYear(Number(year.from.slice(0, 4)), months, collection))
}

/** The finest parts of the year of which every one that was collected can stand, else the year as one. */
export function chooseParts(frame: Judged, planned: PlannedTable, year: Period, collection: Collection): readonly Period[] {
  const part = planned.parts[0]
  if (!part) throw new Error(`release plan: ${planned.id} has no part`)
  return yearParts(year, collection).find((periods) => stands(frame, planned, part, [], periods)) ?? [year]
}
