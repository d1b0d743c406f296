// When an attacker's interval protects a cell. The rule is a parameter of the audit.

export type ProtectionRule =
  /** The policy's: the cell may be nobody, and may be enough to be shown. */
  | 'zero-to-threshold'
  /** The weaker one of the reference instances: one less and one more are possible. */
  | 'one-around'

/** What must be possible for the attacker: a value this low, and one this high. */
export type Demand = { readonly low: number; readonly high: number }

/** `reach`: the threshold, or all of the margin where that is less: an interval as wide as the margin says nothing. */
export function demandOf(rule: ProtectionRule, value: number, reach: number): Demand {
  return rule === 'zero-to-threshold' ? { low: 0, high: reach } : { low: Math.max(0, value - 1), high: value + 1 }
}
