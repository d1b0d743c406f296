// Which tables are thought of: those of the plan, and those that the ledger speaks of though the plan does not.
import type { LedgerEntry } from './ledger.ts'
import { defaultPolicies } from './policy.ts'
import type { TableBody } from './protected-table.ts'
import { defaultPlan, type PlannedPart, type PlannedTable } from './release-plan.ts'

/** What every plan of this program has had, the crosses included: an outside publication may speak of any. */
const everyTable: readonly PlannedTable[] = [
  ...new Map([defaultPolicies.public, defaultPolicies.core].flatMap((policy) => defaultPlan(policy).tables).map((table) => [table.id, table])).values(),
]

/** Ids under which a part is printed: its own, or one for each figure. */
export function idsOf({ spec, figures }: PlannedPart): readonly string[] {
  return figures === 'rows' ? [spec.id] : figures.map(({ id }) => id)
}

/** Every id that a plan has printed under. */
export const plannedIds: readonly string[] = everyTable.flatMap(({ parts }) => parts.flatMap(idsOf))

/** The table that prints an id, and the part of it; undefined for an id that no plan has had. */
export function findPlanned(id: string, tables: readonly PlannedTable[] = everyTable): { readonly planned: PlannedTable; readonly part: PlannedPart } | undefined {
  for (const planned of tables) {
    for (const part of planned.parts) if (idsOf(part).includes(id)) return { planned, part }
  }
  return undefined
}

/** `own`: the plan's tables of this edition; `whole`: all of the plan. Throws for a printed figure of which nothing is known. */
export function thoughtTables(own: readonly PlannedTable[], whole: readonly PlannedTable[], ledger: readonly LedgerEntry[]): readonly PlannedTable[] {
  const tables = [...own]
  const add = (id: string, body?: TableBody): void => {
    if (findPlanned(id, tables)) return
    const planned = findPlanned(id, whole)?.planned ?? findPlanned(id)?.planned ?? (body && plannedAs(body))
    if (!planned) throw new Error(`ledger: no plan has had ${id}`)
    tables.push(planned)
  }
  for (const entry of ledger) {
    if (entry.kind === 'edition') for (const body of entry.tables) add(body.id, body)
    else for (const { table } of entry.figures) add(table)
  }
  return tables
}

/** A table of rows says itself what it is of. */
function plannedAs({ id, unit, by, severalAnswers, periods }: TableBody): PlannedTable | undefined {
  if (by.length === 0) return undefined
  const spec = { id, unit, by, base: severalAnswers ? 'answered' : 'all' } as const
  return { id, release: periods.length > 1 ? 'year' : 'block', parts: [{ spec, figures: 'rows' }], harmless: false }
}
