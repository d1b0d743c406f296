// What each organisation reported itself, counted in the same pass as all others: a period of its own for each of them.
import type { Period } from '../period.ts'
import type { Basis } from '../spec.ts'
import type { CountTable } from '../table.ts'
import { type Beside, tableOf, type Tally } from './tally.ts'

/** The periods of one organisation's reports: number of organisation × periods + period. Equal lists are made once. */
export function ownPeriods(periods: number): (shared: readonly number[], organisation: number) => readonly number[] {
  const known = new Map<readonly number[], (readonly number[] | undefined)[]>()
  return (shared, organisation) => {
    let byOrganisation = known.get(shared)
    if (!byOrganisation) known.set(shared, (byOrganisation = []))
    return (byOrganisation[organisation] ??= shared.map((period) => organisation * periods + period))
  }
}

/** The tables of each organisation that reported anything that they count, one organisation after the other. */
export function ownTables(
  tallies: readonly Tally[], organisations: readonly { readonly id: string }[], periods: readonly Period[], basis: Basis, asOf: number, beside: Beside,
): readonly CountTable[] {
  return organisations.flatMap(({ id }, number) => {
    const from = number * periods.length
    const tables = tallies.map(({ spec, base, rows }): CountTable => ({
      ...tableOf({
        spec,
        base: base.slice(from, from + periods.length),
        rows: new Map([...rows].map(([key, cells]) => [key, cells.slice(from, from + periods.length)])),
      }, periods, basis, asOf, beside),
      organisation: id,
    }))
    const isSomething = tables.some(({ base, rows }) => rows.length > 0 || base.some(({ count, atLeast }) => count > 0 || atLeast))
    return isSomething ? tables : []
  })
}
