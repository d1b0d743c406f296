// Trends from what an edition shows: exact counts of incidents alone, with the participants that the same edition shows beside them.
import type { Language } from '@lykta/incident'
import { type Trends, trendsOf } from '@lykta/statistics'
import type { ExploredTable, ExploreInput } from './explored-table.ts'

type Texts = Readonly<Record<Language, string>>

export type ShownTrends = Trends & {
  /** What was compared; periods that show no exact count are left out. */
  readonly periods: readonly { readonly label: Texts; readonly count: number; readonly months: number; readonly participants: number | null }[]
  readonly leftOut: readonly Texts[]
}

/** Null where the edition shows no total of incidents by period. */
export function shownTrends({ context }: Pick<ExploreInput, 'context'>, tables: readonly ExploredTable[]): ShownTrends | null {
  const cellsOf = (id: string) => {
    const table = tables.find((one) => one.id === id)
    return table?.periods.map((period, index) => ({ period, cell: table.rows.find(({ figure }) => figure === id)?.cells[index] })) ?? []
  }
  const [incidents, members] = [cellsOf('incidents'), cellsOf('participants')]
  if (incidents.length === 0) return null
  // A lower bound is no count to test, and what is hidden or was not collected is none at all.
  const shown = incidents.flatMap(({ period, cell }) => (cell?.sign === 'exact' && cell.value !== null ? [{ period, count: cell.value }] : []))
  const participantsIn = (id: string): number | null => members.find(({ period }) => period.id === id)?.cell?.value ?? null
  const periods = shown.map(({ period, count }) => ({ label: period.label, count, months: period.months, participants: participantsIn(period.id) }))
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
