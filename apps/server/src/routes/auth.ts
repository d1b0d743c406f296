// /api/auth: the paths of the sign-in library that Lykta uses, each with its own shape and its own answer; no other is reachable.
import { problem } from '@lykta/incident'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { OwnPasskey, OwnSession, SignInAnswer, TotpSetUp } from '../api/member-types.ts'
import { findDeviceToken } from '../access/device-token.ts'
import { makeCounted } from '../auth/counted.ts'
import type { KnownPlaces } from '../auth/known-places.ts'
import { oneAtATime } from '../auth/one-at-a-time.ts'
import { onlyOnce } from '../auth/only-once.ts'
import { ifRecent } from '../auth/recent.ts'
import type { Login, Next, SignIn } from '../auth/sign-in.ts'
import { makeSignedInHere } from '../auth/signed-in-here.ts'
import { minPasswordLength } from '../auth/sign-in-settings.ts'
import { steadily } from '../auth/steadily.ts'
import { clientAddress } from '../http/client-address.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import type { Limits } from '../http/limits.ts'
import { line } from '../http/shapes.ts'
import type { Site } from '../http/site.ts'
import { withBody } from '../http/with-body.ts'

const password = z.string().min(1).max(1_000)
const credentials = z.strictObject({ email: z.string().min(1).max(320), password })
const code = z.strictObject({ code: z.string().regex(/^\d{6}$/) })
const backupCode = z.strictObject({ code: z.string().regex(/^[A-Za-z0-9-]{1,40}$/) })
const knowing = z.strictObject({ password })
const bothFactors = z.strictObject({ password, code: z.string().regex(/^[A-Za-z0-9-]{1,40}$/) })
const newPassword = z.strictObject({ currentPassword: password, newPassword: z.string().min(minPasswordLength).max(128) })
// What an authenticator has signed, in WebAuthn's own JSON; the library looks into it. What its extensions gave is the browser's own affair.
const text = z.string().max(20_000)
const signed = z.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text })
const attested = z.looseObject({ clientDataJSON: text, attestationObject: text })
const code64 = z.string().max(2_000).regex(/^[A-Za-z0-9_-]+$/)
const credential = { id: code64, rawId: code64, type: z.literal('public-key'), clientExtensionResults: z.unknown().optional().transform(() => ({})) }
const registration = z.strictObject({ response: z.looseObject({ ...credential, response: attested }), name: line(60).optional() })
const authentication = z.strictObject({ response: z.looseObject({ ...credential, response: signed }) })
const one = z.strictObject({ id: code64 })
const nothing = z.unknown()
/** More than hashing a password takes on a machine that is not busy. */
const passwordMilliseconds = 200

export type AuthRoutesOptions = { readonly signIn: SignIn; readonly limits: Limits; readonly site: Site; readonly places: KnownPlaces }

