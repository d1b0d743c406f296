// What whoever plans has to know of the organisation that is made responsible: whether it can see the case at all.
import type { CaseReach } from '../../../../server/src/api/case-types.ts'

export type Reach = 'follows' | 'not-yet' | 'nobody' | 'unknown'

/** 'nobody': it has nobody in the core group, so that opening would help nothing. 'unknown': nobody signs in, or it is not the caller's to know. */
export function reachOf(reach: CaseReach | null, organisation: string): Reach {
  if (reach === null) return 'unknown'
  if (!reach.core.includes(organisation)) return 'nobody'
  if (reach.following === null) return 'unknown'
  return reach.following.includes(organisation) ? 'follows' : 'not-yet'
}
