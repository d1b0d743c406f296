// Security headers on every answer: nothing from elsewhere, nothing framed, nothing kept.
import type { MiddlewareHandler } from 'hono'

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  // The edition's page is shown inside the coordinator's.
  'frame-src': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
} as const

/** The report page carries its style, fonts and charts inside itself, and no script; the app alone may frame it. */
export const editionPolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'font-src': 'data:',
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
}

/** A paper that anybody reads carries its style and fonts inside itself, knows them by their hash, and is framed by nobody. */
export function paperPolicy(page: string): Readonly<Record<string, string>> {
  const style = /style-src (?:&#39;|&apos;|')(sha256-[A-Za-z0-9+/=]+)/.exec(page)?.[1]
  return {
    'default-src': "'none'", 'style-src': style === undefined ? "'none'" : `'${style}'`, 'font-src': 'data:', 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'",
  }
}

export function renderPolicy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives).map(([name, value]) => `${name} ${value}`).join('; ')
}

/** `secure`: reached by HTTPS, which browsers then remember for two years. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  const app = renderPolicy(policy)
  return async (context, next) => {
    await next()
    const { headers } = context.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', app)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    // Recovery sheets can be read with the camera there, in browsers that read codes themselves.
    headers.set('permissions-policy', `camera=(${context.req.path === '/recovery' ? 'self' : ''}), geolocation=(), microphone=(), payment=(), usb=()`)
    if (secure) headers.set('strict-transport-security', 'max-age=63072000')
    if (!headers.has('x-frame-options')) headers.set('x-frame-options', 'DENY')
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}
