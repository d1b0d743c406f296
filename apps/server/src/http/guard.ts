// Who may speak to the server at all: its own address, its own pages, small bodies.
import { problem } from '@lykta/incident'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { peerOf } from './client-address.ts'
import { refuse } from './failure.ts'
import type { Site } from './site.ts'

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** What stands between writes these, and nobody who sits at the machine. */
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'] as const

/**
 * Refuses requests that name another host: a page elsewhere whose name was made to point here (DNS rebinding) would
 * otherwise read everything on a machine where nobody signs in. Behind a proxy nobody but it is heard, and only about
 * what came to it by HTTPS. A proxy that nobody has named would make the whole town sit at this machine, where nobody signs in.
 */
export function onlyOwnHost({ origin, proxy }: Site): MiddlewareHandler {
  const own = origin === undefined ? undefined : new URL(origin).host
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    // Whoever watches over the server asks it on its own machine, and learns that it lives.
    if (context.req.path === '/health' && loopbackNames.has(host.replace(/:\d+$/, '')) && onLoopback(peerOf(context))) return next()
    const named = own === undefined ? loopbackNames.has(host.replace(/:\d+$/, '')) : host.toLowerCase() === own
    if (!named) return refuse(context, 421, [problem('server.other-host')])
    if (own === undefined && forwarding.some((name) => context.req.header(name) !== undefined)) return refuse(context, 421, [problem('server.unnamed-proxy')])
    if (proxy !== undefined && (peerOf(context) !== proxy || context.req.header('x-forwarded-proto') !== 'https')) return refuse(context, 421, [problem('server.not-by-proxy')])
    return next()
  }
}

/**
 * Another site may link here, and no more: its pictures, scripts and frames would learn nothing, but an address that
 * is asked for can set work going. Programs that are no browser say nothing of a site.
 */
export function onlyOwnPages(): MiddlewareHandler {
  return async (context, next) => {
    const site = context.req.header('sec-fetch-site') ?? 'none'
    const linked = context.req.header('sec-fetch-mode') === 'navigate' && context.req.header('sec-fetch-dest') === 'document'
    if (site !== 'none' && site !== 'same-origin' && !linked) return refuse(context, 403, [problem('server.other-origin')])
    return next()
  }
}

/** A write comes from the server's own pages, or from a script that sends no Origin, and says that it is JSON. */
export function onlyOwnWrites(own: Site): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
    const [origin, site] = [context.req.header('origin'), context.req.header('sec-fetch-site')]
    const isOwn = origin === undefined || origin === (own.origin ?? `http://${context.req.header('host')}`)
    if (!isOwn || (site !== undefined && site !== 'same-origin' && site !== 'none')) return refuse(context, 403, [problem('server.other-origin')])
    if (!(context.req.header('content-type') ?? '').startsWith('application/json')) return refuse(context, 415, [problem('server.not-json')])
    return next()
  }
}

function onLoopback(address: string): boolean {
  return address === '127.0.0.1' || address === '::1'
}

const tooLarge = (context: Context): Response => refuse(context, 413, [problem('server.body-too-large')])

/** A length that is announced is all that Node lets in; looking at the body itself would make a second request of it. */
function limited(kibibytes: number): MiddlewareHandler {
  const maxSize = kibibytes * 1024
  const counted = bodyLimit({ maxSize, onError: tooLarge })
  return async (context, next) => {
    const [length, encoding] = [context.req.header('content-length'), context.req.header('transfer-encoding')]
    if (context.req.method === 'GET' || length === undefined || encoding !== undefined) return counted(context, next)
    return Number(length) > maxSize ? tooLarge(context) : next()
  }
}
const usual = limited(64)
const larger: readonly (readonly [path: RegExp, body: MiddlewareHandler])[] = [
  // As large as the longest sealed text, padded and in base64url, with its answers.
  [/^\/api\/(?:incidents(?:\/[^/]+\/revisions)?|cases\/[^/]+\/events)$/, limited(256)],
  // The same, sealed once more and padded.
  [/^\/api\/outbox$/, limited(384)],
  // Grants to everybody who may read: some five kilobytes each.
  [/^\/api\/(?:founding|log|keys|keys\/bundles|recovery\/completion|(?:members|devices)\/[^/]+\/(?:removal|role))$/, limited(1024)],
  // A report's text in letters of four bytes, escaped, with what its figures print.
  [/^\/api\/prose\/[^/]+$/, limited(1024)],
  // The coded rows of some twenty thousand incidents; and sealed reasons, as many at a time as fit.
  [/^\/api\/imports$/, limited(8192)],
  [/^\/api\/imports\/[^/]+\/texts$/, limited(2048)],
  // A file of a mebibyte in base64.
  [/^\/api\/official$/, limited(1536)],
  // Two hundred key files; all the signs and questions that a network may have, each as long as it may be.
  [/^\/api\/(?:sealed-keys|settings)$/, limited(2048)],
]

export const smallBodies: MiddlewareHandler = (context, next) =>
  (larger.find(([path]) => path.test(context.req.path))?.[1] ?? usual)(context, next)
