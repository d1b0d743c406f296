// How many incidents of each year are still to be reported, from how long others took: for the coordinator, on raw counts.
import { inNetwork } from '@lykta/register'
import { type Completion, completionOf, completionWindow, sayCompletion } from '@lykta/statistics'
import type { CompletionAnswer } from '../api/crossing-types.ts'
import { type Moment, yearsOf } from './count-network.ts'
import type { Desk } from './desk.ts'

/** The newest two years: older ones have had the time that reports are waited for. A month that is not over is left out. */
export async function estimateCompletion(desk: Desk, { position, at, collection }: Moment): Promise<CompletionAnswer> {
  const rows = await inNetwork(desk.register, desk.context, ({ run, network }) => run(
    `select month_from as occurred, month_reported as reported, count(*)::int as count from lykta.incident_fact
     where network_id = $1 and not withdrawn and from_position <= $2 and (until_position is null or until_position > $2) and month_from = month_to and occurred_to >= $3 group by 1, 2`,
    [network, position, collection.from],
  ))
  const reports = rows.map((row) => ({ occurred: Number(row['occurred']), reported: Number(row['reported']), count: Number(row['count']) }))
  const collected = { since: monthOf(collection.from), until: monthOf(collection.to) - 1 }
  const years = yearsOf(collection).slice(-2).flatMap((year) => {
    const period = { from: year * 12, to: year * 12 + 11 }
    if (period.from > collected.until) return []
    const found: Completion = completionOf(reports, period, collected)
    return [{ year, found, said: { sv: sayCompletion(String(year), found, 'sv'), en: sayCompletion(String(year), found, 'en') } }]
  })
  return { asOf: { position, at }, window: completionWindow, years }
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
