// The headline figures in groups, each with what stands beside it and what it is a part of.
import type { CountTable } from '@lykta/statistics'
import { findTotal, getTable, getTotal } from '../../format/tables.ts'
import type { Messages } from '../../messages/messages.ts'

export type MeasureId = keyof Messages['statistics']['measures']
type GroupId = keyof Messages['statistics']['groups']

export const companions = ['unknown', 'notAsked', 'occurrences', 'incidentsUnknown', 'atEnd', 'reporting'] as const
export type Companion = (typeof companions)[number]

export const measureGroups: readonly { readonly id: GroupId; readonly measures: readonly MeasureId[] }[] = [
  { id: 'incidents', measures: ['incidents'] },
  { id: 'persons', measures: ['persons'] },
  { id: 'support', measures: ['personsInContact', 'personsAccepting', 'incidentsInContact', 'incidentsOffered', 'incidentsAccepting'] },
  { id: 'perpetrators', measures: ['perpetrators', 'buyers', 'procurers', 'otherPerpetrators'] },
  { id: 'police', measures: ['policeContacted', 'policeReports'] },
  { id: 'network', measures: ['participants'] },
]

/** Of which figure, in the same unit, another is a part. */
const wholes: Readonly<Partial<Record<MeasureId, MeasureId>>> = {
  personsInContact: 'persons',
  personsAccepting: 'personsInContact',
  incidentsInContact: 'incidents',
  incidentsOffered: 'incidents',
  incidentsAccepting: 'incidents',
  policeContacted: 'incidents',
}

/** What the figure is a part of; its companions are parts of the same whole where they have the same unit. */
export function findWhole(id: MeasureId): MeasureId | undefined {
  return wholes[id]
}

/** The tables that were counted beside the figure, in the order in which they are shown. */
export function companionsOf(tables: readonly CountTable[], id: MeasureId): readonly { readonly kind: Companion; readonly id: MeasureId }[] {
  return companions.flatMap((kind) => {
    const beside = `${id}.${kind}`
    return tables.some(({ spec }) => spec.id === beside) ? [{ kind, id: beside as MeasureId }] : []
  })
}

/** A question that nobody was asked in the period: its figure is not zero. */
export function wasAsked(tables: readonly CountTable[], id: MeasureId, period: number): boolean {
  const notAsked = findTotal(tables, `${id}.notAsked`, period)
  if (!notAsked) return true
  const all = getTotal(tables, getTable(tables, id).spec.unit === 'person' ? 'persons' : 'incidents', period)
  return all.count === 0 || notAsked.count < all.count
}
