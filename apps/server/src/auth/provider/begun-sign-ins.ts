// What a browser began at the identity provider, until it comes back with an answer: once, in the same browser, within ten minutes.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Register } from '@lykta/register'
import { findCookie, renderCookie, type Site } from '../../http/site.ts'
import type { Begun } from './provider.ts'

/** `link`: by whom, signed in how, so that the answer is hers; null for somebody who signs in. */
export type Waiting = Begun & { readonly link: { readonly login: string; readonly session: string; readonly from: 'account' | 'join' } | null }

export type BegunSignIns = {
  /** Set-Cookie for the browser, and what is to be asked of the provider. */
  readonly begin: (link: Waiting['link'], redirectUri: string) => Promise<{ readonly cookie: string; readonly begun: Waiting }>
  /** Takes it: the same answer a second time finds nothing. */
  readonly take: (headers: Headers) => Promise<Waiting | undefined>
  /** Set-Cookie that takes the browser's away. */
  readonly forget: string
}

const seconds = 600
const cookie = 'provider'
const kind = 'provider-'

/** In the sign-in's own table, so that several servers may share it, and a restart forgets nobody who is on her way. */
export function makeBegunSignIns(pool: Register['signIn'], site: Site): BegunSignIns {
  const nameOf = (token: string): string => kind + createHash('sha256').update(token).digest('base64url')
  const word = (): string => randomBytes(32).toString('base64url')
  return {
    begin: async (link, redirectUri) => {
      const [token, begun] = [word(), { state: word(), nonce: word(), verifier: word(), redirectUri, link, anew: link !== null }]
      await pool.query(`delete from "verification" where "identifier" like '${kind}%' and "expiresAt" < now()`)
      await pool.query(
        `insert into "verification" ("id", "identifier", "value", "expiresAt") values ($1, $2, $3, now() + interval '${seconds} seconds')`,
        [randomUUID(), nameOf(token), JSON.stringify(begun)],
      )
      return { cookie: renderCookie(site, cookie, token, seconds), begun }
    },
    take: async (headers) => {
      const token = findCookie(site, headers, cookie)
      if (token === undefined) return undefined
      const { rows } = await pool.query<{ value: string }>('delete from "verification" where "identifier" = $1 and "expiresAt" > now() returning "value"', [nameOf(token)])
      return rows[0] && (JSON.parse(rows[0].value) as Waiting)
    },
    forget: renderCookie(site, cookie, '', 0),
  }
}
