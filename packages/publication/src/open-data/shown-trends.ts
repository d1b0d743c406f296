// Trends from what an edition shows: exact counts of incidents alone, with the participants that the same edition shows beside them.
import type { Language } from '@lykta/incident'
import { type Trends, trendsOf } from '@lykta/statistics'
import type { ExploredTable, ExploreInput } from './explored-table.ts'

type Texts = Readonly<Record<Language, string>>

export type ShownTrends = Trends & {
  /** What was compared; periods that show no exact count are left out. */
  readonly periods: readonly { readonly label: Texts; readonly count: number; readonly months: number; readonly participants: number | null; readonly reporting: number | null }[]
  readonly leftOut: readonly Texts[]
}

/** Null where the edition shows no total of incidents by period. */
export function shownTrends({ context }: Pick<ExploreInput, 'context'>, tables: readonly ExploredTable[]): ShownTrends | null {
  const cellsOf = (figure: string) => {
    const table = tables.find(({ id }) => id === figure.split('.')[0])
    return table?.periods.map((period, index) => ({ period, cell: table.rows.find((row) => row.figure === figure)?.cells[index] })) ?? []
  }
  const [incidents, members, reporters] = [cellsOf('incidents'), cellsOf('participants'), cellsOf('participants.reporting')]
  if (incidents.length === 0) return null
  // A lower bound is no count to test, and what is hidden or was not collected is none at all.
  const shown = incidents.flatMap(({ period, cell }) => (cell?.sign === 'exact' && cell.value !== null ? [{ period, count: cell.value }] : []))
  const valueIn = (cells: typeof members, id: string): number | null => cells.find(({ period }) => period.id === id)?.cell?.value ?? null
  const periods = shown.map(({ period, count }) => ({ label: period.label, count, months: period.months, participants: valueIn(members, period.id), reporting: valueIn(reporters, period.id) }))
  return {
    ...trendsOf({
      periods: shown.map(({ period, count }) => ({ unit: 'incident', count, from: period.from, to: period.to, months: period.months })),
      collectionStart: context.network.collectionStart,
      collectedTo: context.collectedTo,
      effortShown: periods.every(({ participants }) => participants !== null),
    }),
    periods,
    leftOut: incidents.filter(({ period }) => !shown.some((one) => one.period.id === period.id)).map(({ period }) => period.label),
  }
}
