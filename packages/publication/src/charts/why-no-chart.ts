// Why a chart of the template is not drawn: a block that is not full and a year that waits are other things than what is hidden.
import { defaultPlan } from '@lykta/disclosure'
import type { ChartId } from '../binding/binding.ts'
import type { Edition } from '../binding/edition.ts'

export type NoChart =
  /** The edition has the table, and may show nothing of it. */
  | 'hidden'
  /** Too little was counted for any period yet. */
  | 'waiting'
  | 'no-block'
  /** The steps of the chain are of one year, and some are told with other years or not at all. */
  | 'not-alone'

/** The table that each is drawn from. */
export const chartTables = {
  incidents: 'incidents', persons: 'persons', months: 'months', indicators: 'indicators', nationalities: 'nationalityIncidents',
} as const satisfies Readonly<Record<Exclude<ChartId, 'chain'>, string>>

/** Of a chart that is not drawn. */
export function whyNoChart({ tables, context }: Pick<Edition, 'tables' | 'context'>, id: ChartId): NoChart {
  if (id === 'chain') return 'not-alone'
  if ((tables.get(chartTables[id])?.periods.length ?? 0) > 0) return 'hidden'
  const planned = defaultPlan(context.policy).tables.find((table) => table.id === chartTables[id])
  return planned?.release === 'block' ? 'no-block' : 'waiting'
}
