// Counts incidents by how far they came: tables of the same shape as every other, from a list instead of the register.
import type { CivilDate, Id } from '@lykta/incident'
import type { Period } from '../period.ts'
import type { TableSpec } from '../spec.ts'
import { type CountCell, type CountTable, emptyCell } from '../table.ts'

/** One incident, or one event that several reported. */
export type Chained = {
  readonly organisations: readonly Id[]
  /** The days on which it may have been: it counts in a period that holds both. */
  readonly from: CivilDate
  readonly to: CivilDate
  /** Its row. */
  readonly code: string
}

export type FurthestRequest = {
  readonly specs: readonly TableSpec[]
  readonly periods: readonly Period[]
  /** One list of tables for each organisation, of its own reports. */
  readonly byOrganisation?: boolean | undefined
  readonly asOf: number
}

/** The specifications are totals of incidents, or incidents by the code. */
export function countFurthest(chained: readonly Chained[], { specs, periods, byOrganisation = false, asOf }: FurthestRequest): readonly CountTable[] {
  if (!byOrganisation) return specs.map((spec) => tableOf(chained, spec, periods, asOf))
  const organisations = [...new Set(chained.flatMap((one) => one.organisations))].sort()
  return organisations.flatMap((organisation) => {
    const own = chained.filter((one) => one.organisations.includes(organisation)).map((one) => ({ ...one, organisations: [organisation] }))
    return specs.map((spec): CountTable => ({ ...tableOf(own, spec, periods, asOf), organisation }))
  })
}

function tableOf(chained: readonly Chained[], spec: TableSpec, periods: readonly Period[], asOf: number): CountTable {
  const cells = (list: readonly Chained[]): readonly CountCell[] => periods.map((period) => cellOf(list.filter(({ from, to }) => from >= period.from && to <= period.to)))
  const grouped = new Map((spec.groups ?? []).flatMap(({ code, members }) => members.map((member) => [member, code] as const)))
  const rows = spec.by.length === 0 ? [] : [...Map.groupBy(chained, ({ code }) => grouped.get(code) ?? code)]
  return {
    spec, basis: 'occurred', asOf, periods, base: cells(chained), severalAnswers: false,
    rows: rows.map(([code, list]) => ({ codes: [code], cells: cells(list) })).toSorted((a, b) => (a.codes[0]! < b.codes[0]! ? -1 : 1)),
  }
}

export function cellOf(list: readonly Pick<Chained, 'organisations'>[]): CountCell {
  if (list.length === 0) return emptyCell
  const own = new Map<Id, number>()
  for (const { organisations } of list) for (const one of organisations) own.set(one, (own.get(one) ?? 0) + 1)
  return { count: list.length, atLeast: false, incidents: list.length, organisations: own.size, largest: Math.max(...own.values()) }
}
