// The rows of a table in the order of their count over all periods; what names nothing comes last.
import type { CountRow, CountTable } from '@lykta/statistics'

const last = new Set(['other', 'unknown', 'unspecified', 'conflicting'])

export function rankRows({ rows }: CountTable): readonly CountRow[] {
  const total = ({ cells }: CountRow): number => cells.at(-1)?.count ?? 0
  const unnamed = ({ codes }: CountRow): number => (codes.every((code) => last.has(code)) ? 1 : 0)
  return rows.toSorted((a, b) => unnamed(a) - unnamed(b) || total(b) - total(a) || (a.codes.join() < b.codes.join() ? -1 : 1))
}
