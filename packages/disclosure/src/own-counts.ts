// What each member organisation reported itself, by the name of the count: what it knows without any publication.
import type { CountTable, Grouping } from '@lykta/statistics'
import { type CellKey, cellKey, groupFamily, marginFamily, rowFamily } from './cell-key.ts'

/** By organisation; a count that is not there is zero. */
export type OwnCounts = ReadonlyMap<string, ReadonlyMap<CellKey, number>>

/** Of tables counted by organisation. Throws for a table of all: what an attacker knows must not be mixed up. */
export function ownCountsOf(tables: readonly CountTable[]): OwnCounts {
  const own = new Map<string, Map<CellKey, number>>()
  for (const { spec, periods, base, rows, organisation } of tables) {
    if (organisation === undefined) throw new Error(`${spec.id} was not counted by organisation`)
    const counts = own.get(organisation) ?? new Map<CellKey, number>()
    own.set(organisation, counts)
    for (const [index, { id }] of periods.entries()) {
      counts.set(cellKey(marginFamily(spec), id), base[index]!.count)
      for (const { codes, cells } of rows) counts.set(cellKey(rowFamily(spec.unit, spec.by, codes), id), cells[index]!.count)
    }
  }
  return own
}

/** Of one table with merged rows, counted by organisation: these rows alone, under their names. */
export function ownGroupsOf(tables: readonly CountTable[], groups: readonly Grouping[], nameOf: (code: string) => string): OwnCounts {
  const own = new Map<string, Map<CellKey, number>>()
  for (const { spec, periods, rows, organisation } of tables) {
    if (organisation === undefined) throw new Error(`${spec.id} was not counted by organisation`)
    own.set(organisation, new Map(rows.filter(({ codes: [code] }) => groups.some((group) => group.code === code)).flatMap(({ codes, cells }) =>
      periods.map(({ id }, index) => [cellKey(groupFamily(spec.unit, spec.by, nameOf(codes[0]!)), id), cells[index]!.count] as const))))
  }
  return own
}

export function joinOwn(lists: readonly OwnCounts[]): OwnCounts {
  const organisations = [...new Set(lists.flatMap((list) => [...list.keys()]))].sort()
  return new Map(organisations.map((organisation) => [organisation, new Map(lists.flatMap((list) => [...(list.get(organisation) ?? [])]))]))
}
