// What the public may be shown, as the network has decided: the default, or more caution, and never less.
import { defaultPolicies, type Policy } from '@lykta/disclosure'

/** `threshold`: the smallest number that the public report shows. */
export function publicPolicy(threshold: number): Policy {
  const standard = defaultPolicies.public
  if (threshold <= standard.threshold) return standard
  return { ...standard, id: `public-from-${threshold}-1`, threshold, sensitiveThreshold: Math.max(standard.sensitiveThreshold, threshold) }
}
