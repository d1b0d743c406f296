// Who may speak to the server at all: its own address, its own pages, small bodies.
import { problem } from '@lykta/incident'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuse } from './failure.ts'

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Refuses requests that name another host: a page elsewhere whose name was made to point here (DNS rebinding) would
 * otherwise read everything, since there is no sign-in yet.
 */
export function onlyOwnHost(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    const name = host.replace(/:\d+$/, '')
    if (!loopbackNames.has(name)) return refuse(context, 421, [problem('server.other-host')])
    return next()
  }
}

/**
 * Another site may link here, and no more: its pictures, scripts and frames would learn nothing, but an address that
 * is asked for can set work going. Programs that are no browser say nothing of a site.
 */
export function onlyOwnPages(): MiddlewareHandler {
  return async (context, next) => {
    const { 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = context.req.header()
    const linked = mode === 'navigate' && destination === 'document'
    if (site !== 'none' && site !== 'same-origin' && !linked) return refuse(context, 403, [problem('server.other-origin')])
    return next()
  }
}

/** A write comes from the server's own pages, or from a script that sends no Origin, and says that it is JSON. */
export function onlyOwnWrites(): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
    const origin = context.req.header('origin')
    const site = context.req.header('sec-fetch-site')
    const own = origin === undefined || hostOf(origin) === context.req.header('host')
    if (!own || (site !== undefined && site !== 'same-origin' && site !== 'none')) return refuse(context, 403, [problem('server.other-origin')])
    if (!(context.req.header('content-type') ?? '').startsWith('application/json')) return refuse(context, 415, [problem('server.not-json')])
    return next()
  }
}

const limited = (kibibytes: number): MiddlewareHandler => bodyLimit({
  maxSize: kibibytes * 1024,
  onError: (context) => refuse(context, 413, [problem('server.body-too-large')]),
})
const [usual, withSealedText] = [limited(64), limited(256)]

/** What carries a sealed text may be as large as the longest one, padded and in base64url, with its answers. */
export const smallBodies: MiddlewareHandler = (context, next) =>
  (/^\/api\/incidents(?:\/[^/]+\/revisions)?$/.test(context.req.path) ? withSealedText : usual)(context, next)

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
