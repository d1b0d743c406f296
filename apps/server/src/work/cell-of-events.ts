// How many events some reports are of, and of whom: an event that several reported is one incident, and each one's own.
import type { CountCell, LateReport } from '@lykta/statistics'

export function cellOfEvents(reports: readonly LateReport[]): CountCell {
  const shares = [...Map.groupBy(reports, ({ organisation }) => organisation).values()].map(countEvents)
  const count = countEvents(reports)
  return { count, atLeast: false, incidents: count, organisations: shares.length, largest: Math.max(0, ...shares) }
}

function countEvents(reports: readonly LateReport[]): number {
  return new Set(reports.map(({ event }) => event)).size
}
