// What all charts say, in Swedish.
export const chart = {
  chart: {
    showTable: 'Visa som tabell',
    hideTable: 'Dölj tabellen',
    source: (network: string) => `Källa: ${network}.`,
    asOf: (moment: string) => `Läge: ${moment}.`,
    period: 'Period',
    count: 'Antal',
    value: (label: string, value: string) => `${label}: ${value}`,
  },
}
