// The first answer to whoever has just come in: her cookies, and her session as she will find it with the next request.
import type { Context } from 'hono'
import type { Resolved } from '../access/resolve-caller.ts'
import type { SessionAnswer } from '../api/member-types.ts'
import type { Env } from '../http/env.ts'
import { renderCookie } from '../http/site.ts'
import { answerSession, type SessionAnswerOptions } from '../work/session-answer.ts'

/** `cookies`: as they are set. */
export type Welcome = (context: Context<Env>, cookies: readonly string[]) => Promise<SessionAnswer>

export type WelcomeOptions = SessionAnswerOptions & { readonly resolve: (headers: Headers, half: boolean) => Promise<Resolved> }

export function makeWelcome({ signIn, site, provider, resolve }: WelcomeOptions): Welcome {
  return async (context, cookies) => {
    // She has come for the network, and not for the sample beside it.
    const set = [...cookies, renderCookie(site, 'sample', '0', 0)]
    for (const cookie of set) context.header('set-cookie', cookie, { append: true })
    const headers = new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
    return answerSession(await resolve(headers, false), { signIn, site, provider })
  }
}
