// Logins and sessions, as the rest of the server knows them: who signed in, and what begins and ends that.
import { type Language, problem, ProblemError } from '@lykta/incident'
import type { OwnSession } from '../api/member-types.ts'
import { isWhole } from './factor.ts'
import type { Auth } from './make-auth.ts'
import { absoluteSeconds, type AuthOptions, cookiePrefix, maxPasswordLength, minPasswordLength, recentSeconds } from './sign-in-settings.ts'
import { findWeakness } from './weak-password.ts'

export type SignedIn = {
  /** 'half': the password was right, and the second factor is missing. */
  readonly state: 'none' | 'half' | 'whole'
  /** Null when nobody is, and while the library alone knows who is half way. */
  readonly login: string | null
  readonly session: string | null
  /** What keeps the session going (Set-Cookie), or takes away one that is over. */
  readonly cookies: readonly string[]
}

/** `near`: what everybody here knows, and a password must not be made of: the network's name and its municipality's. */
export type NewLogin = { readonly near: readonly string[]; readonly name: string; readonly email: string; readonly password: string; readonly language: Language }

export type Login = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly passkeys: number
  readonly totp: boolean
  /** ISO 8601 in UTC, of the sessions that are not over. */
  readonly lastSeenAt: string | null
}

/** What is asked of her after the first factor. */
export type Next = 'code' | 'passkey' | 'set-up-code'

export type SignIn = {
  /** The library, which is loaded when it is first asked for: a network without members has nobody to sign in. */
  readonly getAuth: () => Promise<Auth>
  readonly find: (headers: Headers) => Promise<SignedIn>
  /** Refuses (`ProblemError`) a password that is too short or too long, or would be guessed. */
  readonly checkPassword: (password: string, near: readonly string[]) => void
  /** Its id. Refuses (`ProblemError`) an address that has a login, and an unfit password. */
  readonly makeLogin: (login: NewLogin) => Promise<string>
  /** Undoes `makeLogin`, when what it was made for was refused. */
  readonly dropLogin: (login: string) => Promise<void>
  /** Set-Cookie of a new session without a password: of whoever has just founded, or used her invitation. */
  readonly startSession: (login: string, headers: Headers) => Promise<readonly string[]>
  /**
   * Set-Cookie for whoever the identity provider says she is. `whole`: it asked for both factors; else hers is still asked for. `shownAt`: when
   * she showed herself there, from which the session counts; a session of unknown beginning does not count as one of just now.
   */
  readonly startByProvider: (login: string, shown: { readonly whole: boolean; readonly at: Date | undefined }, headers: Headers) => Promise<{ readonly cookies: readonly string[]; readonly next: Next | null }>
  /** At once: the next request with one of them is nobody's. */
  readonly endSessionsOf: (login: string) => Promise<void>
  /** Nobody signs in with it any more, and its address is free; the name stays, for what she has written. */
  readonly endLogin: (login: string) => Promise<void>
  /** Another password, and no other way in any more: for whoever comes back by two recovery sheets. */
  readonly resetLogin: (login: string, password: string) => Promise<void>
  readonly readLogins: (logins: readonly string[]) => Promise<ReadonlyMap<string, Login>>
  readonly readSessions: (login: string, current: string | null) => Promise<readonly OwnSession[]>
  /** One's own alone; false when there is none of that id. */
  readonly endSession: (login: string, id: string) => Promise<boolean>
  readonly endSessionByToken: (token: string) => Promise<void>
  readonly endOtherSessions: (login: string, current: string | null) => Promise<void>
}