export function authRoutes({ signIn, limits, site, places }: AuthRoutesOptions): Hono<Env> {
  const getApi = async () => (await signIn.getAuth()).api
  const firstUse = onlyOnce(120_000)
  const counted = makeCounted({ limits, site, places })
  const remember = makeSignedInHere({ signIn, site, places })
  const recently = (context: Context<Env>, work: () => Promise<Response>): Promise<Response> => ifRecent(signIn, context, work)
  const unlessWeak = async (context: Context<Env>, chosen: string, work: () => Promise<Response>): Promise<Response> => {
    const { caller: { login }, desk: { network } } = context.var
    const own = login === null ? undefined : (await signIn.readLogins([login])).get(login)
    signIn.checkPassword(chosen, [network.name, network.municipality, ...(own ? [own.name, own.email] : [])])
    return work()
  }
  const inTurn = oneAtATime()
  /** Nobody is left with her password alone. `others`: how many second factors there are beside the one that goes. */
  const unlessLast = async (context: Context<Env>, others: (login: Login) => number, work: () => Promise<Response>): Promise<Response> => {
    const { login } = context.var.caller
    if (login === null) return notFound(context)
    return inTurn(login, async () => {
      const known = (await signIn.readLogins([login])).get(login)
      return known && others(known) > 0 ? work() : refuse(context, 400, [problem('sign-in.last-way')])
    })
  }
  const signedIn = async (context: Context<Env>, headers: Headers, login: string): Promise<Outcome> => {
    await remember(context, login)
    return { headers, body: { state: 'signed-in' } satisfies SignInAnswer }
  }

  return new Hono<Env>()
    .post('/sign-in/email', async (context) => withBody(context, credentials, async (sent) => {
      context.set('triedAs', sent.email.trim().toLowerCase())
      const account = places.countedAs(sent.email.trim().toLowerCase(), clientAddress(context, site.proxy), context.req.raw.headers)
      // An address that has a login is looked up once more than one that has none.
      return counted(context, account, () => steadily(passwordMilliseconds, () => answered(context, 'sign-in.wrong', async () => {
        const { headers, response } = await (await getApi()).signInEmail({ body: { email: sent.email.trim(), password: sent.password }, headers: strangerHeaders(context), returnHeaders: true })
        await limits.forgiveAccount(account)
        const next = await nextStep(signIn, response)
        return { headers, body: { state: 'half', next, twoFactorRedirect: next === 'code' } satisfies SignInAnswer }
      })))
    }))
    // Both at once, so that she is never half way: a page that asks for it keeps what stands in it, and the keys that are open.
    .post('/sign-in/again', async (context) => withBody(context, bothFactors, async (sent) => {
      const { login, session } = context.var.caller
      const known = login === null ? undefined : (await signIn.readLogins([login])).get(login)
      if (login === null || !known) return notFound(context)
      if (!known.totp) return refuse(context, 400, [problem('sign-in.again-wrong')])
      return counted(context, `password:${login}`, () => answered(context, 'sign-in.again-wrong', async () => {
        const { headers: half } = await (await getApi()).signInEmail({ body: { email: known.email, password: sent.password }, headers: strangerHeaders(context), returnHeaders: true })
        const headers = new Headers({ cookie: half.getSetCookie().filter((cookie) => !/;\s*max-age=0/i.test(cookie)).map((cookie) => cookie.split(';')[0]).join('; ') })
        const verify = /^\d{6}$/.test(sent.code) ? (await getApi()).verifyTOTP : (await getApi()).verifyBackupCode
        const { headers: whole, response } = await verify({ body: { code: sent.code }, headers, returnHeaders: true })
        if (!firstUse(`${login}:${sent.code}`)) {
          await signIn.endSessionByToken(response.token ?? '')
          return { refused: 'sign-in.code-used' }
        }
        await limits.forgiveAccount(`password:${login}`)
        if (session !== null) await signIn.endSession(login, session)
        return signedIn(context, whole, login)
      }))
    }))
    .post('/two-factor/verify-totp', async (context) => withBody(context, code, async (sent) =>
      counted(context, undefined, () => answered(context, 'sign-in.code-wrong', async () => {
        // Known already: from half a session without a second factor, or a whole one, the app is being set up.
        const { login } = context.var.caller
        const isSetUp = login !== null && (await signIn.readLogins([login])).get(login)?.totp === false
        const { headers, response } = await (await getApi()).verifyTOTP({ body: sent, headers: context.req.raw.headers, returnHeaders: true })
        context.set('addedFactor', isSetUp)
        if (firstUse(`${response.user.id}:${sent.code}`)) return signedIn(context, headers, response.user.id)
        // Whoever has seen the code over a shoulder comes too late, and the password's half is used up.
        await signIn.endSessionByToken(response.token)
        for (const cookie of headers.getSetCookie()) if (/;\s*max-age=0/i.test(cookie)) context.header('set-cookie', cookie, { append: true })
        return { refused: 'sign-in.code-used' }
      }))))
    .post('/two-factor/verify-backup-code', async (context) => withBody(context, backupCode, async (sent) =>
      counted(context, undefined, () => answered(context, 'sign-in.code-wrong', async () => {
        const { headers, response } = await (await getApi()).verifyBackupCode({ body: sent, headers: context.req.raw.headers, returnHeaders: true })
        return signedIn(context, headers, response.user.id)
      }))))
    .post('/two-factor/enable', async (context) => withBody(context, knowing, async (sent) => {
      const { caller } = context.var
      const login = caller.login === null ? undefined : (await signIn.readLogins([caller.login])).get(caller.login)
      // With the password alone nobody adds a second factor beside a passkey that is there.
      if (caller.login === null || !login || (caller.state === 'half' && login.passkeys > 0)) return notFound(context)
      const unlessLong = login.passkeys > 0 ? recently : (_: Context<Env>, work: () => Promise<Response>) => work()
      return unlessLong(context, () => counted(context, `password:${caller.login}`, () => answered(context, 'sign-in.password-wrong', async () => {
        const { headers, response } = await (await getApi()).enableTwoFactor({ body: sent, headers: context.req.raw.headers, returnHeaders: true })
        await limits.forgiveAccount(`password:${caller.login}`)
        return 'totpURI' in response ? { headers, body: { totpURI: response.totpURI, backupCodes: response.backupCodes } satisfies TotpSetUp } : { refused: 'server.not-found' }
      })))
    }))
    .post('/two-factor/disable', async (context) => withBody(context, knowing, async (sent) =>
      recently(context, () => counted(context, `password:${context.var.caller.login}`, () => unlessLast(context, ({ passkeys }) => passkeys, () => answered(context, 'sign-in.password-wrong', async () => {
        const { headers } = await (await getApi()).disableTwoFactor({ body: sent, headers: context.req.raw.headers, returnHeaders: true })
        await limits.forgiveAccount(`password:${context.var.caller.login}`)
        return { headers, body: {} }
      }))))))
    .post('/change-password', async (context) => withBody(context, newPassword, async (sent) =>
      counted(context, `password:${context.var.caller.login}`, () => unlessWeak(context, sent.newPassword, () => answered(context, 'sign-in.password-wrong', async () => {
        const { headers } = await (await getApi()).changePassword({ body: { ...sent, revokeOtherSessions: true }, headers: context.req.raw.headers, returnHeaders: true })
        await limits.forgiveAccount(`password:${context.var.caller.login}`)
        return { headers, body: {} }
      })))))
    .get('/passkey/generate-register-options', async (context) => recently(context, () => answered(context, 'sign-in.passkey-refused', async () => {
      const { headers, response } = await (await getApi()).generatePasskeyRegistrationOptions({ headers: context.req.raw.headers, returnHeaders: true })
      return { headers, body: response }
    })))
    .post('/passkey/verify-registration', async (context) => withBody(context, registration, async ({ response, name }) => recently(context, () => answered(context, 'sign-in.passkey-refused', async () => {
      const { headers, response: made } = await (await getApi()).verifyPasskeyRegistration({ body: { response, ...(name === undefined ? {} : { name }) }, headers: context.req.raw.headers, returnHeaders: true })
      return { headers, body: { id: made.id } }
    }))))
    .get('/passkey/generate-authenticate-options', async (context) => counted(context, undefined, () => answered(context, 'sign-in.passkey-refused', async () => {
      const { headers, response } = await (await getApi()).generatePasskeyAuthenticationOptions({ headers: strangerHeaders(context), returnHeaders: true })
      return { headers, body: { ...response, userVerification: 'required' } }
    })))
    .post('/passkey/verify-authentication', async (context) => withBody(context, authentication, async (sent) => counted(context, undefined, () => answered(context, 'sign-in.passkey-refused', async () => {
      const { headers, response } = await (await getApi()).verifyPasskeyAuthentication({ body: sent, headers: context.req.raw.headers, returnHeaders: true })
      // The one that this browser held until now is nobody's any more.
      const { login, session } = context.var.caller
      if (login !== null && session !== null) await signIn.endSession(login, session)
      return signedIn(context, headers, response.session.userId)
    }))))
    .get('/passkey/list-user-passkeys', async (context) => {
      const passkeys = await (await getApi()).listPasskeys({ headers: context.req.raw.headers })
      return context.json(passkeys.map(({ id, name, credentialID, createdAt, backedUp }) =>
        ({ id, name: name ?? '', credential: credentialID, createdAt: createdAt.toISOString(), backedUp })) satisfies readonly OwnPasskey[])
    })
    .post('/passkey/delete-passkey', async (context) => withBody(context, one, async (sent) => recently(context, async () => {
      const own = await (await getApi()).listPasskeys({ headers: context.req.raw.headers })
      if (!own.some(({ id }) => id === sent.id)) return notFound(context)
      return unlessLast(context, ({ passkeys, totp }) => passkeys - 1 + Number(totp), () => answered(context, 'server.not-found', async () => {
        const { headers } = await (await getApi()).deletePasskey({ body: sent, headers: context.req.raw.headers, returnHeaders: true })
        return { headers, body: {} }
      }))
    })))
    .get('/list-sessions', async (context) => {
      const { login, session } = context.var.caller
      return context.json((login === null ? [] : await signIn.readSessions(login, session)) satisfies readonly OwnSession[])
    })
    .post('/revoke-session', async (context) => withBody(context, one, async ({ id }) =>
      (await signIn.endSession(context.var.caller.login ?? '', id)) ? context.json({}) : notFound(context)))
    .post('/revoke-other-sessions', async (context) => withBody(context, nothing, async () => {
      await signIn.endOtherSessions(context.var.caller.login ?? '', context.var.caller.session)
      return context.json({})
    }))
    .post('/sign-out', async (context) => {
      const { headers } = await (await getApi()).signOut({ headers: context.req.raw.headers, returnHeaders: true })
      // A device that is enrolled in this browser stays so, and what waits in its outbox too (storage).
      context.header('clear-site-data', findDeviceToken(site, context.req.raw.headers) ? '"cache"' : '"cache", "cookies"')
      return withCookies(context, headers, {})
    })
}

