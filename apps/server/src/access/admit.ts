// Before every route: who asks, whether the route's line in the table lets her, and her own desk for it.
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import type { Desk } from '../work/desk.ts'
import type { CallerOf } from './caller.ts'
import { deskOfCaller } from './desk-of-caller.ts'
import { type Access, findAccess } from './route-table.ts'

export type Resolved = {
  readonly caller: CallerOf
  /** Of the network that is shown to her. */
  readonly desk: Desk
  /** No network of the user's own yet. */
  readonly canFound: boolean
}

/** Unknown and forbidden are the same answer, given before anything of the request is read. */
export function admit(resolve: (context: Context<Env>) => Promise<Resolved>): MiddlewareHandler<Env> {
  return async (context, next) => {
    const access = accessOf(context)
    const { caller, desk, canFound } = await resolve(context)
    if (access === undefined || !allows(access, caller, canFound)) return notFound(context)
    context.set('caller', caller)
    context.set('desk', deskOfCaller(desk, caller))
    return next()
  }
}

function allows(access: Access, { state, rights }: CallerOf, canFound: boolean): boolean {
  if (access === 'public') return true
  if (access === 'anyone-known') return state === 'signed-in' || state === 'device' || state === 'local'
  if (access === 'founding') return canFound
  return rights.includes(access)
}

/** What is asked of the route that will answer: the first that is no middleware of the whole app. */
function accessOf(context: Context<Env>): Access | undefined {
  const route = matchedRoutes(context).find(({ method, path }) => !(method === 'ALL' && path === '/*'))
  return route && findAccess(route.method, route.path)
}