export function makeSignIn(options: AuthOptions): SignIn {
  let made: Promise<Auth> | undefined
  const getAuth = (): Promise<Auth> => (made ??= import('./make-auth.ts').then(({ makeAuth }) => makeAuth(options)))
  const { pool } = options
  const nobody: SignedIn = { state: 'none', login: null, session: null, cookies: [] }

  async function find(headers: Headers): Promise<SignedIn> {
    const cookies = headers.get('cookie') ?? ''
    if (!cookies.includes(`${cookiePrefix(options)}.`)) return nobody
    const auth = await getAuth()
    const { authCookies, createAuthCookie } = await auth.$context
    // Signed, and read by the library when the code comes; here it only tells which page to show.
    const halfWay = hasCookie(cookies, createAuthCookie('two_factor').name)
    if (!hasCookie(cookies, authCookies.sessionToken.name)) return halfWay ? { ...nobody, state: 'half' } : nobody
    const { headers: answered, response } = await auth.api.getSession({ headers, returnHeaders: true })
    if (!response) return { ...nobody, state: halfWay ? 'half' : 'none', cookies: answered.getSetCookie() }
    const { id, userId, createdAt, factor } = response.session
    if (Date.now() - createdAt.getTime() >= absoluteSeconds * 1000) {
      await pool.query('delete from "session" where "id" = $1', [id])
      return nobody
    }
    return { state: isWhole(factor) ? 'whole' : 'half', login: userId, session: id, cookies: answered.getSetCookie() }
  }

  async function forgetWays(login: string): Promise<void> {
    for (const table of ['session', 'account', 'passkey', 'twoFactor']) await pool.query(`delete from "${table}" where "userId" = $1`, [login])
    await pool.query('delete from "verification" where "value" = $1', [login])
  }

  async function readLogins(logins: readonly string[]): Promise<ReadonlyMap<string, Login>> {
    const { rows } = await pool.query<{ id: string; name: string; email: string; language: string | null; passkeys: number; totp: boolean | null; seen: Date | null }>(
      `select u."id", u."name", u."email", u."language", u."twoFactorEnabled" as totp,
         (select count(*)::int from "passkey" p where p."userId" = u."id") as passkeys,
         (select max(s."updatedAt") from "session" s where s."userId" = u."id") as seen
       from "user" u where u."id" = any($1)`,
      [logins],
    )
    return new Map(rows.map(({ id, name, email, language, passkeys, totp, seen }) => [id, {
      name,
      email: email.endsWith('@removed.invalid') ? '' : email,
      language: language === 'en' ? 'en' : 'sv',
      passkeys,
      totp: totp === true,
      lastSeenAt: seen?.toISOString() ?? null,
    }]))
  }

  return {
    getAuth,
    find,
    checkPassword,
    makeLogin: async ({ name, email, password, language, near }) => {
      const { internalAdapter, password: passwords } = await (await getAuth()).$context
      checkPassword(password, [name, email, ...near])
      const address = email.trim().toLowerCase()
      if (await internalAdapter.findUserByEmail(address)) throw new ProblemError([problem('sign-in.email-taken')])
      const hash = await passwords.hash(password)
      const user = await internalAdapter.createUser({ name, email: address, emailVerified: false, language }, { method: 'email-password' })
      await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash })
      return user.id
    },
    dropLogin: async (login) => void (await pool.query('delete from "user" where "id" = $1', [login])),
    startSession: async (login, headers) => {
      const { headers: answered } = await (await getAuth()).api.startSession({ body: { login, factor: 'invitation' }, headers: withoutCookies(headers), returnHeaders: true })
      return answered.getSetCookie()
    },
    startByProvider: async (login, { whole, at }, headers) => {
      const own = { headers: withoutCookies(headers), returnHeaders: true } as const
      const known = (await readLogins([login])).get(login)
      if (!whole && known?.totp) return { cookies: (await (await getAuth()).api.askForCode({ body: { login }, ...own })).headers.getSetCookie(), next: 'code' }
      const begunAt = at ?? new Date(Date.now() - recentSeconds * 1000)
      const { headers: answered } = await (await getAuth()).api.startSession({ body: { login, factor: whole ? 'provider' : 'password', begunAt }, ...own })
      return { cookies: answered.getSetCookie(), next: whole ? null : (known?.passkeys ?? 0) > 0 ? 'passkey' : 'set-up-code' }
    },
    endSessionsOf: async (login) => void (await pool.query('delete from "session" where "userId" = $1', [login])),
    endLogin: async (login) => {
      await forgetWays(login)
      await pool.query('update "user" set "email" = $2, "twoFactorEnabled" = false where "id" = $1', [login, `${login}@removed.invalid`.toLowerCase()])
    },
    resetLogin: async (login, password) => {
      const { internalAdapter, password: passwords } = await (await getAuth()).$context
      const hash = await passwords.hash(password)
      await forgetWays(login)
      await internalAdapter.linkAccount({ userId: login, providerId: 'credential', accountId: login, password: hash })
      await pool.query('update "user" set "twoFactorEnabled" = false where "id" = $1', [login])
    },
    readLogins,
    readSessions: async (login, current) => {
      const { rows } = await pool.query<{ id: string; createdAt: Date; updatedAt: Date; userAgent: string | null }>(
        `select "id", "createdAt", "updatedAt", "userAgent" from "session" where "userId" = $1 and "expiresAt" > now() order by "updatedAt" desc`,
        [login],
      )
      return rows.map(({ id, createdAt, updatedAt, userAgent }) =>
        ({ id, startedAt: createdAt.toISOString(), lastSeenAt: updatedAt.toISOString(), machine: userAgent ?? '', current: id === current }))
    },
    endSession: async (login, id) => (await pool.query('delete from "session" where "userId" = $1 and "id" = $2', [login, id])).rowCount === 1,
    endSessionByToken: async (token) => void (await pool.query('delete from "session" where "token" = $1', [token])),
    endOtherSessions: async (login, current) => void (await pool.query('delete from "session" where "userId" = $1 and "id" is distinct from $2', [login, current])),
  }
}

function hasCookie(header: string, name: string): boolean {
  return header.split(';').some((part) => part.trim().startsWith(`${name}=`))
}

/** The new session is nobody's continuation. */
function withoutCookies(headers: Headers): Headers {
  const rest = new Headers(headers)
  rest.delete('cookie')
  return rest
}

function checkPassword(password: string, near: readonly string[]): void {
  if (password.length < minPasswordLength || password.length > maxPasswordLength) throw new ProblemError([problem('sign-in.password-length', { least: minPasswordLength, most: maxPasswordLength })])
  const weakness = findWeakness(password, near)
  if (weakness) throw new ProblemError([problem(`sign-in.password-${weakness}`)])
}