type Outcome = { readonly headers: Headers; readonly body: unknown } | { readonly refused: string }

/** What the library refuses is told in Lykta's words. A defect is thrown on. */
async function answered(context: Context<Env>, code: string, work: () => Promise<Outcome>): Promise<Response> {
  try {
    const outcome = await work()
    return 'refused' in outcome ? refuse(context, 400, [problem(outcome.refused)]) : withCookies(context, outcome.headers, outcome.body)
  } catch (error) {
    const { isAPIError } = await import('better-auth/api')
    if (!isAPIError(error)) throw error
    const said = (error.body as { readonly code?: string } | undefined)?.code ?? ''
    // The library calls it its own fault when an authenticator has signed for another origin.
    if (error.statusCode >= 500 && said !== 'FAILED_TO_VERIFY_REGISTRATION') throw error
    if (code === 'server.not-found') return notFound(context)
    return refuse(context, 400, [problem(problems[said] ?? code)])
  }
}

/** Where the library's reason changes what to do next. */
const problems: Readonly<Record<string, string>> = {
  INVALID_TWO_FACTOR_COOKIE: 'sign-in.begin-again',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign-in.begin-again',
  ACCOUNT_TEMPORARILY_LOCKED: 'sign-in.locked',
  TOTP_ALREADY_ENABLED: 'sign-in.totp-there',
}

function withCookies(context: Context<Env>, headers: Headers, body: unknown): Response {
  for (const cookie of headers.getSetCookie()) context.header('set-cookie', cookie, { append: true })
  return context.json(body as object)
}

/** Signing in begins anew, whoever was signed in here before. */
function strangerHeaders(context: Context<Env>): Headers {
  const headers = new Headers(context.req.raw.headers)
  headers.delete('cookie')
  return headers
}

/** After the right password. A login without a second factor of either kind may set one up with it. */
async function nextStep(signIn: SignIn, response: object): Promise<Next> {
  if ('twoFactorRedirect' in response && response.twoFactorRedirect === true) return 'code'
  const id = 'user' in response ? (response.user as { readonly id: string }).id : ''
  return ((await signIn.readLogins([id])).get(id)?.passkeys ?? 0) > 0 ? 'passkey' : 'set-up-code'
}
