// The network's own chain in the two windows of the core group: which neighbouring steps have to be counted together, as a table of the plan.
import type { PlannedTable, Policy } from '@lykta/disclosure'
import type { Hierarchy } from '@lykta/incident'
import type { SituationChain } from '@lykta/publication'
import { type Chained, cellOfIncidents, type CountCell, neighbouringClasses, nestedSteps, type Period, unfoundedCode } from '@lykta/statistics'
import type { Followed } from './read-followed.ts'
import type { Windows } from './windows.ts'

export type WindowChain = {
  readonly chain: SituationChain
  readonly table: PlannedTable
  readonly hierarchy: Hierarchy
  /** By classes. */
  readonly chained: readonly Chained[]
}

/** Null where one class alone would be left: it says nothing of any step. What is decided here disclosure tries once more. */
export function windowChain({ steps, standing }: Pick<Followed, 'steps' | 'standing'>, { before, now }: Windows, policy: Policy): WindowChain | null {
  const codes = [unfoundedCode, ...nestedSteps(steps)]
  const cell = (members: readonly string[], from: string, to: string): CountCell => cellOfIncidents(standing.filter((one) => members.includes(one.code) && one.from >= from && one.to <= to))
  const classesIn = (periods: readonly Pick<Period, 'from' | 'to'>[]): readonly (readonly string[])[] => neighbouringClasses(codes, (members) =>
    periods.every(({ from, to }) => mayStand(cell(members, from, to), cell(codes, from, to), policy)))
  const each = classesIn(before.months === 0 ? [now] : [before, now])
  const classes = each.length > 1 || before.months === 0 ? each : classesIn([{ from: before.from, to: now.to }])
  if (classes.length < 2) return null
  const classOf = new Map(classes.flatMap((members) => members.map((code) => [code, members[0]!] as const)))
  return {
    chain: { steps, classes },
    chained: standing.map((one) => ({ ...one, code: classOf.get(one.code)! })),
    hierarchy: { dimension: 'furthest-step', parents: Object.fromEntries(classes.map(([first]) => [first!, null])) },
    table: {
      id: 'chain', release: 'year', harmless: false,
      parts: [{ spec: { id: 'incident.furthest-step', unit: 'incident', by: ['furthest-step'], base: 'all' }, figures: classes.map(([first]) => ({ id: `chain.${first!}`, code: first! })) }],
    },
  }
}

/** The policy's rules for one class; nearly all of the whole tells of everybody. */
function mayStand(cell: CountCell, whole: CountCell, { threshold, incidents, organisations, remaining }: Policy): boolean {
  return cell.count >= Math.max(threshold, incidents) && cell.organisations >= organisations && cell.incidents - cell.largest >= remaining && whole.count - cell.count >= threshold
}
