// Blocks for the bindings that stand alone in a template: tables, charts, lists of rows, the key to the signs.
import type { BlockBinding } from '../binding/binding.ts'
import type { Edition } from '../binding/edition.ts'
import { chartFor } from '../charts/chart-for.ts'
import { whyNoChart } from '../charts/why-no-chart.ts'
import { keySigns } from '../document/cell.ts'
import type { Block } from '../document/document.ts'
import { plain } from '../document/inline.ts'
import { dataTables } from '../open-data/data-table.ts'
import { breakdownTable } from '../tables/breakdown-table.ts'
import { keyFigures } from '../tables/key-figures.ts'
import { rowList } from '../tables/row-list.ts'
import { yearsTable } from '../tables/years-table.ts'

/** A table that this edition does not hold leaves nothing; a chart that is not drawn leaves a note that says why. */
export function placeBlock(edition: Edition, binding: BlockBinding, source: string): readonly Block[] {
  const { words, tables } = edition
  switch (binding.kind) {
    case 'table': {
      if (binding.id === 'years') return [yearsTable(edition)]
      const table = tables.get(binding.id)
      return table ? [breakdownTable(edition, table)] : []
    }
    case 'chart': {
      const chart = chartFor(edition, binding.id)
      if (chart) return [chart]
      return [{ kind: 'note', children: [{ kind: 'paragraph', children: [plain(words.chart.noChart[whyNoChart(edition, binding.id)](words.chart[binding.id].plain))] }] }]
    }
    case 'rows':
      return some(rowList(edition, binding.figure, source))
    case 'keyfigures':
      return some(keyFigures(edition, binding.ids))
    case 'examples':
      return examplesOf(edition)
    case 'signs': {
      const entries = keySigns.map((sign) => ({ sign, ...words.signs[sign] }))
      return [{ kind: 'key', title: words.keyTitle, entries }]
    }
    case 'downloads':
      return [{ kind: 'downloads', items: dataTables(edition).map(({ id, title }) => ({ label: title, files: filesOf(id) })) }]
  }
}

/** Each its own quotation; the sentence before them says that they are rewritten. */
function examplesOf({ words, examples = [] }: Edition): readonly Block[] {
  if (examples.length === 0) return []
  return [{ kind: 'paragraph', children: [plain(words.examples)] }, { kind: 'list', ordered: false, items: examples.map((text) => [plain(words.quoted(text))]) }]
}

function filesOf(id: string): readonly { path: string; format: string }[] {
  return [{ path: `tables/${id}.csv`, format: 'CSV' }, { path: `tables/${id}.json`, format: 'JSON-stat' }, { path: `tables/${id}.px`, format: 'PC-Axis' }]
}

const some = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value])
