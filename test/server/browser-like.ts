// Cookies as a browser keeps them, and the codes that a phone's app shows.
import { createOTP } from '@better-auth/utils/otp'
import { base32 } from '@better-auth/utils/base32'
import type { TestApp } from './app.ts'

export type BrowserLike = {
  readonly cookies: ReadonlyMap<string, string>
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  readonly json: <T>(path: string) => Promise<T>
  readonly post: (path: string, body?: unknown, method?: string) => Promise<Response>
}

export function browserLike(app: Pick<TestApp, 'ask'>, kept: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}): BrowserLike {
  const cookies = new Map(Object.entries(kept))
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const sent = new Headers({ ...headers, ...Object.fromEntries(new Headers(init.headers)) })
    if (cookies.size > 0) sent.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.ask(path, { ...init, headers: sent })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair, ...attributes] = cookie.split(';').map((part) => part.trim())
      const at = pair!.indexOf('=')
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(pair!.slice(0, at))
      else cookies.set(pair!.slice(0, at), pair!.slice(at + 1))
    }
    return answer
  }
  return {
    cookies,
    ask,
    json: async <T>(path: string) => (await ask(path)).json() as Promise<T>,
    post: (path, body = {}, method = 'POST') => ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }
}

/** `ahead`: seconds from now; each code is good once. */
export async function codeOf(totpURI: string, ahead = 0): Promise<string> {
  const secret = new TextDecoder().decode(base32.decode(new URL(totpURI).searchParams.get('secret')!))
  return createOTP(secret).hotp(Math.floor((Date.now() / 1000 + ahead) / 30))
}
