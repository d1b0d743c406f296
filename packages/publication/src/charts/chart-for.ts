// Which chart a template's name stands for.
import type { ChartId } from '../binding/binding.ts'
import type { Edition } from '../binding/edition.ts'
import type { Chart } from '../document/document.ts'
import { chainChart } from './chain-chart.ts'
import { incidentsChart } from './incidents-chart.ts'
import { monthsChart } from './months-chart.ts'
import { personsChart } from './persons-chart.ts'
import { rankedChart } from './ranked-chart.ts'
import { chartTables } from './why-no-chart.ts'

/** Undefined when none of its values is shown. */
export function chartFor(edition: Edition, id: ChartId): Chart | undefined {
  switch (id) {
    case 'incidents':
      return incidentsChart(edition)
    case 'persons':
      return personsChart(edition)
    case 'months':
      return monthsChart(edition)
    case 'indicators':
      return rankedChart(edition, 'indicators', chartTables.indicators)
    case 'nationalities':
      return rankedChart(edition, 'nationalities', chartTables.nationalities)
    case 'chain':
      return chainChart(edition)
  }
}
