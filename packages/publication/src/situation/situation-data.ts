// A situation report as data: the same figures with their signs, and the screens for a wall.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import type { CivilDate } from '@lykta/incident'
import type { Period, StepTime } from '@lykta/statistics'
import type { Cell } from '../document/cell.ts'
import { drawnChain } from './chain-chapter.ts'
import { checkAudience } from './situation-document.ts'
import { sceneOf } from './situation-scene.ts'
import { type Screen, situationScreens } from './situation-screens.ts'
import type { SituationEffort, SituationInput, Uncounted, Untold } from './situation.ts'
import { standingOut } from './standing-out.ts'
import { type ToldPart, toldParts } from './told-parts.ts'
import { windowCells } from './window-cells.ts'

export type SituationData = {
  readonly audience: SituationInput['context']['audience']
  readonly circle: 'core' | 'network' | null
  readonly meeting: CivilDate
  readonly since: CivilDate | null
  readonly sample: boolean
  readonly policy: string
  readonly asOf: string
  readonly windows: { readonly before: DataWindow; readonly now: DataWindow; readonly figures: readonly DataFigure[] } | null
  readonly uncounted: Uncounted | null
  readonly told: readonly ToldPart[]
  readonly untold: Untold
  /** How far incidents came: each step within the one before it, or, where `ownSteps` is false, by the incidents' own answers. */
  readonly chain: { readonly from: CivilDate; readonly to: CivilDate; readonly ownSteps: boolean; readonly steps: readonly { readonly label: string; readonly cell: Cell }[] } | null
  readonly times: { readonly from: CivilDate; readonly to: CivilDate; readonly told: readonly StepTime[] } | null
  readonly apart: readonly { readonly what: string; readonly from: CivilDate; readonly to: CivilDate; readonly cell: ProtectedCell }[]
  readonly standsOut: readonly { readonly id: string; readonly way: 'more' | 'fewer'; readonly now: number; readonly before: number; readonly p: number }[]
  readonly tested: number
  readonly effort: SituationEffort
  readonly openActions: number | null
  readonly screens: readonly Screen[]
}

/** `months`: how many of them were collected. */
type DataWindow = { readonly from: CivilDate; readonly to: CivilDate; readonly months: number }
type DataFigure = { readonly table: string; readonly unit: ProtectedTable['unit']; readonly code: string; readonly before: ProtectedCell | null; readonly now: ProtectedCell | null; readonly both: ProtectedCell | null }

export function situationData(input: SituationInput): SituationData {
  checkAudience(input)
  const { context, windows, told, untold, times, apart, effort, actions } = input
  const chain = drawnChain(sceneOf(input))
  const { notable, tested } = standingOut(input)
  const days = ({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }) => ({ from, to })
  const window = (of: Period): DataWindow => ({ ...days(of), months: of.months })
  return {
    audience: context.audience, circle: context.circle, meeting: context.meeting, since: context.since,
    sample: context.network.sample, policy: context.policy, asOf: context.asOf.time,
    windows: windows && { before: window(windows.before), now: window(windows.now), figures: windows.tables.flatMap(figuresOf) },
    uncounted: input.uncounted, told: toldParts(told), untold,
    chain: chain ? { ...days(chain.period), ownSteps: chain.own !== null, steps: chain.bars } : null,
    times: times && { ...days(times), told: times.told },
    apart: apart.flatMap(({ table }) => table.periods.map((period, index) => ({ what: table.id, ...days(period), cell: table.base[index]! }))),
    standsOut: notable.map(({ id, way, now, before, pOfSeveral }) => ({ id, way, now: now.count, before: before.count, p: pOfSeveral })),
    tested, effort, openActions: actions?.open.length ?? null, screens: situationScreens(input),
  }
}

function figuresOf(table: ProtectedTable): readonly DataFigure[] {
  const figure = (code: string, cells: readonly ProtectedCell[]): DataFigure => {
    const found = windowCells(table, cells)
    const at = found.kind === 'both' ? { before: null, now: null, both: found.both } : { before: found.before, now: found.now, both: null }
    return { table: table.id, unit: table.unit, code, ...at }
  }
  return [figure('', table.base), ...table.rows.map(({ codes, cells }) => figure(codes.join('/'), cells))]
}
