// Attempts at signing in are counted before it is known whether they are right, by from where they come and by whose account they are.
import type { Context } from 'hono'
import { clientAddress } from '../http/client-address.ts'
import type { Env } from '../http/env.ts'
import { type Limits, refuseForNow } from '../http/limits.ts'
import type { Site } from '../http/site.ts'
import type { KnownPlaces } from './known-places.ts'

/** `account`: undefined where it is not known whose it is. */
export type Counted = (context: Context<Env>, account: string | undefined, work: () => Promise<Response>) => Promise<Response>

/**
 * Who has failed too often waits, whoever she is and whether or not there is such an account. From where she comes first: an address from
 * which too much comes fills no memory with accounts that it makes up, and keeps nobody waiting at hers. A house has one address: who is
 * signed in, and a browser that somebody has signed in with, are counted by themselves.
 */
export function makeCounted({ limits, site, places }: { readonly limits: Limits; readonly site: Site; readonly places: KnownPlaces }): Counted {
  return async (context, account, work) => {
    const { caller: { state, login } } = context.var
    const browser = places.findBrowser(context.req.raw.headers)
    const from = state === 'signed-in' ? `login ${login}` : browser === undefined ? clientAddress(context, site.proxy) : `browser ${browser}`
    const waiting = (await limits.takeFor('sign-in', from)) ?? (account === undefined ? undefined : await limits.takeForAccount(account))
    return waiting === undefined ? work() : refuseForNow(context, waiting)
  }
}
