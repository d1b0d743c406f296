// Whether founding was refused because the network stands already: founded in another tab, or by somebody else.
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { FailureError } from '../../api/ask.ts'

/** The server answers an address that is not there any more as one that never was; a wrong code too, so it is asked whether founding goes on. */
export async function wasFoundedMeanwhile(error: unknown, findSession: () => Promise<Pick<SessionAnswer, 'canFound'>>): Promise<boolean> {
  if (!(error instanceof FailureError) || error.failure.status !== 404) return false
  return findSession().then(({ canFound }) => !canFound, () => false)
}

/** Founded and signed in, and the next sign-in has no second step yet: the last step of founding was left. */
export function lacksWayIn({ state, caller }: Pick<SessionAnswer, 'state' | 'caller'>): boolean {
  return state === 'signed-in' && caller !== null && caller.passkeys === 0 && !caller.totp
}
