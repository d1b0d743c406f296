// What an enrolled device shows with each request: 32 random bytes in a cookie, of which the register holds the SHA-256.
import { findCookie, renderCookie, type Site } from '../http/site.ts'

const year = 365 * 24 * 3600

/** In base64url. */
export function findDeviceToken(site: Site, headers: Headers): string | undefined {
  const token = findCookie(site, headers, 'device')
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined
}

export function renderDeviceCookie(site: Site, token: string): string {
  return renderCookie(site, 'device', token, year)
}
