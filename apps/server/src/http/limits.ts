// How often one and the same may try: by account, by address or browser, by sender. Counted in memory, by hashes of what counts.
import { createHash } from 'node:crypto'
import { problem } from '@lykta/incident'
import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse } from './failure.ts'

/** So many in so many seconds. */
export type Allowance = { readonly points: number; readonly seconds: number }

export type Allowances = {
  /** Wrong passwords and codes of one account before it has to wait; then longer each time. */
  readonly account: Allowance & { readonly longestWait: number }
  /** Sign-ins from one address or known browser; and, each counted apart, invitations and enrolments, sheets, and founding codes from one address. */
  readonly address: Allowance
  /** Incidents, answers and quiet months from one device or member. */
  readonly sender: Allowance
}

export const defaultAllowances: Allowances = {
  account: { points: 5, seconds: 3600, longestWait: 900 },
  address: { points: 60, seconds: 900 },
  sender: { points: 240, seconds: 120 },
}

/** What a route may be counted as: whoever guesses at one keeps nobody of her house from the others. */
export type Counted = 'invitation' | 'sheets' | 'founding' | 'sender'

export type Limits = {
  /** Seconds to wait, or undefined: then it has been counted. */
  readonly takeFor: (what: 'sign-in' | Counted, whose: string) => Promise<number | undefined>
  /** The same for one account, known or not: the wait doubles with each attempt. Counted before it is known whether it was right. */
  readonly takeForAccount: (account: string) => Promise<number | undefined>
  readonly forgiveAccount: (account: string) => Promise<void>
}

export function makeLimits({ account, address, sender }: Allowances = defaultAllowances): Limits {
  const of = ({ points, seconds }: Allowance, keyPrefix: string) => new RateLimiterMemory({ points, duration: seconds, keyPrefix })
  const counters = {
    'sign-in': of(address, 'sign-in'), invitation: of(address, 'invitation'), sheets: of(address, 'sheets'), founding: of(address, 'founding'), sender: of(sender, 'sender'),
  }
  const tries = of({ ...account, points: Number.MAX_SAFE_INTEGER }, 'tries')
  const waits = of({ points: 1, seconds: account.longestWait }, 'waits')

  return {
    takeFor: (what, whose) => take(counters[what], keyOf(whose)),
    takeForAccount: async (whose) => {
      const key = keyOf(whose)
      // One step of the counter each, so that attempts side by side do not all come before the first is answered.
      const over = (await tries.consume(key)).consumedPoints - account.points
      if (over < 0) return undefined
      const waiting = await take(waits, key, Math.min(2 ** over, account.longestWait))
      // Whoever asks too early does not wait the longer for it.
      if (waiting !== undefined) await tries.reward(key)
      return waiting
    },
    forgiveAccount: async (whose) => {
      await Promise.all([tries.delete(keyOf(whose)), waits.delete(keyOf(whose))])
    },
  }
}

/** In both languages, and for programs in Retry-After. */
export function refuseForNow(context: Context, seconds: number): Response {
  context.header('retry-after', String(seconds))
  return refuse(context, 429, [problem('server.too-many', { seconds })])
}

async function take(limiter: RateLimiterMemory, key: string, seconds?: number): Promise<number | undefined> {
  try {
    await limiter.consume(key, 1, seconds === undefined ? {} : { customDuration: seconds })
    return undefined
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return secondsOf(refused)
    throw refused
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}

/** No address lies about in memory longer than its request. */
function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
