// What the number of reporting organisations says of the number of incidents: at least as many, and none of none.
import { cellKey, rowFamily, totalFamily } from './cell-key.ts'
import type { Recorded } from './recorded.ts'
import type { TableBody } from './protected-table.ts'
import type { PlannedTable } from './release-plan.ts'
import { publicBound, type SystemBuilder } from './system-builder.ts'

/** Numbers of organisations are not sensitive by themselves, but they stand beside years that may be. */
export function relateOrganisations(
  model: SystemBuilder, thought: readonly PlannedTable[], recorded: Recorded, printed: readonly TableBody[], earlier: boolean,
): void {
  for (const { spec, figures } of thought.flatMap(({ parts }) => parts)) {
    const reporting = figures === 'rows' ? undefined : figures.find(({ code }) => code === 'reported')
    if (spec.unit !== 'organisation' || !reporting) continue
    for (const body of printed.filter(({ id }) => id === reporting.id)) {
      for (const [index, period] of body.periods.entries()) {
        const incidents = cellKey(totalFamily('incident'), period.id)
        if (!model.has(incidents)) continue
        const family = rowFamily(spec.unit, spec.by, ['reported'])
        const known = model.has(cellKey(family, period.id))
        const key = model.add(family, period.id, recorded.cell(family, period.id).count)
        // An organisation outside the network may have reported too, so neither is certain.
        if (!known) {
          model.suppose([[1, incidents], [-1, key]], 0, Infinity)
          model.suppose([[publicBound, key], [-1, incidents]], 0, Infinity)
        }
        const cell = body.base[index]
        if (cell?.state === 'shown') model.publish(key, cell.count, earlier)
      }
    }
  }
}
