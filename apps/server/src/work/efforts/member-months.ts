// Who was a member in which months: active organisations and the members that they are told beside are counted by the same rule.
import type { Organisation } from '@lykta/incident'

/** On any day of those months (YYYY-MM, both inclusive). A source outside the network has joined on no day. */
export function isMemberWithin({ joined, left }: Pick<Organisation, 'joined' | 'left'>, from: string, to: string): boolean {
  return joined !== null && joined.slice(0, 7) <= to && (left === null || left.slice(0, 7) >= from)
}
