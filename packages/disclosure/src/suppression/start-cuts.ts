// The cuts that need no search: an equation with one sensitive cell and nothing else unknown needs another cell hidden.
import type { Columns } from './columns.ts'
import type { Cut } from './cut.ts'
import type { SuppressionTask } from './task.ts'

export function startCuts({ cells, needs }: SuppressionTask, { rows, cellOf }: Columns): readonly Cut[] {
  const sensitive = new Set(needs.map(({ cell }) => cell))
  return rows.flatMap(({ terms }): readonly Cut[] => {
    const unknown = terms.filter(([column]) => cells[cellOf[column]!]!.standing !== 'open')
    if (unknown.length !== 1 || !sensitive.has(cellOf[unknown[0]![0]]!)) return []
    return [{ terms: terms.flatMap(([column]) => (column === unknown[0]![0] ? [] : [[column, 1] as const])), atLeast: 1 }]
  })
}
