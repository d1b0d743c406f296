// The attack where registers that must be thought possible are known already: only what none of them shows is asked of the solver.
import { assess, type Attacker, type Prepared, type Target, type Verdict } from './audit.ts'
import { findWitnesses } from './find-witnesses.ts'
import type { LinearSystem } from './linear.ts'
import { demandOf, type Demand, type ProtectionRule } from './protection-rule.ts'
import { type Distance, isPossible, reaches, type Witnesses } from './witness.ts'

/** A solver has so long for each question, and a system of several registers is several times that of one. */
const atOnce = 150

/** Looks for registers that show how far each of these may be. Adds to `witnesses`, of which all are possible. */
export function searchFor({ built: { system }, truths }: Prepared, targets: readonly Target[], { rule, load }: Pick<Attacker, 'rule' | 'load'>, witnesses: Witnesses): void {
  const ofAll = targets.flatMap((target) => (target.kind === 'hidden' ? [] : distancesOf(target, demandAtMost(target, system, rule))))
  const unlike = (sign: 1 | -1): readonly Distance[] => targets.flatMap(({ kind, variable }) =>
    (kind === 'hidden' && !witnesses.some((far) => far[variable] !== 0) ? [{ variable, sign, enough: 1 } as const] : []))
  findWitnesses({ system, truths }, [...ofAll, ...unlike(1)], load, witnesses)
  findWitnesses({ system, truths }, unlike(-1), load, witnesses)
}

/**
 * As `assess`, with the same answer whether a target is safe. A witness counts when all statements are met by it exactly, in whole
 * numbers: that proves more than a solver's word. The interval of what it shows is given as far as it was asked for.
 */
export async function assessByWitnesses(prepared: Prepared, targets: readonly Target[], { rule, solve }: Pick<Attacker, 'rule' | 'solve'>, witnesses: Witnesses): Promise<readonly Verdict[]> {
  const { built: { system }, truths } = prepared
  const possible = witnesses.filter((far) => isPossible(system, truths, far))
  const shown = targets.map((target) => verdictBy(target, system, rule, possible))
  const open = targets.filter((_, index) => !shown[index])
  const found: Verdict[] = []
  for (let from = 0; from < open.length; from += atOnce) found.push(...(await assess(prepared, open.slice(from, from + atOnce), { rule, solve })))
  let next = 0
  return shown.map((verdict) => verdict ?? found[next++]!)
}

/** What is demanded when the margin is thought to reach as far as its own bound: never less than what is demanded of the cell. */
function demandAtMost({ value, threshold, own, margin }: Target, { upper }: LinearSystem, rule: ProtectionRule): Demand {
  return demandOf(rule, value, Math.min(Math.max(threshold, own), margin === null ? Infinity : upper[margin]!))
}

function distancesOf({ variable, value }: Target, { low, high }: Demand): readonly Distance[] {
  return [{ variable, sign: -1, enough: value - low }, { variable, sign: 1, enough: high - value }]
}

function verdictBy(target: Target, system: LinearSystem, rule: ProtectionRule, possible: Witnesses): Verdict | undefined {
  const { key, kind, rules, variable, value } = target
  const verdict = { key, kind, rules, safe: true, before: null } as const
  if (kind === 'hidden') {
    const far = possible.find((one) => one[variable] !== 0)?.[variable]
    return far === undefined ? undefined : { ...verdict, demand: null, interval: { low: Math.min(value, value + far), high: Math.max(value, value + far) } }
  }
  const demand = demandAtMost(target, system, rule)
  if (!distancesOf(target, demand).every((distance) => distance.enough <= 0 || possible.some((far) => reaches(far, distance)))) return undefined
  return { ...verdict, demand, interval: { low: Math.min(value, demand.low), high: Math.max(value, demand.high) } }
}
