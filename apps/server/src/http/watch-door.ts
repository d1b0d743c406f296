// Looks at every answer on its way out, for what whoever keeps watch should know of (work/door.ts). One table says which answers those are.
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Desks } from '../access/desks.ts'
import type { Door, DoorCode, Happening } from '../work/door.ts'
import type { Env } from './env.ts'

type Told = { readonly done?: DoorCode; readonly refused?: DoorCode }

/** By route: what an answer that grants says, and one that refuses what was tried (400, 404, 422). */
const told: Readonly<Record<string, Told>> = {
  'POST /api/auth/sign-in/email': { refused: 'sign-in.failed' },
  'POST /api/auth/two-factor/verify-totp': { done: 'sign-in.done', refused: 'sign-in.failed' },
  'POST /api/auth/two-factor/verify-backup-code': { done: 'sign-in.done', refused: 'sign-in.failed' },
  'POST /api/auth/passkey/verify-authentication': { done: 'sign-in.done', refused: 'sign-in.failed' },
  'POST /api/auth/provider/finish': { done: 'sign-in.done', refused: 'sign-in.failed' },
  'POST /api/auth/provider/link': { refused: 'way-in.refused' },
  'POST /api/auth/provider/unlink': { done: 'provider.unlinked' },
  'POST /api/auth/sign-in/again': { done: 'sign-in.done', refused: 'sign-in.failed' },
  'POST /api/auth/sign-out': { done: 'sign-out' },
  'POST /api/auth/revoke-session': { done: 'session.ended' },
  'POST /api/auth/revoke-other-sessions': { done: 'session.ended' },
  'POST /api/auth/two-factor/enable': { refused: 'way-in.refused' },
  'POST /api/auth/two-factor/disable': { done: 'factor.removed', refused: 'way-in.refused' },
  'POST /api/auth/change-password': { done: 'password.changed', refused: 'way-in.refused' },
  'POST /api/auth/passkey/verify-registration': { done: 'passkey.added', refused: 'way-in.refused' },
  'POST /api/auth/passkey/delete-passkey': { done: 'passkey.removed', refused: 'way-in.refused' },
  'PUT /api/keys': { refused: 'way-in.refused' },
  'PUT /api/keys/bundles': { refused: 'way-in.refused' },
  'POST /api/invitations/open': { refused: 'invitation.refused' },
  'POST /api/invitations/accept': { done: 'invitation.used', refused: 'invitation.refused' },
  'POST /api/devices': { done: 'invitation.used', refused: 'invitation.refused' },
  'POST /api/recovery/look': { refused: 'recovery.refused' },
  'POST /api/recovery/announcement': { refused: 'recovery.refused' },
  'POST /api/recovery/completion': { refused: 'recovery.refused' },
}

export function watchDoor(door: Door, desks: Desks): MiddlewareHandler<Env> {
  return async (context, next) => {
    await next()
    const codes = codesOf(context)
    const own = codes.length === 0 ? undefined : (await desks.find().catch(() => undefined))?.own
    if (!own) return
    for (const code of codes) door.note(own.register, own.network.id, { code, about: code === 'request.refused' ? '' : routeOf(context), who: whoOf(context) })
  }
}

function codesOf(context: Context<Env>): readonly DoorCode[] {
  const { status } = context.res
  if (status === 429) return ['limit.reached']
  // What guard.ts sends away: another site, another name, a proxy that nobody has named.
  if (status === 403 || status === 421) return ['request.refused']
  if (context.var.forbidden) return ['access.refused']
  const { done, refused } = told[routeOf(context)] ?? {}
  const code = status < 300 ? done : [400, 404, 422].includes(status) ? refused : undefined
  if (context.var.linkedProvider) return ['provider.linked']
  // The identity provider's first factor is half of it, as the password is.
  if (code === 'sign-in.done' && context.var.signedInAs === undefined) return []
  // Who sets up the app where she is signed in already does not sign in with it.
  if (context.var.addedFactor) return context.var.caller.state === 'signed-in' || code === undefined ? ['factor.added'] : ['factor.added', code]
  return code === undefined ? [] : [code]
}

/** As whom she signed in with this request; else as whom she asked. */
function whoOf({ var: { signedInAs, triedAs, caller } }: Context<Env>): Happening['who'] {
  if (signedInAs !== undefined) return { login: signedInAs }
  if (triedAs !== undefined) return { email: triedAs }
  return caller === undefined ? undefined : caller.login !== null ? { login: caller.login } : { id: caller.id }
}

/** The pattern, in which nothing stands that anybody wrote. */
function routeOf(context: Context<Env>): string {
  const route = matchedRoutes(context).find(({ method, path }) => !(method === 'ALL' && path === '/*'))
  return route === undefined ? '' : `${route.method} ${route.path}`
}
