// What all charts say, in English.
import type { chart as Swedish } from '../sv/chart.ts'

export const chart: typeof Swedish = {
  chart: {
    showTable: 'Show as table',
    hideTable: 'Hide the table',
    source: (network) => `Source: ${network}.`,
    asOf: (moment) => `As of ${moment}.`,
    period: 'Period',
    count: 'Count',
    value: (label, value) => `${label}: ${value}`,
  },
}
