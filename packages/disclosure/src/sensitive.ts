// Which cells may not be shown, by the policy, each in its own unit.
import type { CountCell, Dimension } from '@lykta/statistics'
import type { Policy } from './policy.ts'

/** Why a cell may not stand. */
export type Rule =
  /** Below the threshold in its own unit; zero too, or a hidden cell could never be zero. */
  | 'few'
  | 'few-incidents'
  | 'few-organisations'
  /** Too few incidents remain for an organisation that subtracts its own. */
  | 'one-organisation'
  /** So nearly the whole margin that it tells about everybody. */
  | 'nearly-all'

export function thresholdOf(policy: Policy, by: readonly Dimension[]): number {
  return by.some((dimension) => policy.sensitiveDimensions.includes(dimension)) ? policy.sensitiveThreshold : policy.threshold
}

/** A lower bound's count counts. `margin` is null for a total, and where the attribute is marked harmless. */
export function rulesAgainst(cell: CountCell, margin: CountCell | null, threshold: number, policy: Policy): readonly Rule[] {
  const rules: Rule[] = []
  if (cell.count < threshold) rules.push('few')
  if (cell.count > 0 || cell.atLeast) {
    if (cell.incidents < policy.incidents) rules.push('few-incidents')
    if (cell.organisations < policy.organisations) rules.push('few-organisations')
    if (cell.incidents - cell.largest < policy.remaining) rules.push('one-organisation')
  }
  if (margin && margin.count - cell.count < threshold) rules.push('nearly-all')
  return rules
}
