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

type Judged = Pick<Frame, 'policy' | 'recorded'>

/**
 * Years merge before cells hide: from single years on, the two neighbours whose merging shows most are merged, and the
 * best of all these stages is taken. A cell is worth something only if it can stand in every period, so that a table has
 * no holes by year. Equal stages: the one with more periods; equal
 * mergings: the one that leaves least to merge, then the earliest years.
 */
export function chooseRuns(frame: Judged, planned: PlannedTable, years: readonly Period[], collection: Collection): readonly Period[] {
  const candidates = planned.parts.flatMap((part) => candidatesOf(frame, part))
  if (candidates.length === 0) return years
  const score = (stage: readonly (readonly Period[])[]): number => {
    const periods = stage.map((run) => mergePeriods(run, collection))
    if (planned.parts.some((part) => part.figures === 'rows' && !stands(frame, planned, part, [], periods))) return -1
    return candidates.filter(({ part, codes }) => stands(frame, planned, part, codes, periods)).length * periods.length
  }
  // Where no merging shows more yet, the one that leaves least to merge.
  const lacking = (stage: readonly (readonly Period[])[]): number => stage.map((run) => mergePeriods(run, collection)).reduce((sum, period) =>
    sum + [...planned.parts.map((part) => ({ part, codes: [] })), ...candidates].filter(({ part, codes }) => !stands(frame, planned, part, codes, [period])).length, 0)
  let stage: readonly (readonly Period[])[] = years.map((year) => [year])
  let best = { stage, score: score(stage) }
  while (stage.length > 1) {
    const merged = stage.slice(1).map((_, index) => {
      const next = [...stage.slice(0, index), [...stage[index]!, ...stage[index + 1]!], ...stage.slice(index + 2)]
      return { stage: next, score: score(next), lacking: lacking(next) }
    })
    const next = merged.reduce((first, second) =>
      second.score > first.score || (second.score === first.score && second.lacking < first.lacking) ? second : first)
    stage = next.stage
    if (next.score > best.score) best = next
  }
  // Nothing can stand: one hidden figure says no less than several.
  const chosen = best.score > 0 || planned.parts.some((part) => part.figures === 'rows') ? best.stage : [years]
  return chosen.map((run) => mergePeriods(run, collection))
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
