// Whether a figure that somebody else published is one that the ledger can take: a known table, its codes, a period.
import type { Hierarchy } from '@lykta/incident'
import type { Dimension } from '@lykta/statistics'
import { codeList } from './code-list.ts'
import type { OutsideFigure } from './ledger.ts'
import { periodFrom } from './period-from.ts'
import { findPlanned, plannedIds } from './planned-for.ts'

export type FigureFault = {
  readonly column: 'table' | 'codes' | 'period'
  /** What may stand there; none for a period, which has a form instead of a list. */
  readonly known: readonly string[]
}

/** The codes that each dimension of a table may have, in order; none for a figure, or a table that no plan has had. */
export function codesOfTable(table: string, hierarchies: readonly Hierarchy[]): readonly { readonly dimension: Dimension; readonly codes: readonly string[] }[] {
  const found = findPlanned(table)
  if (!found || found.part.figures !== 'rows') return []
  return found.part.spec.by.map((dimension) => ({ dimension, codes: codeList(dimension, hierarchies) }))
}

/** The first fault; undefined for a figure that may be entered. No codes: a figure, or what a table's rows are parts of. */
export function findFigureFault({ table, codes, period }: Pick<OutsideFigure, 'table' | 'codes' | 'period'>, hierarchies: readonly Hierarchy[]): FigureFault | undefined {
  const found = findPlanned(table)
  // Numbers of organisations and of unknown answers are taken too: they are knowledge like any other.
  if (!found) return { column: 'table', known: plannedIds }
  const lists = codesOfTable(table, hierarchies).map((one) => one.codes)
  if (codes.length > 0 && codes.length !== lists.length) return { column: 'codes', known: lists.flat() }
  const wrong = codes.findIndex((code, index) => !lists[index]!.includes(code))
  if (wrong !== -1) return { column: 'codes', known: lists[wrong]! }
  // Any day will do: whether it was collected then is not asked here.
  if (!periodFrom(period, { from: '1900-01-01', to: '2999-12-31' })) return { column: 'period', known: [] }
  return undefined
}
