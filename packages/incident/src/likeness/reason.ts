// Why two incidents, or two groups of persons, may be the same: a closed list of codes, each with what it weighs.

/** What speaks for it, and what against. The words stand with the pages (apps/web/src/pages/same). */
export const reasonCodes = [
  'same-day', 'near-days', 'dates-overlap', 'other-days',
  'same-place', 'other-place', 'same-area', 'other-area', 'same-form', 'other-form',
  'same-signs', 'some-signs', 'other-signs',
  'same-number', 'near-number', 'other-number', 'same-nationality', 'other-nationality', 'same-sex-age', 'other-sex-age',
  'same-perpetrators', 'other-perpetrators', 'other-reporter', 'same-reporter', 'told-as-addition', 'same-reference',
  'same-event',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** Bits: how many times likelier this is of the same than of two others, as a power of two. Below 0 it speaks against. */
export type Reason = { readonly code: ReasonCode; readonly bits: number }

export function bitsOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { bits }) => sum + bits, 0)
}
