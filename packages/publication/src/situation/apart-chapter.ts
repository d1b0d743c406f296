// What was withdrawn and what was later held to be unfounded: numbers beside the counts, told where they are large enough.
import { shownCell } from '../binding/edition.ts'
import type { Block } from '../document/document.ts'
import { plain } from '../document/inline.ts'
import { paragraph, type Scene } from './situation-scene.ts'

/** As many runs of years as are of use. */
const most = 3

export function apartBlocks({ own, period, count, input: { apart } }: Scene): readonly Block[] {
  const said = apart.flatMap(({ table }) => table.periods.flatMap((of, index): readonly string[] => {
    const cell = shownCell(table.base[index])
    return cell && (table.id === 'withdrawn' || table.id === 'unfounded') ? [own.apart[table.id](count(cell.count), period(of))] : []
  }).slice(-most))
  if (said.length === 0) return [paragraph(`${own.apart.means} ${own.apart.none}`)]
  return [paragraph(own.apart.means), { kind: 'list', ordered: false, items: said.map((text) => [plain(text)]) }]
}
