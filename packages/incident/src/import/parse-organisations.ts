// Rows of the organisations table as organisations.
import type { Sector } from '../codes.ts'
import type { ImportedOrganisation } from './bundle.ts'
import { found, openRows, readRequiredName } from './open-rows.ts'
import type { Problems } from './collect-problems.ts'
import { readCode, readDay, required } from './read-values.ts'
import type { Table } from './recognise-tables.ts'

/** What other tables check against; a row with errors is known too, so that one slip is not reported a hundred times. */
export type KnownOrganisation = {
  readonly code: string
  readonly sector: Sector | undefined
  /** Undefined where the row's dates could not be read, or go backwards. */
  readonly membership: { readonly joined: string | null; readonly left: string | null } | undefined
}

export type ParsedOrganisations = {
  readonly organisations: readonly ImportedOrganisation[]
  readonly known: readonly KnownOrganisation[]
}

export function parseOrganisations(table: Table & { readonly id: 'organisations' }, problems: Problems): ParsedOrganisations {
  const organisations: ImportedOrganisation[] = []
  const known: KnownOrganisation[] = []
  const rowOf = new Map<string, number>()
  for (const row of openRows(table, problems)) {
    const code = readRequiredName(row, 'code')
    const name = readRequiredName(row, 'name')
    const sector = required(row, 'sector', readCode(row, 'sector', 'sector'))
    const joined = readDay(row, 'joined')
    const left = readDay(row, 'left')
    const backwards = Boolean(joined && left && left < joined)
    if (joined && left && backwards) row.report('left', 'import.left-before-joined', { ...found(left), joined })
    if (code === undefined) continue
    const first = rowOf.get(code)
    if (first !== undefined) {
      row.report('code', 'import.ref-twice', { ...found(code), row: first })
      continue
    }
    rowOf.set(code, row.number)
    const membership = joined === undefined || left === undefined || backwards ? undefined : { joined, left }
    known.push({ code, sector, membership })
    if (name !== undefined && sector && membership) organisations.push({ code, name, sector, ...membership })
  }
  return { organisations, known }
}
