// The parts of years that have been told, one after the other, each as it was told.
import type { ProtectedCell } from '@lykta/disclosure'
import type { CivilDate } from '@lykta/incident'
import type { Period } from '@lykta/statistics'
import type { Told } from './situation.ts'

export type ToldPart = { readonly period: Period; readonly cell: ProtectedCell; readonly on: CivilDate }

/** Quarters and half-years; months are told by whole quarters, and stand as these: a sum of what is told tells nothing more. */
export function toldParts(told: readonly Told[]): readonly ToldPart[] {
  const parts = told.flatMap(({ table, periods, on }) => table.periods.flatMap((period, index): readonly ToldPart[] =>
    periods.includes(period.id) ? [{ period, cell: table.base[index]!, on }] : []))
  const together = Map.groupBy(parts, ({ period }) => (/^\d{4}-\d{2}$/.test(period.id) ? quarterOf(period) : period.id))
  return [...together].map(([id, list]) => (list.length === 1 ? list[0]! : joined(id, list))).toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1))
}

function quarterOf({ from }: Period): string {
  return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
}

function joined(id: string, list: readonly ToldPart[]): ToldPart {
  const [first, last] = [list[0]!, list.at(-1)!]
  const months = list.reduce((sum, { period }) => sum + period.months, 0)
  const cells = list.map(({ cell }) => cell)
  const cell: ProtectedCell = cells.every((one) => one.state === 'shown')
    ? { state: 'shown', count: cells.reduce((sum, one) => sum + one.count, 0), atLeast: cells.some((one) => one.atLeast) }
    : { state: 'hidden' }
  return { period: { id, from: first.period.from, to: last.period.to, months }, cell, on: last.on }
}
