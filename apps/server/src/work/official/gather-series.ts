// Rows become series: what must be alike in one is alike, no period stands twice, and the values come in order.
import { type Problem, problem, ProblemError } from '@lykta/incident'
import type { OfficialSeries, SeriesValue } from '../../api/official-types.ts'

export type SeriesRow = Omit<OfficialSeries, 'values'> & SeriesValue & {
  /** Where it stood; a file that has no rows has no number. */
  readonly row?: number | undefined
}

const mostSeries = 100
const mostValues = 2_000

export function gatherSeries(rows: readonly SeriesRow[], file: string): readonly OfficialSeries[] {
  if (rows.length === 0) throw new ProblemError([problem('official.no-rows', {}, { file })])
  const groups = Map.groupBy(rows, seriesKey)
  if (groups.size > mostSeries) throw new ProblemError([problem('official.many', { series: groups.size, most: mostSeries }, { file })])
  const faults: Problem[] = []
  const series = [...groups.values()].map((group) => {
    const [first] = group as [SeriesRow, ...SeriesRow[]]
    const known = new Set<string>()
    for (const one of group) {
      const at = one.row === undefined ? { file } : { file, row: one.row }
      if (one.unit !== first.unit || one.datedBy !== first.datedBy) faults.push(problem('official.differs', { series: one.name.slice(0, 60), period: one.period }, at))
      if (known.has(one.period)) faults.push(problem('official.twice', { series: one.name.slice(0, 60), period: one.period }, at))
      known.add(one.period)
    }
    if (group.length > mostValues) faults.push(problem('official.long-series', { series: first.name.slice(0, 60), most: mostValues }, { file }))
    const { name, kind, area, source, unit, datedBy } = first
    return { name, kind, area, source, unit, datedBy, values: inOrder(group.map(({ period, from, to, value, status, label, break: broken }) => ({ period, from, to, value, status, label, break: broken }))) }
  })
  if (faults.length > 0) throw new ProblemError(faults)
  return series
}

/** The same series in another file. */
export function seriesKey({ name, area, source, kind }: Pick<OfficialSeries, 'name' | 'area' | 'source' | 'kind'>): string {
  return JSON.stringify([kind, name, area, source].map((part) => part?.toLowerCase() ?? null))
}

/** By their beginnings; of two that begin together the longer first. */
export function inOrder(values: readonly SeriesValue[]): readonly SeriesValue[] {
  return values.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to > b.to ? -1 : 1))
}
