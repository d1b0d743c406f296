// The cuts that need no search: those that are given, and an equation with one sensitive cell and nothing else unknown needs another hidden.
import type { Columns } from './columns.ts'
import type { Cut } from './cut.ts'
import type { SuppressionTask } from './task.ts'

export function startCuts({ cells, needs, oneOf = [] }: SuppressionTask, { rows, cellOf, columnOf }: Columns): readonly Cut[] {
  const sensitive = new Set(needs.map(({ cell }) => cell))
  const needed = rows.flatMap(({ terms }): readonly Cut[] => {
    const unknown = terms.filter(([column]) => cells[cellOf[column]!]!.standing !== 'open')
    if (unknown.length !== 1 || !sensitive.has(cellOf[unknown[0]![0]]!)) return []
    return [{ terms: terms.flatMap(([column]) => (column === unknown[0]![0] ? [] : [[column, 1] as const])), atLeast: 1 }]
  })
  return [...needed, ...oneOf.map((list): Cut => ({ terms: list.map((cell) => [columnOf[cell]!, 1]), atLeast: 1 }))]
}
