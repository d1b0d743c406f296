// What an instance asks for: its rule [a − 1, a + 1], zeros printed, and every other cell weighed by its count.
import type { Instance } from './instance.ts'
import type { SuppressionCell, SuppressionTask } from './task.ts'

export type InstanceWeight = (value: number) => number

/** `weight`: a whole number above zero for each count; by default the count itself, so that the least volume is hidden. */
export function instanceTask({ cells, equations }: Instance, weight: InstanceWeight = (value) => Math.max(1, value)): SuppressionTask {
  // Nothing is known of the size of a hidden cell but that no cell is larger; a sensitive one must have its room all the same.
  const most = cells.reduce((largest, { value, primary }) => Math.max(largest, primary ? value + 1 : value), 0)
  return {
    cells: cells.map(({ value, primary, printed }): SuppressionCell => ({
      value,
      standing: primary ? 'sensitive' : !printed ? 'latent' : value === 0 ? 'shown' : 'open',
      weight: weight(value),
      lower: 0,
      upper: most,
    })),
    equations: equations.map(({ total, parts }) => [[total, 1], ...parts.map((part) => [part, -1] as const)]),
    needs: cells.flatMap(({ value, primary }, cell) => (primary ? [{ cell, up: 1, down: Math.min(1, value) }] : [])),
  }
}
