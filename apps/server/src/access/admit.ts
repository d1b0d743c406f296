// Before every route: who asks, whether the route's line in the table lets her, and her own desk for it.
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { clientAddress } from '../http/client-address.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { type Counted, type Limits, refuseForNow } from '../http/limits.ts'
import type { Site } from '../http/site.ts'
import type { CallerOf } from './caller.ts'
import { deskOfCaller } from './desk-of-caller.ts'
import type { Resolved } from './resolve-caller.ts'
import { type Access, findRoute } from './route-table.ts'

export type AdmitOptions = {
  readonly resolve: (headers: Headers, half: boolean) => Promise<Resolved>
  readonly limits: Limits
  readonly site: Site
}

/** Unknown and forbidden are the same answer, given before anything of the request is read. */
export function admit({ resolve, limits, site }: AdmitOptions): MiddlewareHandler<Env> {
  return async (context, next) => {
    const route = routeOf(context)
    if (route?.access === 'page') return next()
    const signsIn = context.req.path.startsWith('/api/auth/')
    let resolved = await resolve(context.req.raw.headers, signsIn)
    // Before anything is decided: what is refused looks like what is not there, in its headers too.
    if (!signsIn) for (const cookie of resolved.cookies) context.header('set-cookie', cookie, { append: true })
    if (route === undefined) return notFound(context)
    if (!allows(route.access, resolved)) return forbidden(context, resolved)
    // A body may be kept back for half a minute: whoever was removed while it was on its way is nobody when it is here.
    if (await isLate(context)) resolved = await resolve(context.req.raw.headers, signsIn)
    if (!allows(route.access, resolved)) return forbidden(context, resolved)
    const { caller, desk } = resolved
    const waiting = route.limit === undefined || caller.state === 'local' ? undefined : await limits.takeFor(route.limit, whoseOf(context, route.limit, caller, site))
    if (waiting !== undefined) return refuseForNow(context, waiting)
    context.set('caller', caller)
    context.set('desk', deskOfCaller(desk, caller))
    context.set('resolved', resolved)
    return next()
  }
}

/** Told to the door's log where somebody is known; strangers meet a sign-in page all day. */
function forbidden(context: Context<Env>, { caller }: Resolved): Response {
  if (caller.state === 'signed-in' || caller.state === 'device') {
    context.set('caller', caller)
    context.set('forbidden', true)
  }
  return notFound(context)
}

const patience = 1_000

/** Takes the body, so that the route has it at once. */
async function isLate({ req }: Context<Env>): Promise<boolean> {
  if (req.method === 'GET' || req.method === 'HEAD') return false
  const asked = Date.now()
  // One that breaks off is the route's to refuse.
  await req.text().catch(() => '')
  return Date.now() - asked > patience
}

function allows(access: Access, { caller: { state, rights, login }, canFound }: Resolved): boolean {
  if (access === 'public' || access === 'page') return true
  if (access === 'anyone-known') return state === 'signed-in' || state === 'device' || state === 'local'
  if (access === 'signed-in') return state === 'signed-in'
  if (access === 'setting-up') return state === 'signed-in' || (state === 'half' && login !== null)
  if (access === 'founding') return canFound
  return rights.includes(access)
}

/** Of what nobody known asks for, the address counts. Whoever sits at the machine itself is not counted at all. */
function whoseOf(context: Context<Env>, limit: Counted, { state, id }: CallerOf, { proxy }: Site): string {
  return limit !== 'sender' || state === 'signed-out' ? clientAddress(context, proxy) : id
}

/** What is asked of the route that will answer: the first that is no middleware of the whole app. */
function routeOf(context: Context<Env>): ReturnType<typeof findRoute> {
  const route = matchedRoutes(context).find(({ method, path }) => !(method === 'ALL' && path === '/*'))
  return route && findRoute(route.method, route.path)
}
