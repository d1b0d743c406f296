// What every chart has around its picture: title, measure and base, alternative text, source, and the table of the same values.
import { type Edition, renderSource } from '../binding/edition.ts'
import type { Chart, Table } from '../document/document.ts'
import type { Size } from './ink.ts'

export function chartFrame(
  edition: Edition,
  chart: {
    readonly id: string
    readonly title: string
    readonly subtitle: readonly string[]
    /** Name and value of each mark, in the order drawn. */
    readonly values: readonly (readonly [name: string, value: string])[]
    readonly table: Table
    /** Ids of the protected tables that it is drawn from. */
    readonly from: readonly string[]
    readonly draw: (size: Size, alt: string) => string
  },
): Chart {
  const { words } = edition
  const alt = `${words.chart.bars} ${chart.title}. ${chart.values.map(([name, value]) => `${name}: ${value}`).join('. ')}.`
  return {
    kind: 'chart',
    id: chart.id,
    title: chart.title,
    subtitle: chart.subtitle.join(' '),
    alt,
    source: renderSource(edition),
    wide: chart.draw('wide', alt),
    narrow: chart.draw('narrow', alt),
    table: { ...chart.table, id: `${chart.id}-values` },
    data: chart.from,
  }
}
