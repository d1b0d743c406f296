// What an agreement weighs: log2 of how often the same agree over how often two others do.
//
// I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", Journal of the American Statistical Association 64 (1969), 1183–1210:
// the sum over fields of log2(m/u), with m = P(agree | same) and u = P(agree | not the same). Agreement on a rare value weighs more
// (their section 3.3.1; W. E. Winkler, "Frequency-based matching in Fellegi-Sunter model of record linkage", U.S. Bureau of the Census
// RR2000/06), so u of a value is its share in the register itself. The m below are assumed, not estimated: a town has too few known
// pairs to learn them from (docs/decisions/0035 says how the benchmark was used to look at them, and what it cannot tell).
import type { Reason, ReasonCode } from './reason.ts'

/** How often two reports of one event agree, where both say something. */
export const agreeing = { place: 0.85, area: 0.9, form: 0.95, nationality: 0.9, sexAge: 0.85 } as const

/** Between the day of one and the day of the other, when it is one event: the same, at most two days apart, further (within the block). */
export const dayShares = { same: 0.8, near: 0.17, far: 0.03 } as const

export const signShares = { same: 0.55, some: 0.35, other: 0.1 } as const
export const numberShares = { same: 0.65, near: 0.25, other: 0.1 } as const

/** Nothing weighs without end: a value that only these two have may be a slip of the pen. */
const most = 7

export function weigh(code: ReasonCode, same: number, others: number): Reason {
  const bits = Math.log2(same / Math.max(others, 1e-6))
  return { code, bits: Math.round(Math.max(-most, Math.min(most, bits)) * 10) / 10 }
}

/** A value that both have, of which `share` is the part of all who say something. */
export function weighAgreement(code: ReasonCode, agree: number, share: number): Reason {
  return weigh(code, agree, share)
}

/** Two different values; `alike` is how often two others have the same one, whichever it is. */
export function weighDifference(code: ReasonCode, agree: number, alike: number): Reason {
  return weigh(code, 1 - agree, 1 - Math.min(alike, 0.99))
}
